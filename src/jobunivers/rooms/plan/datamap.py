# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What plan holds: her goals and activities, agreements, requirements, and every change."""

from collections.abc import Mapping

from django.utils.translation import gettext
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
    staff,
)
from jobunivers.identity.models import ADVISING
from jobunivers.rooms.plan.models import About as Of
from jobunivers.rooms.plan.models import (
    Activity,
    Agreement,
    Goal,
    JobSearchRequirements,
    MadeBy,
    PlanChange,
)
from jobunivers.rooms.plan.queries import words

_HERS = {"id": inner(), "municipality": inner(), "citizen_id": inner()}
_SEEN = tuple(ADVISING)
_BOTH = _("Dig selv eller en medarbejder i kommunen")
_MADE_BY = {
    MadeBy.CITIZEN: _("Dig selv"),
    MadeBy.STAFF: _("En medarbejder i kommunen"),
    MadeBy.PLATFORM: _("Siden selv"),
}
_PARTS = {
    Of.GOAL: _("Et mål"),
    Of.ACTIVITY: _("Aktivitet"),
    Of.AGREEMENT: _("Aftale"),
    Of.REQUIREMENTS: _("Krav til jobsøgning"),
}
# Each part's states have codes of their own, so that one table names them all.
_STATES = {**words.GOAL_STATES, **words.AGREEMENT_STATES, **words.STATES}


def _in_words(text: str) -> str:
    """Return a title or a reason; those of the platform are sentences with a blank for a thing."""
    return gettext(text).replace("{thing}", "…") if "{thing}" in text else text


def _values(fields: Mapping[str, str]) -> str:
    """Return what a change was from or to; numbers of rows, that have no words, are left out."""
    said = []
    for name, text in fields.items():
        plain = _STATES[text] if name == "state" and text in _STATES else None
        found = str(plain or words.value(Of.ACTIVITY, name, str(text or "")))
        if found:
            said.append(f"{words.field(name)}: {found}")
    return ", ".join(said)


hold(
    Holding(
        model=Goal,
        about=About.CITIZEN,
        subject="citizen_id",
        group="plan",
        what=_("Mål i din plan"),
        source=_("Dig selv"),
        purpose="journey",
        retention="journey",
        seen_by=_SEEN,
        at="created_at",
        hers=True,
        change="plan:goal",
        change_takes_pk=True,
        fields={
            **_HERS,
            "words": free_text(_("Dit mål")),
            "occupation_uri": inner(),
            "by_on": ordinary(_("Inden")),
            "state": ordinary(_("Hvor langt du er"), by(words.GOAL_STATES)),
            "closed_on": ordinary(_("Afsluttet")),
            "order": inner(),
            "version": inner(),
            "created_at": ordinary(_("Skrevet")),
            "changed_at": ordinary(_("Sidst ændret")),
        },
    ),
    Holding(
        model=Activity,
        about=About.CITIZEN,
        subject="citizen_id",
        group="plan",
        what=_("Aktiviteter i din plan, og forslag til dem"),
        source=_("Dig selv, en medarbejder i kommunen eller siden"),
        purpose="journey",
        retention="journey",
        seen_by=_SEEN,
        at="created_at",
        title=words.title_of,
        hers=True,
        change="plan:activity",
        change_takes_pk=True,
        fields={
            **_HERS,
            "goal": ordinary(_("Hører til målet"), lambda goal: goal.words),
            "kind": ordinary(_("Slags"), by(words.KINDS)),
            "title": free_text(_("Tekst"), _in_words),
            "note": free_text(_("Noter")),
            "day": ordinary(_("Dag")),
            "last_day": ordinary(_("Sidste dag")),
            "starts_at": ordinary(_("Begynder")),
            "ends_at": ordinary(_("Slutter")),
            "place": free_text(_("Sted")),
            "state": confidential(_("Hvor langt du er"), by(words.STATES)),
            "done_on": ordinary(_("Gjort den")),
            "made_by": ordinary(_("Hvem satte den ind"), by(_MADE_BY)),
            "made_by_id": staff(_("Sat ind af")),
            "why": free_text(_("Hvorfor"), _in_words),
            "key": inner(),
            "thing_kind": inner(),
            "thing_id": inner(),
            "thing_title": ordinary(_("Handler om")),
            "order": inner(),
            "version": inner(),
            "created_at": ordinary(_("Skrevet")),
            "changed_at": ordinary(_("Sidst ændret")),
        },
    ),
    Holding(
        model=Agreement,
        about=About.CITIZEN,
        subject="citizen_id",
        group="plan",
        what=_("Aftaler mellem dig og kommunen"),
        source=_BOTH,
        purpose="case",
        retention="case",
        seen_by=_SEEN,
        at="created_at",
        change="plan:agreement",
        change_takes_pk=True,
        fields={
            **_HERS,
            "words": free_text(_("Aftale")),
            "staff_id": staff(_("Aftalt med")),
            "due_on": confidential(_("Inden")),
            "state": confidential(_("Hvordan det går"), by(words.AGREEMENT_STATES)),
            "citizen_yes_at": confidential(_("Du sagde ja")),
            "staff_yes_at": confidential(_("Kommunen sagde ja")),
            "agreed_at": confidential(_("Aftalt")),
            "closed_at": confidential(_("Afsluttet")),
            "version": inner(),
            "created_at": ordinary(_("Skrevet")),
            "changed_at": ordinary(_("Sidst ændret")),
        },
    ),
    Holding(
        model=JobSearchRequirements,
        about=About.CITIZEN,
        subject="citizen_id",
        group="availability",
        what=_("Krav til din jobsøgning"),
        source=_("Din a-kasse eller kommunens medarbejdere"),
        purpose="availability",
        retention="case",
        seen_by=_SEEN,
        at="created_at",
        title=lambda _row: _("Krav til jobsøgning"),
        fields={
            **_HERS,
            "purpose": free_text(_("Formål")),
            "fields": free_text(_("Fag og stillinger")),
            "area": free_text(_("Hvor du skal søge")),
            "volume": free_text(_("Hvor meget du skal søge")),
            "uploads": confidential(_("Så mange job skal du lægge på Jobnet")),
            "every": confidential(_("Hvor tit"), by(words.EVERY)),
            "places": free_text(_("Hvor du finder job")),
            "from_on": confidential(_("Gælder fra")),
            "until_on": confidential(_("Gælder til")),
            "fixed_at": confidential(_("Fastsat af"), by(words.FIXED_AT)),
            "fixed_by_id": staff(_("Skrevet af")),
            "why": free_text(_("Hvorfor")),
            "created_at": ordinary(_("Skrevet")),
        },
    ),
    Holding(
        model=PlanChange,
        about=About.CITIZEN,
        subject="citizen_id",
        group="plan",
        what=_("Alle ændringer i din plan"),
        source=_("Skrevet af siden, når nogen ændrer noget i planen"),
        purpose="case",
        retention="case",
        seen_by=_SEEN,
        at="at",
        title=lambda row: f"{by(_PARTS)(row.about)}: {_in_words(row.title)}",
        change="plan:history",
        fields={
            **_HERS,
            "at": ordinary(_("Hvornår")),
            "actor_id": staff(_("Ændret af")),
            "about": ordinary(_("Hvad"), by(_PARTS)),
            "row_id": inner(),
            "title": free_text(_("Tekst"), _in_words),
            "was": free_text(_("Før"), _values),
            "now": free_text(_("Nu"), _values),
        },
    ),
)
