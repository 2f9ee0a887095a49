# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The card of the model that reads which occupation an advertisement's title means."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.taxonomy.meaning import PROBABLY
from jobunivers.foundation.ui import wording
from jobunivers.science.features import FAMILIES
from jobunivers.science.occupations import PREFERRED, SAME_HEAD, WHOLE_CONCEPT
from jobunivers.trust.cards import common
from jobunivers.trust.register import Input, ModelCard, Parameter, Risk, Version

CODE = "titles"
VERSIONS = (
    Version("titles-1", date(2026, 11, 23), _("Den første udgave.")),
    Version("titles-2", date(2026, 11, 25), _("Også ord, der betyder det samme, tæller.")),
)
_FAMILY = {
    "letters": _("Ens bogstaver"),
    "parts": _("Ens dele af lange ord"),
    "stems": _("Ens ord"),
    "senses": _("Ens betydning"),
}
HOW = (
    _("Computeren deler titlen i ord og bogstaver. Så leder den i den fælles liste."),
    _("Den vælger den stilling, der ligner mest. Den siger også, hvor sikker den er."),
)


def parameters() -> tuple[Parameter, ...]:
    """Return the numbers that make the model what it is, as they are in the running code."""
    families = (
        Parameter(
            _FAMILY.get(name, name),
            common.share(weight),
            _("Så meget tæller det, når to titler ligner."),
        )
        for name, weight in FAMILIES
    )
    return (
        *families,
        Parameter(
            _("Stillingens hovednavn"),
            f"+{wording.number(PREFERRED, 2)}",
            _("Hedder to stillinger det samme, vinder den, der har ordet som sit hovednavn."),
        ),
        Parameter(
            _("Alle navne på stillingen"),
            common.share(WHOLE_CONCEPT),
            _("Så meget tæller de andre navne, stillingen har."),
        ),
        Parameter(
            _("Samme slags stilling"),
            common.share(SAME_HEAD),
            _("Så meget er det værd, at begge er en slags leder, lærer eller lignende."),
        ),
        Parameter(
            _("Sikker nok"),
            common.share(PROBABLY),
            _("Er computeren mindre sikker end det, bruger vi ikke gættet."),
        ),
    )


def card() -> ModelCard:
    """Return the card as the system runs now."""
    return ModelCard(
        code=CODE,
        name=_("Finder stillingen i et jobopslag"),
        purpose=_("Læser titlen på et opslag, så job med hver sit navn kan findes samme sted."),
        kind=_("En model, der måler, hvor meget ord ligner hinanden. Den skriver ikke selv tekst."),
        decides="nothing",
        inputs_person=(),
        inputs_other=(
            Input(_("opslagets titel"), _("jobkilden")),
            Input(_("den fælles liste over stillinger"), _("EU’s ESCO eller Jobunivers’ egen")),
        ),
        never_used=common.EVERYONE_HIDDEN,
        how=HOW,
        parameters=parameters(),
        constraints=(_("Et gæt, der er for usikkert, bliver ikke brugt."),),
        limits=(
            _("En titel kan være så kort, at ingen kan vide, hvad jobbet er."),
            _("Nye slags job står ikke på listen. De får et navn, der ligner, eller slet intet."),
        ),
        risks=(
            Risk(
                _("Et job får en forkert stilling og bliver vist til de forkerte."),
                _("Et usikkert gæt tæller mindre. Alle job kan findes ved at søge."),
            ),
        ),
        oversight=(
            _("Virksomhedens egen titel står altid på opslaget."),
            _("Står et job under en forkert stilling, kan du sige det til kommunen."),
        ),
        shown=_("Stillingen står under “Hvorfor ser jeg dette?”, når den er en grund."),
        made_from=_(
            "Den fælles liste over stillinger. Sikkerheden er sat efter 361 danske titler med"
            " kendt svar."
        ),
        owner=common.OWNER,
        version=common.version_of("titles"),
        versions=common.history(VERSIONS, common.version_of("titles")),
        laws=(common.AI_ACT_PART,),
        high_risk=True,
        when_off=_(
            "Den kan ikke slås fra i én kommune. Opslagene er fælles for hele landet, og modellen"
            " læser intet om dig."
        ),
        running=common.editions(),
        can_be_switched_off=False,
    )
