# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Codes of the plan in the words people read."""

from collections.abc import Mapping
from datetime import date, datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.wording import clock, day, day_year
from jobunivers.rooms.plan.models import (
    About,
    Activity,
    ActivityKind,
    ActivityState,
    AgreementState,
    Every,
    FixedAt,
    GoalState,
    MadeBy,
)

KINDS: Mapping[str, Promise] = {
    ActivityKind.APPLY: _("Søge et job"),
    ActivityKind.TALK: _("Møde eller samtale"),
    ActivityKind.COURSE: _("Kursus"),
    ActivityKind.INTERNSHIP: _("Praktik"),
    ActivityKind.NETWORK: _("Netværk"),
    ActivityKind.OWN: _("Andet"),
}
# What is about learning; the rest is about looking for work.
LEARNING = frozenset({ActivityKind.COURSE, ActivityKind.INTERNSHIP})
STATES: Mapping[str, Promise] = {
    ActivityState.SUGGESTED: _("Foreslået"),
    ActivityState.PLANNED: _("Planlagt"),
    ActivityState.BEGUN: _("Er i gang"),
    ActivityState.DONE: _("Gjort"),
    ActivityState.DROPPED: _("Lagt væk"),
    ActivityState.DECLINED: _("Nej tak"),
}
GOAL_STATES: Mapping[str, Promise] = {
    GoalState.OPEN: _("På vej"),
    GoalState.REACHED: _("Nået"),
    GoalState.LEFT: _("Lagt væk"),
}
AGREEMENT_STATES: Mapping[str, Promise] = {
    AgreementState.PROPOSED: _("Foreslået"),
    AgreementState.AGREED: _("Aftalt"),
    AgreementState.KEPT: _("Klaret"),
    AgreementState.NOT_KEPT: _("Blev ikke til noget"),
    AgreementState.ENDED: _("Gælder ikke mere"),
}
EVERY: Mapping[str, Promise] = {Every.WEEK: _("om ugen"), Every.MONTH: _("om måneden")}
FIXED_AT: Mapping[str, Promise] = {FixedAt.FUND: _("A-kassen"), FixedAt.KOMMUNE: _("Kommunen")}
_ABOUT: Mapping[str, Promise] = {
    About.GOAL: _("Et mål"),
    About.ACTIVITY: _("Aktivitet"),
    About.AGREEMENT: _("Aftale"),
    About.REQUIREMENTS: _("Krav til jobsøgning"),
}
_FIELDS: Mapping[str, Promise] = {
    "words": _("Tekst"),
    "title": _("Tekst"),
    "kind": _("Slags"),
    "goal_id": _("Hører til målet"),
    "note": _("Noter"),
    "day": _("Dag"),
    "last_day": _("Sidste dag"),
    "starts_at": _("Begynder"),
    "ends_at": _("Slutter"),
    "place": _("Sted"),
    "by_on": _("Inden"),
    "due_on": _("Inden"),
    "from_on": _("Gælder fra"),
    "staff_id": _("Aftalt med"),
    "state": _("Tilstand"),
    "occupation_uri": _("Fag"),
}
_MADE_BY: Mapping[str, Promise] = {
    MadeBy.STAFF: _("Foreslået af kommunen"),
    MadeBy.PLATFORM: _("Foreslået af siden"),
}
_STATES_ABOUT: Mapping[str, Mapping[str, Promise]] = {
    About.GOAL: GOAL_STATES,
    About.ACTIVITY: STATES,
    About.AGREEMENT: AGREEMENT_STATES,
}
# Fields that hold numbers of rows; what they are called has changed or is gone.
_NUMBERS = frozenset({"goal_id", "staff_id", "occupation_uri"})


def title_of(activity: Activity) -> str:
    """Return what an activity is called; the platform's own words in the reader's language."""
    return _own_words(activity, activity.title)


def why_of(activity: Activity) -> str:
    """Return why it is suggested, in the reader's language; empty when nobody said."""
    return _own_words(activity, activity.why)


def _own_words(activity: Activity, text: str) -> str:
    unread = activity.state in {ActivityState.SUGGESTED, ActivityState.DECLINED}
    if not text or activity.made_by != MadeBy.PLATFORM or not unread:
        return text
    return gettext(text).replace("{thing}", activity.thing_title)


def made_by_of(activity: Activity) -> str:
    """Return who else than she put it there; empty when she did."""
    return str(_MADE_BY.get(activity.made_by, ""))


def when_of(activity: Activity) -> str:
    """Return the day, the days or the day and time of an activity in words; empty for none."""
    if activity.day is None:
        return ""
    if activity.last_day is not None and activity.last_day != activity.day:
        return gettext("%(first)s til %(last)s") % {
            "first": day(activity.day),
            "last": day(activity.last_day),
        }
    if activity.starts_at is None:
        return _day(activity.day)
    return f"{_day(activity.day)} {clock(activity.starts_at)}"


def _day(value: date) -> str:
    near = abs((value - timezone.localdate()).days) < 180  # noqa: PLR2004 - half a year
    return day(value) if near else day_year(value)


def about(code: str) -> str:
    """Return what part of the plan a change was of."""
    return str(_ABOUT.get(code, code))


def field(name: str) -> str:
    """Return what a field is called."""
    return str(_FIELDS.get(name, name))


def value(part: str, name: str, text: str) -> str:
    """Return a value of the history in words: days, times, states and kinds."""
    if not text or name in _NUMBERS:
        return ""
    if name == "state":
        return str(_STATES_ABOUT.get(part, {}).get(text, text))
    if name == "kind":
        return str(KINDS.get(text, text))
    if name in {"starts_at", "ends_at"}:
        return clock(datetime.fromisoformat(text))
    if name in {"day", "last_day", "by_on", "due_on", "from_on"}:
        return day_year(date.fromisoformat(text))
    return text
