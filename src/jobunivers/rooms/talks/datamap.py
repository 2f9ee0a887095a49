# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What talks hold: talks, who took part, what they were about, proposals and cue cards."""

from collections.abc import Mapping

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import (
    About,
    Holding,
    by,
    confidential,
    free_text,
    hold,
    inner,
    ordinary,
    public,
    staff,
)
from jobunivers.identity.models import ADVISING
from jobunivers.rooms.talks.models import (
    AgendaPoint,
    CardChoice,
    CueCard,
    Partaker,
    Proposal,
    ProposalState,
    Talk,
    TalkAgreement,
)
from jobunivers.rooms.talks.queries import words
from jobunivers.science.talks import RULES

_HELPERS = tuple(sorted(ADVISING))
_PROPOSAL_STATES = {
    ProposalState.SHOWN: _("Vist"),
    ProposalState.USED: _("Brugt"),
    ProposalState.ASIDE: _("Lagt til side"),
}
_WISHES = {
    CardChoice.Wish.PINNED: _("Altid fremme"),
    CardChoice.Wish.HIDDEN: _("Skjult"),
}


def _facts(facts: Mapping[str, int | str]) -> str:
    """Return the facts a proposal stood on."""
    lines = words.fact_lines(facts, get_language() or "da")
    return "; ".join(f"{name}: {value}" for name, value in lines)


def _proposed(code: str) -> str:
    """Return what is proposed: a subject by its name; a job by its number; a card by its key."""
    return RULES[code].name.said(get_language() or "da", {}) if code in RULES else code


def _talk(row: Talk) -> str:
    return f"{words.KINDS[row.kind]} {words.when_of(row)}"


hold(
    Holding(
        model=Talk,
        about=About.CITIZEN,
        subject="citizen_id",
        group="talks",
        what=_("Samtaler, og hvad der er skrevet i referatet"),
        source=_("Kommunens medarbejdere, eller dig selv, når du vælger en tid"),
        purpose="case",
        retention="case",
        seen_by=_HELPERS,
        at="starts_at",
        title=_talk,
        fields={
            "id": inner(),
            "municipality": inner(),
            "uid": inner(),
            "citizen_id": inner(),
            "staff_id": staff(_("Medarbejder")),
            "kind": confidential(_("Slags"), by(words.KINDS)),
            "form": ordinary(_("Hvordan I taler"), by(words.FORMS)),
            "starts_at": ordinary(_("Begynder")),
            "minutes": ordinary(_("Minutter")),
            "place": ordinary(_("Sted")),
            "state": ordinary(_("Hvor langt den er"), by(words.STATES)),
            "begun_at": ordinary(_("Begyndte")),
            "closed_at": ordinary(_("Afsluttet")),
            "referat": free_text(_("Referat")),
            "referat_by_id": staff(_("Referatet er skrevet af")),
            "referat_at": ordinary(_("Referatet er skrevet")),
            "referat_version": inner(),
            "meeting_id": inner(),
            "version": inner(),
            "created_at": ordinary(_("Planlagt den")),
            "changed_at": ordinary(_("Sidst ændret")),
        },
    ),
    Holding(
        model=Partaker,
        about=About.CITIZEN,
        subject="talk__citizen_id",
        group="talks",
        what=_("Andre, der er med til dine samtaler"),
        source=_("Kommunens medarbejdere"),
        purpose="case",
        retention="case",
        seen_by=_HELPERS,
        title=lambda row: row.name,
        fields={
            "id": inner(),
            "municipality": inner(),
            "talk": inner(),
            # Somebody else's name and why she comes along: a companion tells of the citizen too.
            "name": confidential(_("Navn")),
            "role": confidential(_("Hvem det er"), by(words.ROLES)),
            "form": ordinary(_("Hvordan vedkommende er med"), by(words.FORMS)),
        },
    ),
    Holding(
        model=AgendaPoint,
        about=About.CITIZEN,
        subject="citizen_id",
        group="talks",
        what=_("Det, du eller en medarbejder gerne vil tale om"),
        source=_("Dig selv og kommunens medarbejdere"),
        purpose="journey",
        retention="journey",
        seen_by=_HELPERS,
        at="added_at",
        title=lambda row: row.words,
        hers=True,
        change="talks:own",
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "talk": inner(),
            "words": free_text(_("Hvad I skal tale om")),
            "by_id": staff(_("Skrevet af")),
            "added_at": ordinary(_("Skrevet")),
            "talked_at": ordinary(_("I har talt om det")),
        },
    ),
    Holding(
        model=TalkAgreement,
        about=About.CITIZEN,
        subject="talk__citizen_id",
        group="talks",
        what=_("Aftaler fra din plan, som I lavede i en samtale"),
        source=_("Kommunens medarbejdere"),
        purpose="case",
        retention="case",
        seen_by=_HELPERS,
        at="linked_at",
        fields={
            "id": inner(),
            "municipality": inner(),
            "talk": inner(),
            "agreement_id": inner(),
            "linked_at": confidential(_("Aftalt")),
        },
    ),
    Holding(
        model=Proposal,
        about=About.CITIZEN,
        subject="citizen_id",
        group="computed",
        what=_("Emner, job og kort, siden har foreslået til en samtale"),
        source=_("Regnet ud af siden ud fra det, der står om dig"),
        purpose="journey",
        retention="journey",
        seen_by=_HELPERS,
        at="shown_at",
        title=lambda row: f"{by(words.PROPOSALS)(row.kind)}: {_proposed(row.code)}",
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "talk": inner(),
            "kind": confidential(_("Slags"), by(words.PROPOSALS)),
            "code": confidential(_("Hvad der er foreslået"), _proposed),
            "version": public(_("Udgave af reglerne")),
            "reasons": confidential(_("Hvad det bygger på"), _facts),
            "order": inner(),
            "shown_at": ordinary(_("Vist")),
            "state": ordinary(_("Hvad der er sket med det"), by(_PROPOSAL_STATES)),
            "settled_by_id": staff(_("Af hvem")),
            "settled_at": ordinary(_("Hvornår")),
        },
    ),
    Holding(
        model=CardChoice,
        about=About.STAFF,
        subject="staff_id",
        group="work",
        what=_("Notatkort, du vil have fremme eller ikke vil se"),
        source=_("Dig selv"),
        purpose="work",
        retention="account",
        at="chosen_at",
        title=lambda row: row.key,
        fields={
            "id": inner(),
            "municipality": inner(),
            "staff_id": inner(),
            "key": ordinary(_("Notatkort")),
            "wish": ordinary(_("Dit ønske"), by(_WISHES)),
            "chosen_at": ordinary(_("Valgt")),
        },
    ),
    Holding(
        model=CueCard,
        about=About.NOBODY,
        what=_("Notatkort: korte råd til medarbejdere, der taler med borgere"),
        source=_("Kommunen eller landet"),
        purpose="work",
        retention="forever",
        fields={
            "id": inner(),
            "municipality": inner(),
            "key": public(),
            "number": public(),
            "title_da": public(),
            "title_en": public(),
            "text_da": public(),
            "text_en": public(),
            "tags": public(),
            "retired": public(),
            "made_at": public(),
            "made_by_id": staff(_("Skrevet af")),
        },
    ),
)
