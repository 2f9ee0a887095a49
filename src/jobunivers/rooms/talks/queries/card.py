# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rules' card in the AI register: people wrote them, a computer follows."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.talks.queries.figures import local_figures
from jobunivers.rooms.talks.queries.staff_page import MODEL
from jobunivers.science.talks import MOST, RULES, VERSION
from jobunivers.trust import local, register
from jobunivers.trust.cards import common
from jobunivers.trust.cards.chance import AI_ACT
from jobunivers.trust.register import Input, ModelCard, Parameter, Risk, Version

VERSIONS = (Version("talks-1", date(2026, 11, 26), _("Den første udgave.")),)


def register_card() -> None:
    """Put the rules in the register, with how much of it is used; said once, in `apps.py`."""
    register.register(MODEL, card)
    local.provide_figures(MODEL, local_figures)


def card() -> ModelCard:
    """Return the card as the rules run now."""
    here = _("det, du har skrevet her")
    return ModelCard(
        code=MODEL,
        name=_("Foreslår, hvad en samtale kan handle om"),
        purpose=_("Den hjælper dig og den, du taler med, til at få talt om det vigtige."),
        kind=_("Faste regler, som mennesker har skrevet. Den lærer ikke af sig selv."),
        decides="advises",
        inputs_person=(
            Input(_("hvor længe du har været uden job, og om du har været væk"), _("din sag")),
            Input(_("ansøgninger, jobsamtaler og tilbud"), _("din joblog")),
            Input(_("mål, skridt og aftaler"), _("din plan")),
            Input(_("ønsket fag, og hvor langt du vil rejse"), _("din profil")),
            Input(_("om du har gjort indsigelse mod dit forløb"), here),
            Input(_("en kompetence, mange af dine relevante job spørger efter"), _("din liste")),
        ),
        inputs_other=(
            Input(_("åbne job nær dig"), _("jobopslagene")),
            Input(_("notatkort"), _("landets og kommunens egne")),
        ),
        never_used=(
            _("navn"),
            _("køn"),
            _("alder"),
            _("oprindelse"),
            _("helbred"),
            _("ydelse"),
            _("chancen for job"),
            _("hvad du klikker på og læser"),
        ),
        how=(
            _("Hver regel ser på få oplysninger. Passer den, foreslår den et emne, og hvorfor."),
            _("Højst fem emner bliver foreslået, i en fast rækkefølge."),
            _("Kort til den, der holder samtalen, bliver vist efter emner og slags samtale."),
            _("Hvert forslag bliver gemt: hvornår det blev vist, hvorfor, og om det blev brugt."),
        ),
        parameters=(
            Parameter(_("Regler"), str(len(RULES))),
            Parameter(_("Emner i en samtale, højst"), str(MOST)),
        ),
        constraints=(
            _("Det, vi ikke ved, giver aldrig et emne."),
            _("Du ser selv alle emner, og du kan sige “ikke det”. Så er det lagt til side."),
        ),
        limits=(
            _("Reglerne ser kun det, der står her. Det vigtigste for dig kan være noget andet."),
        ),
        risks=(
            Risk(
                _("Samtalen kan komme til at følge en skærm."),
                _("Dine egne punkter står altid først, og forslagene kan lægges til side."),
            ),
        ),
        oversight=(
            _("Den, du taler med, vælger. Intet bliver afgjort ud fra et forslag."),
            _("Ledere ser, hvor meget der bliver brugt, men ikke af hvem."),
        ),
        shown=_("Under “Samtaler” ser du emnerne og de oplysninger, de bygger på."),
        made_from=common.NO_TRAINING,
        owner=common.OWNER,
        version=VERSION,
        versions=common.history(VERSIONS, VERSION),
        laws=(common.EMPLOYMENT_ORDER, AI_ACT),
        high_risk=True,
        when_off=_("Der bliver ikke foreslået emner eller kort. Samtalen kan holdes som før."),
    )
