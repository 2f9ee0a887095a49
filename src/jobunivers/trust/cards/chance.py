# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The card of the chance of finding work: rules, or a model of a kommune's own history.

The room that tells chances says which of the two runs, and registers the card.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui import wording
from jobunivers.trust.cards import common
from jobunivers.trust.register import Input, Law, ModelCard, Parameter, Risk, Version

CODE = "chance"
RULES = "rules-1"
_FIRST = date(2026, 11, 25)
AI_ACT = Law(
    _("EU’s AI-forordning 2024/1689, bilag III, punkt 4 og 5"),
    _("AI, der ser på menneskers vej til job og hjælp, er høj risiko. Vi følger de krav."),
    "https://eur-lex.europa.eu/eli/reg/2024/1689/oj",
)


@dataclass(frozen=True, slots=True)
class Running:
    """What tells chances in the kommune worked for.

    `spells`: times out of work it was learned from, None for the rules; `since`: in use since;
    `limits`: what a learned model must hold, by the names of `science.chances.Limits`.
    """

    version: str
    spells: int | None
    since: date | None
    limits: dict[str, float]


def _limits(now: Running) -> tuple[Parameter, ...]:
    told: tuple[tuple[str, Promise, Promise], ...] = (
        (
            "calibration",
            _("Grænse for, hvor meget tallene må ramme ved siden af"),
            _("Gennemsnit over ti grupper. Er det mere, må modellen ikke bruges."),
        ),
        (
            "group",
            _("Grænse for en gruppe af mennesker"),
            _("Så meget må en gruppe højst få for høje eller for lave tal."),
        ),
        (
            "between",
            _("Grænse for forskel mellem to grupper"),
            _("Så meget må tallene højst gøre forskel, som ikke er der."),
        ),
    )
    return tuple(
        Parameter(name, common.share(now.limits[key]), meaning) for key, name, meaning in told
    )


def _running(now: Running) -> tuple[Parameter, ...]:
    if now.spells is None:
        return (Parameter(_("I brug nu"), _("De faste regler")),)
    told = [
        Parameter(_("I brug nu"), now.version),
        Parameter(_("Ledige forløb, den har lært af"), wording.number(now.spells)),
    ]
    if now.since is not None:
        told.append(Parameter(_("I brug siden"), wording.day_year(now.since)))
    return tuple(told)


def card(now: Running) -> ModelCard:
    """Return the card with what tells chances now."""
    profile, case = _("din profil"), _("din sag i kommunen")
    return ModelCard(
        code=CODE,
        name=_("Viser, hvor hurtigt ledige som dig finder arbejde"),
        purpose=_("Den hjælper med at tilbyde hjælp tidligt til dem, der kan få brug for den."),
        kind=_(
            "Faste regler. Kommunen kan skifte til en statistisk model, der har lært af tidligere"
            " ledige i kommunen."
        ),
        decides="advises",
        inputs_person=(
            Input(_("hvor længe du har været ledig"), case),
            Input(_("hvor gammel du var, da du blev ledig"), case),
            Input(_("hvor meget du har arbejdet i de fem år før"), profile),
            Input(_("hvor længe du var ledig i de tre år før"), case),
            Input(_("din længste uddannelse"), profile),
        ),
        inputs_other=(
            Input(_("hvordan det er gået andre ledige i kommunen"), _("kommunens egne sager")),
        ),
        never_used=(
            _("navn"),
            _("køn"),
            _("oprindelse"),
            _("statsborgerskab"),
            _("adresse"),
            _("helbred"),
            _("ægteskab og børn"),
            _("dit fag"),
            _("hvor godt du kan dansk"),
            _("hvad du klikker på"),
        ),
        how=(
            _(
                "For hver uge regner den ud, hvor mange som dig der får arbejde netop den uge."
                " Ugerne lægges sammen til et halvt år og et år."
            ),
            _(
                "Den ser kun på det, der var sandt, da du blev ledig. Hvad du skriver i din profil"
                " om senere, tæller ikke."
            ),
            _(
                "Den, der begynder på en uddannelse eller går på pension, kom ikke i arbejde."
                " Den, der flytter, tæller med, så længe vi kan følge det."
            ),
            _("Hver oplysning trækker op eller ned. De tal kan lægges sammen, og du kan se dem."),
        ),
        parameters=_limits(now),
        constraints=(
            _("Høj alder og lang ledighed før kan aldrig trække op."),
            _("At du ikke har skrevet noget, trækker hverken op eller ned."),
            _("En lært model må først bruges, når et menneske har sagt ja og skrevet hvorfor."),
            _("En model, der ikke holder grænserne, kan ikke tages i brug."),
        ),
        limits=(
            _("Tallet handler om en gruppe. Det siger ikke, hvordan det går dig."),
            _("De faste regler er et skøn. De er ikke målt i din kommune."),
            _("Den ved ikke noget om dit mod, dit netværk eller de job, der kommer."),
            _("Hvad du skriver i dag om tiden før, kan ændre tallet."),
            _("Kommer der dårlige tider, bliver tallene for høje, til den lærer igen."),
        ),
        risks=(
            Risk(
                _("En oplysning kan sige noget om køn eller oprindelse uden at nævne det."),
                _(
                    "Fag og dansk er derfor ikke med. Vi måler, hvor godt resten kan gætte køn og"
                    " oprindelse, og om en gruppe får forkerte tal."
                ),
            ),
            Risk(
                _("Uden dansk bliver tallet for højt for nogle, der er kommet hertil."),
                _(
                    "Det kan du se i tallene nedenfor. Kommunens regler kan derfor se på dansk for"
                    " sig og tilbyde mere hjælp."
                ),
            ),
            Risk(
                _("Et lavt tal kan tage modet fra nogen."),
                _("Du ser det altid som et spænd om 100 mennesker, med grunde og tilbud om hjælp."),
            ),
            Risk(
                _("De, der får hjælp, ser stærkere ud, næste gang den lærer."),
                _("Et menneske ser tallene, hver gang en ny model skal tages i brug."),
            ),
        ),
        oversight=(
            _("Den giver kun forslag om mere hjælp. Den rører ikke din ydelse eller dine pligter."),
            _("Du kan sige nej til et forløb. Så svarer et menneske dig."),
            _("Kommunen kan slå modellen fra. Den kan også gå tilbage til de faste regler."),
        ),
        shown=_("På din side om dit forløb kan du se tallet, grundene og hvad der er brugt."),
        made_from=_(
            "De faste regler er valgt af mennesker. En lært model er lavet af kommunens egne"
            " tidligere ledige forløb, uden navne."
        ),
        owner=common.OWNER,
        version=now.version,
        versions=_versions(now),
        laws=(common.EMPLOYMENT_ORDER, AI_ACT),
        high_risk=True,
        when_off=_("Ingen får et tal. Reglerne for forløb ser så kun på det andet, vi ved."),
        running=_running(now),
    )


def _versions(now: Running) -> tuple[Version, ...]:
    first = Version(RULES, _FIRST, _("De faste regler, den første udgave."))
    if now.spells is None:
        return common.history((first,), now.version)
    return first, Version(
        now.version, now.since or _FIRST, _("Lært af kommunens egne ledige forløb.")
    )
