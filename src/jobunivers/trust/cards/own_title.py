# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The card of the guess at which occupation a citizen means by the words in her own profile."""

from django.utils.translation import gettext_lazy as _

from jobunivers.trust.cards import common, titles
from jobunivers.trust.register import Input, ModelCard, Risk

CODE = "own-title"


def card() -> ModelCard:
    """Return the card as the system runs now."""
    return ModelCard(
        code=CODE,
        name=_("Forstår den stilling, du skriver i din profil"),
        purpose=_("Finder ud af, hvilken stilling på den fælles liste du mener med dine egne ord."),
        kind=_("En model, der måler, hvor meget ord ligner hinanden. Den skriver ikke selv tekst."),
        decides="nothing",
        inputs_person=(
            Input(
                _("den titel, du skriver ved et job eller ønske uden at vælge fra listen"),
                _("dig selv"),
            ),
        ),
        inputs_other=(
            Input(_("den fælles liste over stillinger"), _("EU’s ESCO eller Jobunivers’ egen")),
        ),
        never_used=common.EVERYONE_HIDDEN,
        how=titles.HOW,
        parameters=titles.parameters(),
        constraints=(_("Et gæt, der er for usikkert, bliver ikke brugt."),),
        limits=(_("Den kender kun stillinger, der står på den fælles liste."),),
        risks=(
            Risk(
                _("Dine ord bliver forstået forkert, og du får vist de forkerte job."),
                _("Du kan vælge en stilling fra listen i stedet. Dine egne ord bliver stående."),
            ),
        ),
        oversight=(_("Under “Hvorfor ser jeg dette?” står den stilling, vi tror, du mener."),),
        shown=_("Stillingen står under “Hvorfor ser jeg dette?” ved hvert job."),
        made_from=_(
            "Den fælles liste over stillinger. Sikkerheden er sat efter 361 danske titler med"
            " kendt svar."
        ),
        owner=common.OWNER,
        version=common.version_of("titles"),
        versions=common.history(titles.VERSIONS, common.version_of("titles")),
        laws=(common.EMPLOYMENT_ORDER, common.AI_ACT_PART),
        high_risk=True,
        when_off=_(
            "Det, du skriver fra nu af, bliver gemt med dine ord alene. Vælg stillingen fra listen,"
            " hvis du vil have, at den tæller."
        ),
        running=common.editions(),
    )
