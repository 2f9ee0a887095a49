# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the AI register says of availability: rules that point, and a procedure that guides."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.availability.queries.count import MODEL
from jobunivers.trust import register
from jobunivers.trust.cards import common
from jobunivers.trust.cards.chance import AI_ACT
from jobunivers.trust.register import Input, ModelCard, Risk, Version

VERSIONS = (Version("availability-1", date(2026, 11, 26), _("Den første udgave.")),)


def register_card() -> None:
    """Put the rules in the register; said once, in `apps.py`."""
    register.register(MODEL, card)


def card() -> ModelCard:
    """Return the card as the rules are used."""
    here = _("det, du gør her")
    return ModelCard(
        code=MODEL,
        name=_("Viser din rådighed, og hvad der måske skal ses på"),
        purpose=_("Du og kommunen ser det samme, i tide og med kilde."),
        kind=_("Faste regler, som mennesker har skrevet. Den lærer ikke af sig selv."),
        decides="advises",
        inputs_person=(
            Input(_("din joblog og det, du har lagt op"), _("din joblog")),
            Input(_("dine krav, aftaler og skridt"), _("din plan")),
            Input(_("om der er et CV, og hvornår du blev ledig"), here),
            Input(_("samtaler, du har været til"), here),
            Input(_("hvad du får, når en medarbejder har skrevet det"), _("din sag i kommunen")),
        ),
        inputs_other=(
            Input(_("reglerne på dagen"), _("lovene og kommunens egne regler")),
        ),
        never_used=(
            _("navn"), _("køn"), _("oprindelse"), _("adresse"), _("helbred"),
            _("chancen for job"), _("hvad du klikker på og læser"),
        ),
        how=(
            _("Den holder det, du skal, op mod det, der står her."),
            _("Mangler der noget, siger den: det skal måske ses på. Mere siger den ikke."),
            _("I en sag viser den, hvad der skal, kan og ikke må gøres, og hvorfor."),
            _("Den åbner aldrig en sag. Den afgør aldrig noget."),
        ),
        parameters=(),
        constraints=(
            _("Det, vi ikke ved, tæller aldrig imod dig."),
            _("Er du væk, bliver der ikke peget på noget."),
            _("Mangler en regel for dagen, stopper trinet."),
            _("Ingen lister, filtre eller forløb læser den."),
        ),
        limits=(
            _("Den ser kun det, der står her. Du kan have gjort meget andre steder."),
            _("Reglerne er læst til og med 2026. Bagefter skal de læses igen."),
        ),
        risks=(
            Risk(
                _("En påmindelse kan blive taget for en dom."),
                _("Den siger kun “måske”, og et menneske skal finde kilden."),
            ),
            Risk(
                _("Ens sager kan få forskelligt svar."),
                _("Medarbejderen ser lignende sager uden navn, før der afgøres noget."),
            ),
        ),
        oversight=(
            _("Et menneske med navn åbner, hører dig, afgør og underskriver."),
            _("Kommunen kan kræve, at to mennesker læser hver afgørelse."),
            _("Du ser alt, hvad medarbejderen ser, og hvem der har set det."),
        ),
        shown=_("På siden Rådighed ser du det hele. I afgørelsen står, hvad en computer har vist."),
        made_from=common.NO_TRAINING,
        owner=common.OWNER,
        version=VERSIONS[-1].code,
        versions=VERSIONS,
        laws=(common.EMPLOYMENT_ORDER, AI_ACT),
        high_risk=True,
        when_off=_("Der bliver ikke peget på noget. Oplysninger, sager og trin står der stadig."),
    )  # fmt: skip
