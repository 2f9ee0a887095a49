# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The card of what spreads lists, so that no job is shown to all; a part of matching.

The room that makes the lists says how long they are and how the last night went, and registers
the card.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui import wording
from jobunivers.science import spreading as science
from jobunivers.trust.cards import common
from jobunivers.trust.register import Input, ModelCard, Parameter, Risk, Version

CODE = "spreading"
_VERSIONS = (Version("spreading-1", date(2026, 11, 25), _("Den første udgave.")),)


@dataclass(frozen=True, slots=True)
class Night:
    """How the newest night with people in it went, over the whole country; shares of 1.

    `fit_kept`: what the lists are worth, of lists that nobody spread. `shown_once` and
    `shown_five_times`: openings shown at least so often. `gini`: 0 when all are shown alike.
    """

    day: date
    people: int
    fit_kept: float
    shown_once: float
    shown_five_times: float
    gini: float


def _parameters(list_length: int) -> tuple[Parameter, ...]:
    return (
        Parameter(
            _("Job på en liste"), wording.number(list_length), _("Så mange job får du højst.")
        ),
        Parameter(
            _("Ansøgere for hver stilling"),
            wording.number(science.APPLICANTS_PER_POSITION),
            _("Så mange regner vi med, at en virksomhed kan tage imod. Det er et skøn."),
        ),
        Parameter(
            _("Søger, når de ser jobbet"),
            common.share(science.APPLICATION_RATE),
            _("Så mange af dem, der ser et job øverst, regner vi med søger. Det er et skøn."),
        ),
    )


def _running(night: Night | None) -> Iterator[Parameter]:
    if night is None:
        yield Parameter(_("Sidste nat"), _("Der er ikke lavet lister om natten endnu."))
        return
    yield Parameter(_("Sidste nat med lister"), wording.day_year(night.day))
    yield Parameter(_("Mennesker, der fik en liste"), wording.number(night.people))
    yield Parameter(_("Point tilbage efter fordelingen"), common.share(night.fit_kept, 1))
    yield Parameter(_("Job, som står på en liste"), common.share(night.shown_once, 1))
    yield Parameter(
        _("Job, som står på mindst fem lister"), common.share(night.shown_five_times, 1)
    )
    yield Parameter(
        _("Hvor skævt job er delt ud (0 er helt lige, 1 er helt skævt)"),
        wording.number(round(night.gini, 2), 2),
    )


def card(*, list_length: int, night: Night | None) -> ModelCard:
    """Return the card with how lists are made now and how the last night went."""
    return ModelCard(
        code=CODE,
        name=_("Spreder job ud, så ikke alle får vist de samme"),
        purpose=_("Sørger for, at et job ikke bliver vist til alle, så færre søger det samme."),
        kind=_("Et regnestykke for hele landet. Det gør ikke forskel på mennesker."),
        decides="advises",
        inputs_person=(Input(_("dine point for hvert job"), _("den model, den er en del af")),),
        inputs_other=(
            Input(_("hvor mange stillinger der er i opslaget"), _("jobkilden")),
            Input(_("hvor mange lister et job står på"), _("en sum for hele landet")),
        ),
        never_used=common.EVERYONE_HIDDEN,
        how=(
            _(
                "Et forsøg på jobnet.dk har vist noget vigtigt. Råd om job virker, når færre end"
                " halvdelen i et område får dem. Får alle dem, virker de ikke. Så søger alle nemlig"
                " de samme job."
            ),
            _(
                "Derfor mister et job point, når det står på for mange lister. Så kommer der plads"
                " til et andet."
            ),
            _(
                "Om natten finder vi, hvor mange point det er. Alle mister lige mange for det samme"
                " job. Kun summer går ud af kommunen. Ingen anden kommune ser din liste."
            ),
        ),
        parameters=_parameters(list_length),
        constraints=(
            _("Om natten kommer et job ikke på flere lister, end der er plads til."),
            _("Kun de få tilfældige pladser kan gå ud over det."),
            _("Vil flere se et job, end der er plads til, får de det, som ellers mister mest."),
            _("Et job er aldrig væk. Du finder det altid, når du søger."),
        ),
        limits=(
            _("Vi ved ikke, hvor mange der søger et job. Tallene for det er et skøn."),
            _("Er der for få job til alle, bliver nogle lister kortere."),
            _("Laver du din liste om i løbet af dagen, gælder nattens point stadig."),
        ),
        risks=(
            Risk(
                _("Du får ikke vist et job, der passer godt til dig."),
                _("Vi måler hver nat, hvor mange point listerne mister. Tallet står på siden her."),
            ),
            Risk(
                _("De samme får hver gang de dårligste job."),
                _("Et job tager lige mange point fra alle. Den ser ikke, hvem du er."),
            ),
        ),
        oversight=(
            _("Under “Hvorfor ser jeg dette?” står, hvor mange point et job har mistet."),
            _("Kommunen kan slå modellen fra. Det virker med det samme."),
        ),
        shown=_("Det står som sin egen grund under “Hvorfor ser jeg dette?”."),
        made_from=common.NO_TRAINING,
        owner=common.OWNER,
        version=science.VERSION,
        versions=common.history(_VERSIONS, science.VERSION),
        laws=(common.EMPLOYMENT_ORDER, common.AI_ACT_PART),
        high_risk=True,
        when_off=_("Der bliver ikke lavet lister, så der er intet at sprede."),
        running=tuple(_running(night)),
    )
