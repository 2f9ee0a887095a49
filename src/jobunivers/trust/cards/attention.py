# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The card of the rules that say whom somebody should help: people wrote them, a computer follows.

The room that follows them says how the kommune uses them, and registers the card.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui import wording
from jobunivers.trust.cards import common
from jobunivers.trust.cards.chance import AI_ACT
from jobunivers.trust.register import Input, ModelCard, Parameter, Risk, Version

CODE = "attention"
VERSIONS = (Version("attention-1", date(2026, 11, 26), _("Den første udgave.")),)


@dataclass(frozen=True, slots=True)
class Running:
    """How the kommune worked for uses the rules; number 0: as they are."""

    version: str
    rules: int
    on: int
    number: int = 0
    decided_by: str = ""
    since: date | None = None


def _running(now: Running) -> tuple[Parameter, ...]:
    used = Parameter(
        _("Regler i brug"),
        _("%(on)s af %(rules)s")
        % {"on": wording.number(now.on), "rules": wording.number(now.rules)},
    )
    if now.since is None:
        return (used,)
    return (
        used,
        Parameter(_("Nummer"), wording.number(now.number)),
        Parameter(_("Besluttet af"), now.decided_by),
        Parameter(_("Gælder fra"), wording.day_year(now.since)),
    )


def card(now: Running) -> ModelCard:
    """Return the card with how the rules are used now."""
    here, plan = _("det, du gør her"), _("din plan")
    return ModelCard(
        code=CODE,
        name=_("Lægger mærke til, hvem der kan have brug for hjælp"),
        purpose=_("Den minder medarbejdere om at ringe, skrive eller hjælpe i tide."),
        kind=_("Faste regler, som mennesker har skrevet. Den lærer ikke af sig selv."),
        decides="advises",
        inputs_person=(
            Input(_("hvor længe du har været uden job"), _("din sag i kommunen")),
            Input(_("hvornår du sidst gjorde noget her"), here),
            Input(_("om du har åbnet vores beskeder"), here),
            Input(_("dage, samtaler og tilbud i din joblog"), _("din joblog")),
            Input(_("mål, skridt, aftaler og krav"), plan),
            Input(_("om du er væk, og hvornår du er tilbage"), _("det, du har skrevet")),
        ),
        inputs_other=(Input(_("kommunens antal dage"), _("dem, kommunen har besluttet")),),
        never_used=(
            _("navn"),
            _("køn"),
            _("oprindelse"),
            _("adresse"),
            _("helbred"),
            _("ydelse"),
            _("chancen for job"),
            _("hvad du klikker på og læser"),
        ),
        how=(
            _("Hver regel ser på få ting og et antal dage. Passer den, kommer et punkt."),
            _("Punktet siger, hvad der er set, og hvad der kan hjælpe. Det lukker selv igen."),
            _("Er du væk, venter reglerne."),
            _("Et punkt giver ingen point, og ingen bliver sat i rækkefølge efter dem."),
        ),
        parameters=(),
        constraints=(
            _("Det, vi ikke ved, giver aldrig et punkt."),
            _("Når et menneske har svaret på et punkt, hviler reglen nogle dage."),
            _("Nye dage gælder aldrig bagud."),
        ),
        limits=(
            _("Reglerne ser kun det, der står her. Du kan have gjort meget andre steder."),
            _("Grænserne er valgt af mennesker. De kunne være valgt anderledes."),
        ),
        risks=(
            Risk(
                _("Hjælp kan føles som kontrol."),
                _("Du ser hvert punkt, og du kan sige, at det ikke passer."),
            ),
            Risk(
                _("En regel kan tit tage fejl."),
                _("Medarbejdere siger, når den gør. Andelen står her på siden."),
            ),
        ),
        oversight=(
            _("Den rører ikke din ydelse eller dine pligter. Kun mennesker handler."),
            _("Siger du, at et punkt ikke passer, ser en medarbejder på det."),
            _("Hvert punkt, der åbner og lukker, bliver gemt med regel og oplysninger."),
        ),
        shown=_("På “Det har vi lagt mærke til” kan du se dine punkter, og hvorfor de er der."),
        made_from=common.NO_TRAINING,
        owner=common.OWNER,
        version=now.version,
        versions=common.history(VERSIONS, now.version),
        laws=(common.EMPLOYMENT_ORDER, AI_ACT),
        high_risk=True,
        when_off=_("Alle punkter lukker, og der kommer ingen nye."),
        running=_running(now),
    )
