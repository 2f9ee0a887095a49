# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The card of the rules that read which licences and languages an advertisement asks for."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui import wording
from jobunivers.science import requirements as science
from jobunivers.science.requirements.demands import LIKED, SAID, USUAL
from jobunivers.trust.cards import common
from jobunivers.trust.register import Input, ModelCard, Parameter, Risk, Version

CODE = "requirements"
_VERSIONS = (Version("req-1", date(2026, 11, 25), _("Den første udgave.")),)


def _parameters() -> tuple[Parameter, ...]:
    sure = _("Så sikker er computeren på fundet.")
    return (
        Parameter(_("Der står, at du skal have det"), common.share(SAID), sure),
        Parameter(_("Det er nævnt uden mere"), common.share(USUAL), sure),
        Parameter(_("Der står, at det er et plus"), common.share(LIKED), sure),
        Parameter(
            _("Kørekort og andre beviser"),
            wording.number(len(science.licence_codes())),
            _("Så mange slags kender den."),
        ),
        Parameter(
            _("Sprog"),
            wording.number(len(science.LANGUAGES)),
            _("Så mange sprog kender den navnet på."),
        ),
    )


def card() -> ModelCard:
    """Return the card as the system runs now."""
    return ModelCard(
        code=CODE,
        name=_("Finder krav om kørekort og sprog i et jobopslag"),
        purpose=_("Læser, om et job kræver kørekort, et andet bevis eller et sprog."),
        kind=_("Faste regler for ord. Den skriver ikke selv tekst."),
        decides="nothing",
        inputs_person=(),
        inputs_other=(Input(_("opslagets tekst"), _("jobkilden")),),
        never_used=common.EVERYONE_HIDDEN,
        how=(
            _("Den leder efter navne på beviser og sprog. Så læser den ordene rundt om."),
            _("De viser, om det er noget, du skal have, eller om det bare er et plus."),
            _("Nævner et opslag flere sprog, hvor ét er nok, er intet af dem et krav."),
            _("Står der intet om sprog, regner vi med det sprog, opslaget er skrevet på."),
        ),
        parameters=_parameters(),
        constraints=(
            _("Et ord tæller kun, når det står i teksten. Intet bliver digtet til."),
            _("Kun det, du skal have, kan holde et job væk fra din liste."),
            _("Det, virksomheden selv betaler for, er ikke et krav."),
        ),
        limits=(
            _("Den kender kun de beviser og sprog, den har navne på."),
            _("Den forstår dansk og engelsk. Andre opslag kan den ikke læse."),
        ),
        risks=(
            Risk(
                _("Et krav bliver læst forkert, og et job bliver holdt væk fra din liste."),
                _(
                    "Det sker kun, når du har skrevet, hvilke sprog du kan, eller at du ikke har"
                    " beviset. Du kan altid finde jobbet, når du søger."
                ),
            ),
            Risk(
                _("Et krav bliver overset, og du søger et job, du ikke kan få."),
                _("Læs altid selv hele opslaget, før du søger."),
            ),
        ),
        oversight=(_("Hele teksten står på opslaget, som virksomheden skrev den."),),
        shown=_("Kravene står på opslaget, med de ord fra teksten, der viser dem."),
        made_from=_(
            "Mennesker har skrevet reglerne. De har læst 180 opslag og rettet reglerne efter dem."
            " Der var 110 af 111 fund rigtige. I 1.397 andre opslag, på engelsk, var 52 af 70"
            " fund rigtige. De to slags fejl er rettet siden."
        ),
        owner=common.OWNER,
        version=science.VERSION,
        versions=common.history(_VERSIONS, science.VERSION),
        laws=(common.AI_ACT_PART,),
        high_risk=True,
        when_off=_(
            "Den kan ikke slås fra i én kommune. Opslagene er fælles for hele landet, og modellen"
            " læser intet om dig."
        ),
        can_be_switched_off=False,
    )
