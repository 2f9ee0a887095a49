# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The card of the vectors that say what a text is about; a part of matching.

The room that trains them says which are in use, and registers the card.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui import wording
from jobunivers.science import latent as science
from jobunivers.trust.cards import common
from jobunivers.trust.register import Input, ModelCard, Parameter, Risk, Version

CODE = "meaning"
_VERSIONS = (Version("latent-1", date(2026, 11, 24), _("Den første udgave.")),)


@dataclass(frozen=True, slots=True)
class Running:
    """The vectors in use: their digest, how many texts they learned from, since when.

    `texts` is 0 where they have learned from the names and descriptions of the taxonomy alone.
    """

    digest: str
    texts: int
    since: date


def _parameters() -> tuple[Parameter, ...]:
    return (
        Parameter(
            _("Tal for hver tekst"),
            wording.number(science.DIMS),
            _("Så mange tal siger, hvad en tekst handler om."),
        ),
        Parameter(
            _("Din egen tekst"),
            common.share(science.OWN_WORDS),
            _("Så meget tæller den. Resten er navne på det, du har lavet, kan og vil."),
        ),
        Parameter(
            _("Del af et langt ord"),
            common.share(science.PART),
            _("Så meget tæller “syge” i “sygehus” ved siden af hele ordet."),
        ),
    )


def _running(now: Running | None) -> tuple[Parameter, ...]:
    if now is None:
        return (Parameter(_("I brug nu"), _("Ingen. Den har ikke lært endnu.")),)
    learned = wording.number(now.texts) if now.texts else _("kun de fælles lister")
    return (
        Parameter(_("I brug nu"), now.digest),
        Parameter(_("I brug siden"), wording.day_year(now.since)),
        Parameter(_("Tekster, den har lært af"), learned),
    )


def card(now: Running | None) -> ModelCard:
    """Return the card with the vectors in use; None before any were trained."""
    chosen = _("dine egne valg her")
    return ModelCard(
        code=CODE,
        name=_("Forstår, hvad en tekst handler om"),
        purpose=_("Finder job, der handler om det samme som din tekst og de job, du kan lide."),
        kind=_("En model, der har lært, hvilke ord der hører sammen. Den skriver ikke selv tekst."),
        decides="nothing",
        inputs_person=(
            Input(_("din egen tekst"), _("din profil")),
            Input(_("navne på det, du har lavet, kan og gerne vil"), _("din profil")),
            Input(_("de job, du har gemt, søgt eller bedt om flere af"), chosen),
            Input(_("de job, du har skjult, fordi det ikke er dit fag"), chosen),
        ),
        inputs_other=(
            Input(_("opslagets tekst"), _("jobkilden")),
            Input(_("de fælles lister over arbejde"), _("EU’s ESCO eller Jobunivers’ egen")),
        ),
        never_used=common.EVERYONE_HIDDEN,
        how=(
            _("Hver tekst bliver til en række tal. Handler to tekster om det samme, ligner de."),
            _("Dine ord bliver også til tal. Din liste gemmer tallene og ikke din tekst."),
            _("De job, du kan lide, trækker din liste mod sig. De, du har skjult, skubber den."),
        ),
        parameters=_parameters(),
        constraints=(
            _("Den lærer aldrig af det, borgere skriver om sig selv."),
            _("Den kan aldrig holde et job væk. Den kan kun give point."),
        ),
        limits=(
            _("Den ved, hvilket fag en tekst hører til. Den fanger ikke de små forskelle."),
            _("Den læser ord og ikke sætninger. “Ikke nat” ligner “nat”."),
            _("Et ord, den ikke har mødt før, tæller ikke."),
        ),
        risks=(
            Risk(
                _("Den lærer vaner fra opslagene og giver dem videre."),
                _("Den tæller kun en lille del af pointene. Du kan se, hvor meget."),
            ),
            Risk(
                _("Du gemmer én slags job og får kun vist flere af dem."),
                _("Kun de nyeste valg tæller. Du kan tage et valg tilbage."),
            ),
        ),
        oversight=(
            _("Du kan rette din tekst, og du kan tage det tilbage, du har gemt eller skjult."),
            _("Kommunen kan slå modellen fra. Det virker med det samme."),
        ),
        shown=_("Under “Hvorfor ser jeg dette?” står det, når din tekst eller dine valg tæller."),
        made_from=_("Jobopslag og de fælles lister over arbejde. Den lærer nyt hver uge."),
        owner=common.OWNER,
        version=science.VERSION,
        versions=common.history(_VERSIONS, science.VERSION),
        laws=(common.EMPLOYMENT_ORDER, common.AI_ACT_PART),
        high_risk=True,
        when_off=_("Dine ord og valg bliver ikke lavet om til tal."),
        running=_running(now),
    )
