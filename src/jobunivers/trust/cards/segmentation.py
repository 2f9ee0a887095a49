# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The card of the rules that offer a journey: written by people, followed by a computer.

The room that places people says which policy is in effect, and registers the card.
"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui import wording
from jobunivers.trust.cards import common
from jobunivers.trust.cards.chance import AI_ACT
from jobunivers.trust.register import Input, ModelCard, Parameter, Risk, Version

CODE = "segmentation"
VERSIONS = (Version("segmentation-1", date(2026, 11, 25), _("Den første udgave.")),)


@dataclass(frozen=True, slots=True)
class Running:
    """The policy in effect in the kommune worked for; `decided_by` is "" when there is none."""

    version: str
    number: int = 0
    national: bool = True
    decided_by: str = ""
    since: date | None = None
    rules: int = 0


def _running(now: Running) -> tuple[Parameter, ...]:
    if now.since is None:
        return ()
    whose = _("Landets") if now.national else _("Kommunens egne")
    return (
        Parameter(_("Regler i brug"), whose),
        Parameter(_("Nummer"), wording.number(now.number)),
        Parameter(_("Besluttet af"), now.decided_by),
        Parameter(_("Gælder fra"), wording.day_year(now.since)),
        Parameter(_("Antal regler"), wording.number(now.rules)),
    )


def card(now: Running) -> ModelCard:
    """Return the card with the policy that is in effect now."""
    profile, here = _("din profil"), _("det, du gør her")
    return ModelCard(
        code=CODE,
        name=_("Finder det forløb, du får tilbudt"),
        purpose=_("Den tilbyder mere hjælp til dem, der har brug for den, og ro til resten."),
        kind=_("Faste regler, som mennesker har skrevet. Den lærer ikke af sig selv."),
        decides="advises",
        inputs_person=(
            Input(_("hvor længe du har været uden job, og hvor tit før"), _("din sag i kommunen")),
            Input(_("din alder"), _("din sag i kommunen")),
            Input(_("din uddannelse, dit arbejde og dit dansk"), profile),
            Input(_("hvor langt din profil er"), profile),
            Input(_("hvor let det digitale er, og hvad du helst vil"), _("dine egne svar")),
            Input(_("hvor tit du gør noget, og om du svarer på beskeder"), here),
            Input(_("om du er syg, på ferie eller har en pause"), _("det, du har skrevet")),
            Input(_("chancen for job inden et halvt og et helt år"), _("en anden model")),
        ),
        inputs_other=(Input(_("kommunens regler"), _("dem, kommunen har vedtaget")),),
        never_used=(
            _("navn"),
            _("køn"),
            _("oprindelse"),
            _("adresse"),
            _("helbred"),
            _("ydelse"),
            _("hvad du klikker på og læser"),
        ),
        how=(
            _("Reglerne læses oppefra. Den første, der passer på dig, peger på et forløb."),
            _("Hører vi længe ikke fra dig, går du et trin op ad en trappe mod mere hjælp."),
            _("Er du i gang igen, går du et trin tilbage. Er du væk, står uret stille."),
            _("Et menneske kan altid vælge noget andet for dig. Det går foran reglerne."),
        ),
        parameters=(),
        constraints=(
            _("Den, der gør mere, får aldrig tættere hjælp af det."),
            _("Ved vi ikke noget om dig, tæller det ikke imod dig."),
            _("Der går altid nogle dage mellem to flytninger."),
            _("Nye regler skal prøves på dagens borgere, før de kan gælde."),
        ),
        limits=(
            _("Reglerne ser ikke alt. De kender ikke dit liv uden for siderne her."),
            _("Er noget i din profil forkert, kan forløbet blive forkert."),
            _("Grænserne er valgt af mennesker. De kunne være valgt anderledes."),
        ),
        risks=(
            Risk(
                _("Nogen kan føle sig sat i bås."),
                _("Du ser hvorfor, hvad der kan ændre det, og kan sige nej."),
            ),
            Risk(
                _("En regel kan ramme en gruppe skævt."),
                _("Prøven viser, hvor mange i hver gruppe der ville flytte, før reglen gælder."),
            ),
            Risk(
                _("Stilhed kan have en god grund."),
                _("Sygdom, ferie og pauser tæller ikke. Trappen giver kun tilbud om hjælp."),
            ),
        ),
        oversight=(
            _("Den tilbyder hjælp. Den rører ikke din ydelse eller dine pligter."),
            _("Siger du nej, svarer et menneske med navn inden en frist."),
            _("Hver flytning kan laves igen i 90 dage med de oplysninger, der blev brugt."),
        ),
        shown=_("På “Mit forløb” kan du se dit forløb, hvorfor, og hvad der er brugt."),
        made_from=common.NO_TRAINING,
        owner=common.OWNER,
        version=now.version,
        versions=common.history(VERSIONS, now.version),
        laws=(common.EMPLOYMENT_ORDER, AI_ACT),
        high_risk=True,
        when_off=_("Ingen flyttes af en computer. Det, medarbejdere vælger, gælder stadig."),
        running=_running(now),
    )
