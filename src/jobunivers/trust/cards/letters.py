# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The card of the rules that read letters which a citizen sends on to her joblog."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jobunivers.science.letters import VERSION
from jobunivers.trust.cards import common
from jobunivers.trust.register import Input, ModelCard, Parameter, Risk, Version

CODE = "letters"


def card() -> ModelCard:
    """Return the card as the system runs now."""
    return ModelCard(
        code=CODE,
        name=_("Læser svar fra virksomheder"),
        purpose=_("Læser en mail, du selv sender videre, og laver et forslag til din joblog."),
        kind=_("Faste regler for ord og datoer. Den skriver ikke selv tekst."),
        decides="nothing",
        inputs_person=(
            Input(_("teksten i den mail, du sender videre"), _("dig selv")),
            Input(_("job og virksomheder i din joblog"), _("dig selv")),
        ),
        inputs_other=(),
        never_used=common.EVERYONE_HIDDEN,
        how=(
            _("Den leder efter sætninger, der siger tak, indbyder, tilbyder eller siger nej."),
            _("Sætninger med “hvis” tæller ikke. De siger ikke, hvad der er sket."),
            _("Navnet på jobbet tager den fra teksten, og virksomheden fra den, der skrev."),
        ),
        parameters=(Parameter(_("Udgave af reglerne"), VERSION),),
        constraints=(
            _("Intet bliver skrevet i din joblog, før du har sagt ja til det."),
            _("Kun de sætninger, forslaget bygger på, bliver gemt. De er væk efter 30 dage."),
        ),
        limits=(_("Den læser dansk og engelsk. Billeder og filer læser den ikke."),),
        risks=(
            Risk(
                _("Et svar bliver læst forkert, for eksempel et nej som et tak."),
                _("Du ser de sætninger, den bygger på, og retter eller sletter forslaget."),
            ),
            Risk(
                _("En anden sender breve til din adresse."),
                _("De kan kun blive til forslag. Du kan slette dem og få en ny adresse."),
            ),
        ),
        oversight=(_("Du ser hvert forslag, og hvor i mailen det står."),),
        shown=_("På siden med forslag fra mails, under din joblog."),
        made_from=_("Regler, vi selv har skrevet, og opdigtede breve. Ingen borgeres breve."),
        owner=common.OWNER,
        version=VERSION,
        versions=common.history(
            (Version(VERSION, date(2026, 11, 26), _("Den første udgave.")),), VERSION
        ),
        laws=(common.EMPLOYMENT_ORDER,),
        high_risk=False,
        when_off=_("Vi viser dig, hvem mailen er fra, og hvad den hedder. Du skriver selv resten."),
    )
