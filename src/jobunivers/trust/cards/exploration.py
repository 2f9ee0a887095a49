# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The card of the little chance in lists, and of what is learned from it; a part of matching.

The room that makes the lists says how much chance there is, and registers the card.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui import wording
from jobunivers.science.counterfactual import VERSION
from jobunivers.trust.cards import common
from jobunivers.trust.register import Input, ModelCard, Parameter, Risk, Version

CODE = "exploration"
_VERSIONS = (Version("counterfactual-1", date(2026, 11, 25), _("Den første udgave.")),)


@dataclass(frozen=True, slots=True)
class Running:
    """How much is left to chance, and where learning stands.

    `share`: of places that give way to a job from further down; `swap`: of neighbours that change
    places; `weights`: the version in use; `proposed`: how many proposals nobody has taken in.
    """

    share: float
    swap: float
    list_length: int
    weights: str
    proposed: int


def _parameters(now: Running) -> tuple[Parameter, ...]:
    return (
        Parameter(
            _("Pladser, der er tilfældige"),
            common.share(now.share),
            _("Så mange pladser går højst til et job fra længere nede."),
        ),
        Parameter(
            _("Naboer, der bytter plads"),
            common.share(now.swap),
            _("To job, der står ved siden af hinanden, bytter så tit."),
        ),
        Parameter(
            _("Job på en liste"), wording.number(now.list_length), _("Så mange job får du højst.")
        ),
    )


def card(now: Running) -> ModelCard:
    """Return the card with how much chance there is now."""
    chosen = _("dine egne valg her")
    return ModelCard(
        code=CODE,
        name=_("Lader lidt af listen være tilfældig og lærer af det"),
        purpose=_("Viser, om listerne kan blive bedre, så vi ikke tror blindt på vores egne tal."),
        kind=_("En terning og en model, der måler. Den ændrer ikke noget selv."),
        decides="advises",
        inputs_person=(
            Input(_("de job, du har gemt, skjult eller søgt"), chosen),
            Input(_("hvilke job der stod på din skærm"), _("din liste")),
            Input(_("dine point for hvert job"), _("den model, den er en del af")),
        ),
        inputs_other=(
            Input(_("hvor sandsynligt det var, at et job fik sin plads"), _("terningen")),
        ),
        never_used=common.EVERYONE_HIDDEN,
        how=(
            _(
                "En lille del af en lang liste er tilfældig. Der kan stå et job fra længere nede,"
                " og to naboer kan bytte plads. Korte lister er uden."
            ),
            _(
                "Vi gemmer, hvor sandsynlig hver plads var. Så kan vi regne ud, om andre vægte gør"
                " listerne bedre, før nogen ser dem."
            ),
            _(
                "Den lærer af det, du gør med vilje: gemmer, skjuler eller søger. Den ved også, at"
                " det øverste bliver set mest."
            ),
        ),
        parameters=_parameters(now),
        constraints=(
            _("Et tilfældigt job skal også holde alle faste grænser."),
            _("Nye vægte er kun et forslag. Et menneske skal sige ja og skrive hvorfor."),
            _("Den foreslår intet, før der er nok lister, valg og mennesker at lære af."),
        ),
        limits=(
            _("Den lærer langsomt."),
            _("Den kan ikke sige noget om job, som ingen har fået vist."),
            _("At du gemmer et job, er ikke det samme som at få det."),
        ),
        risks=(
            Risk(
                _("Du får vist et job, der passer mindre godt."),
                _("Det er kun få pladser. Det står ved jobbet, når det er der tilfældigt."),
            ),
            Risk(
                _("Den lærer mest af dem, der er her mest."),
                _("Det bliver målt på mennesker, der ikke var med til at lære den op."),
            ),
        ),
        oversight=(
            _("Et menneske ser tallene og vælger. Det kan altid gå tilbage til de gamle vægte."),
            _("Kommunen kan slå modellen fra. Så lærer den heller ikke af jeres borgere."),
        ),
        shown=_("Der står “Vi prøver noget af” ved et job, der står tilfældigt."),
        made_from=_(
            "Det, borgere har gemt, skjult og søgt. Ingen navne følger med, når den lærer."
        ),
        owner=common.OWNER,
        version=VERSION,
        versions=common.history(_VERSIONS, VERSION),
        laws=(common.EMPLOYMENT_ORDER, common.AI_ACT_PART),
        high_risk=True,
        when_off=_("Intet er tilfældigt, og den lærer ikke af det, du gør."),
        running=(
            Parameter(_("Vægte i brug nu"), now.weights),
            Parameter(_("Forslag, ingen har sagt ja til"), wording.number(now.proposed)),
        ),
    )
