# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The card of the labour market's figures for advisers: people are counted, none is told of.

The room that counts at night says of which day the figures are, and registers the card.
"""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui import wording
from jobunivers.science.demand import FEWEST, FITS, VERSION
from jobunivers.science.demand.data import SHORTAGE_FROM, SURPLUS_TO
from jobunivers.trust.cards import common
from jobunivers.trust.register import Input, ModelCard, Parameter, Risk, Version

CODE = "demand"
_VERSIONS = (Version("demand-1", date(2026, 11, 25), _("Den første udgave.")),)


def _parameters(trend_days: int) -> tuple[Parameter, ...]:
    return (
        Parameter(
            _("Færreste mennesker i et tal"),
            wording.number(FEWEST),
            _("Er der færre end det, bliver tallet ikke vist."),
        ),
        Parameter(
            _("Nær nok"),
            common.share(FITS),
            _("Så meget skal ens eget arbejde ligne, før man tæller med."),
        ),
        Parameter(
            _("Mangel på folk"),
            wording.number(SHORTAGE_FROM, 2),
            _("Så mange job er der mindst til hver, der passer."),
        ),
        Parameter(
            _("Mange om jobbene"),
            wording.number(SURPLUS_TO, 2),
            _("Så mange job er der højst til hver, der passer."),
        ),
        Parameter(
            _("Dage mellem to tal"),
            wording.number(trend_days),
            _("Så langt ser den tilbage, når den siger, at der er flere eller færre job."),
        ),
    )


def card(*, trend_days: int, day: date | None) -> ModelCard:
    """Return the card with the day of the newest figures; None before the first night."""
    told = wording.day_year(day) if day else _("Der er ikke talt endnu.")
    return ModelCard(
        code=CODE,
        name=_("Tæller, hvor der mangler folk, og hvor der mangler job"),
        purpose=_("Giver rådgivere tal for, hvilket arbejde der er brug for, og hvor."),
        kind=_("Den tæller. Den lærer ikke, og den siger intet om et enkelt menneske."),
        decides="nothing",
        inputs_person=(
            Input(_("den slags arbejde, du har haft eller gerne vil have"), _("din profil")),
            Input(_("hvor langt du kan rejse"), _("din profil")),
            Input(_("den kommune, du hører til"), _("kommunen")),
        ),
        inputs_other=(
            Input(_("stilling, sted og antal i åbne opslag"), _("vores læsning af opslaget")),
        ),
        never_used=common.EVERYONE_HIDDEN,
        how=(
            _(
                "Hver nat tæller den åbne job i hvert fag og hver del af landet. Den tæller også,"
                " hvor mange der passer til dem. Så deler den det ene tal med det andet."
            ),
            _("Hver kommune tæller sine egne. Kun tallene bliver lagt sammen."),
            _("Er tallene små, kan svaret være et tilfælde. Så siger den ikke, hvad det er."),
        ),
        parameters=_parameters(trend_days),
        constraints=(
            _(
                "Et tal om for få mennesker bliver ikke vist. Det gælder også, hvis man kan regne"
                " det ud af to andre tal."
            ),
            _("Ingen navne bliver gemt sammen med tallene."),
        ),
        limits=(
            _("Den kender kun de job, der er slået op. Mange job bliver aldrig det."),
            _("Den kender kun dem, der har en profil her."),
            _("Den kan ikke se, hvad der sker i morgen. Den siger, hvordan det er nu."),
        ),
        risks=(
            Risk(
                _("Et tal bliver brugt til at presse nogen til et bestemt job."),
                _("Tallene siger intet om dig. Ingen må afgøre noget i din sag ud fra dem."),
            ),
            Risk(
                _("Alle bliver sendt samme vej."),
                _("Tallene er nye hver dag og viser også, hvor der er mange om jobbene."),
            ),
        ),
        oversight=(
            _("Rådgiveren ser begge tal og kan selv se efter i jobbene."),
            _("Kommunen kan slå modellen fra. Fra næste nat tæller dens borgere ikke med."),
        ),
        shown=_("Siden for rådgivere siger, hvilken nat tallene er fra."),
        made_from=common.NO_TRAINING,
        owner=common.OWNER,
        version=VERSION,
        versions=common.history(_VERSIONS, VERSION),
        laws=(common.EMPLOYMENT_ORDER, common.AI_ACT_PART),
        high_risk=True,
        when_off=_("Rådgivere ser stadig tal for hele landet. Jeres egne borgere er ikke med."),
        running=(Parameter(_("De nyeste tal er fra"), told),),
    )
