# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The card of what says which competence opens most jobs, and "because you can"; in matching."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jobunivers.science import gaps as science
from jobunivers.science.gaps.reach import NEAR, SKILLED
from jobunivers.trust.cards import common
from jobunivers.trust.register import Input, ModelCard, Parameter, Risk, Version

CODE = "gaps"
_VERSIONS = (
    Version(
        "gaps-2",
        date(2026, 11, 26),
        _("Et andet fag tæller kun med, når du kan halvdelen af det, der skal til."),
    ),
    Version("gaps-1", date(2026, 11, 25), _("Den første udgave.")),
)


def _parameters() -> tuple[Parameter, ...]:
    return (
        Parameter(
            _("Det, jobbet beder om"),
            common.share(science.THRESHOLD),
            _("Så meget af det skal du kunne, før vi siger, at jobbet er åbent for dig."),
        ),
        Parameter(
            _("Dit fag eller ønske"),
            common.share(NEAR),
            _("Så meget skal jobbet ligne det, du har lavet eller gerne vil."),
        ),
        Parameter(
            _("Et andet fag"),
            common.share(SKILLED),
            _("Ellers skal det, du kan, passe mindst så godt."),
        ),
    )


def card() -> ModelCard:
    """Return the card as the system runs now."""
    return ModelCard(
        code=CODE,
        name=_("Finder det, du kan lære for at få flere job at vælge mellem"),
        purpose=_("Viser, hvad der åbner flest job for dig, og hvad det nye, du kan, har åbnet."),
        kind=_("Den tæller job. Den lærer ikke af, hvad du gør."),
        decides="advises",
        inputs_person=(
            Input(_("job, du har haft, og hvor længe"), _("din profil")),
            Input(_("det, du kan, og de sprog, du taler"), _("din profil")),
            Input(_("det, du gerne vil arbejde med"), _("din profil")),
            Input(_("hvor du bor, og hvor langt du vil rejse"), _("din profil")),
            Input(_("timer om ugen, og om du vil arbejde hjemme"), _("din profil")),
            Input(_("de job, du har skjult eller søgt"), _("dine egne valg her")),
            Input(_("hvornår du skrev, at du kan noget nyt"), _("din profil")),
        ),
        inputs_other=(
            Input(_("stilling og krav i opslaget"), _("vores læsning af opslaget")),
            Input(_("den fælles liste over kompetencer"), _("EU’s ESCO eller Jobunivers’ egen")),
        ),
        never_used=common.EVERYONE_HIDDEN,
        how=(
            _(
                "Den prøver én ting ad gangen, som du ikke har skrevet, at du kan. Så tæller den,"
                " hvor mange flere job du kan få. Den prøver også to ting sammen."
            ),
            _(
                "Har du skrevet noget nyt, du kan, finder den de job, det har bragt nærmere. De"
                " står under “Fordi du kan”."
            ),
        ),
        parameters=_parameters(),
        constraints=(
            _("Den tæller alle åbne job og ikke kun nogle af dem."),
            _(
                "Den siger ikke, at du mangler evner som at være flink. Den siger heller ikke, at"
                " du mangler det sprog, du læser siden på."
            ),
            _("Et job, du har skjult eller søgt, tæller ikke med."),
        ),
        limits=(
            _("Den ved kun, hvad du har skrevet. Måske kan du det allerede."),
            _("Den ved ikke, hvor svært det er at lære. Den kender ingen kurser endnu."),
            _("Et job, der er åbent for dig, er ikke et løfte om, at du får det."),
        ),
        risks=(
            Risk(
                _("Du bruger lang tid på at lære noget, og så er jobbene væk."),
                _("Se jobbene bag tallet, og tal med din rådgiver, før du går i gang."),
            ),
            Risk(
                _("Alle bliver sendt efter det samme."),
                _("Tallene er regnet ud for dig alene. De er et råd og ikke et krav."),
            ),
        ),
        oversight=(
            _("Du ser tallet for hver ting og nogle af de job, der er bag."),
            _("Kommunen kan slå modellen fra. Det virker med det samme."),
        ),
        shown=_("Siden er mærket “Lavet af en computer”. Der står også, hvordan der er talt."),
        made_from=common.NO_TRAINING,
        owner=common.OWNER,
        version=science.VERSION,
        versions=common.history(_VERSIONS, science.VERSION),
        laws=(common.EMPLOYMENT_ORDER, common.AI_ACT_PART),
        high_risk=True,
        when_off=_("Siden siger, at kommunen har slået det fra. Den viser ingen tal."),
    )
