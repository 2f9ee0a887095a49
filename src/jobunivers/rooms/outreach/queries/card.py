# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the AI register says of rules that send, and of lots: people wrote them."""

from datetime import date, datetime, timedelta

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui import wording
from jobunivers.rooms.outreach.models import Trigger, TriggerHit, TriggerState
from jobunivers.trust import local, register
from jobunivers.trust.cards import common
from jobunivers.trust.cards.chance import AI_ACT
from jobunivers.trust.local import LocalFigure
from jobunivers.trust.register import Input, ModelCard, Parameter, Risk, Version

MODEL = "sending"
"""The code of the rules in the AI register."""
VERSIONS = (Version("sending-1", date(2026, 11, 26), _("Den første udgave.")),)
_MONTH = timedelta(days=30)
_FEWEST = 5


def register_card() -> None:
    """Put the rules in the register, with how they are used here; said once, in `apps.py`."""
    register.register(MODEL, card)
    local.provide_figures(MODEL, _figures)


def _figures(at: datetime) -> list[LocalFigure]:
    live = Trigger.objects.filter(state=TriggerState.LIVE).count()
    hits = TriggerHit.objects.filter(at__gte=at - _MONTH)
    people = hits.order_by().values("citizen_id").distinct().count()
    few = _("færre end %(least)s") % {"least": _FEWEST}
    return [
        LocalFigure(_("Regler, der sender nu"), wording.number(live)),
        LocalFigure(
            _("Borgere, der fik noget efter en regel de sidste 30 dage"),
            str(few) if 0 < people < _FEWEST else wording.number(people),
        ),
    ]


def card() -> ModelCard:
    """Return the card as the rules are used."""
    return ModelCard(
        code=MODEL,
        name=_("Sender noget til dig, når en regel passer"),
        purpose=_("Du får hjælp i rette tid, uden at nogen skal huske det."),
        kind=_("Faste regler, som mennesker har skrevet. Den lærer ikke af sig selv."),
        decides="advises",
        inputs_person=(
            Input(_("hvor længe du har været uden job"), _("din sag i kommunen")),
            Input(_("dit forløb, og siden hvornår"), _("kommunens regler for forløb")),
            Input(_("job, du har søgt her, og hvornår"), _("din joblog")),
            Input(_("mål i din plan, og om den er ændret"), _("din plan")),
            Input(_("tilbud, du er blevet færdig med"), _("det, du gør her")),
            Input(_("hvad du har sagt nej til at få"), _("dig selv")),
        ),
        inputs_other=(Input(_("reglens ord, antal dage og grænser"), _("en medarbejder")),),
        never_used=(
            _("navn"), _("køn"), _("alder"), _("oprindelse"), _("adresse"), _("helbred"),
            _("ydelse"), _("chancen for job"), _("hvad du klikker på og læser"),
        ),
        how=(
            _("En medarbejder skriver, hvad der skal passe, og hvad der bliver sendt."),
            _("Passer alle dele på dig, får du det. Hver regel er prøvet, før den sender."),
            _("Rammer den mange, skal to mennesker sige ja."),
            _("Er der ikke nok til alle, trækkes der lod, og chancen bliver skrevet ned."),
        ),
        parameters=(
            Parameter(_("Højst om dagen"), _("sat i hver regel")),
            Parameter(_("Dage mellem to til samme borger"), _("sat i hver regel")),
        ),
        constraints=(
            _("Har du fravær, eller har du fået arbejde, får du ikke noget."),
            _("Har du sagt nej til en regel, sender den aldrig mere til dig."),
            _("Reglen siger altid, hvorfor du fik det."),
        ),
        limits=(
            _("Den ser kun det, der står her. Det, du får, kan være noget, du har hørt før."),
        ),
        risks=(
            Risk(_("Du får for meget."), _("Der er en grænse for alle regler til sammen.")),
            Risk(
                _("En regel rammer skævt."),
                _("Den bliver prøvet på rigtige tal først, og svarene bliver talt."),
            ),
        ),
        oversight=(
            _("Et menneske har navn på hver regel og kan stoppe den."),
            _("Det, der bliver sendt, er et tilbud. Svarer du ikke, sker der ikke noget."),
        ),
        shown=_("På det, du får, står der, at en regel sendte det, og hvad den så."),
        made_from=common.NO_TRAINING,
        owner=common.OWNER,
        version=VERSIONS[-1].code,
        versions=VERSIONS,
        laws=(common.EMPLOYMENT_ORDER, AI_ACT),
        high_risk=True,
        when_off=_("Ingen regel sender noget. Medarbejdere kan stadig selv sende."),
    )  # fmt: skip
