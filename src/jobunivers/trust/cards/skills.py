# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The card of the model that reads which competences an advertisement asks for."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jobunivers.science import skills as science
from jobunivers.trust.cards import common
from jobunivers.trust.register import Input, ModelCard, Parameter, Risk, Text, Version

CODE = "skills"
_VERSIONS = (
    Version("skills-1", date(2026, 11, 23), _("Den første udgave.")),
    Version("skills-2", date(2026, 11, 25), _("Flere måder at skrive det samme på tæller.")),
)
# How a skill may be written → the name science has for how sure such a find is. Versions differ
# in the ways they know.
_WAYS: tuple[tuple[Text, str], ...] = (
    (_("Flere ord i træk"), "SEVERAL_WORDS"),
    (_("Et navn, som SAP"), "NAME"),
    (_("Et navneord i stedet for udsagnsordet"), "AS_NOUN"),
    (_("En vending, der betyder det samme"), "PHRASES"),
    (_("Et enkelt ord"), "ONE_WORD"),
    (_("Et andet ord for det samme"), "PHRASE"),
    (_("Uden det første udsagnsord"), "SHORTENED"),
)


def _parameters() -> tuple[Parameter, ...]:
    sure = _("Så sikker er computeren på fundet.")
    known = ((name, getattr(science, way, None)) for name, way in _WAYS)
    return (
        *(
            Parameter(name, common.share(float(value)), sure)
            for name, value in known
            if value is not None
        ),
        Parameter(
            _("Bøjet ord eller andet navn"),
            f"−{common.share(science.INFLECTED)}",
            _("Så meget mindre sikker bliver den."),
        ),
    )


def card() -> ModelCard:
    """Return the card as the system runs now."""
    return ModelCard(
        code=CODE,
        name=_("Finder kompetencer i et jobopslag"),
        purpose=_("Læser, hvad man skal kunne i jobbet, så det kan holdes op mod det, du kan."),
        kind=_("Faste regler for ord. Den skriver ikke selv tekst."),
        decides="nothing",
        inputs_person=(),
        inputs_other=(
            Input(_("opslagets tekst"), _("jobkilden")),
            Input(_("den fælles liste over kompetencer"), _("EU’s ESCO eller Jobunivers’ egen")),
        ),
        never_used=common.EVERYONE_HIDDEN,
        how=(
            _("Computeren leder efter de ord, som den fælles liste har for det, man kan."),
            _("Den tager de længste ord først. Den husker, hvor i teksten de står."),
        ),
        parameters=_parameters(),
        constraints=(
            _("Et ord tæller kun, når det står i teksten. Intet bliver digtet til."),
            _("Ord, der står i næsten alle opslag, tæller ikke."),
        ),
        limits=(
            _("Den finder kun det, der er skrevet med ord fra listen."),
            _("Den kan ikke altid se, om et krav er noget, man skal, eller noget, man må."),
        ),
        risks=(
            Risk(
                _("Et krav bliver overset eller læst forkert."),
                _("Et opslag uden krav bliver læst efter, hvad den slags arbejde plejer at kræve."),
            ),
        ),
        oversight=(
            _("Hele teksten står på opslaget, som virksomheden skrev den."),
            _("Under “Hvorfor ser jeg dette?” står hvert krav, vi har fundet."),
        ),
        shown=_("Kravene står under “Hvorfor ser jeg dette?” ved hvert job."),
        made_from=_("Den fælles liste over kompetencer. Modellen lærer ikke af noget."),
        owner=common.OWNER,
        version=common.version_of("skills"),
        versions=common.history(_VERSIONS, common.version_of("skills")),
        laws=(common.AI_ACT_PART,),
        high_risk=True,
        when_off=_(
            "Den kan ikke slås fra i én kommune. Opslagene er fælles for hele landet, og modellen"
            " læser intet om dig."
        ),
        running=common.editions(),
        can_be_switched_off=False,
    )
