# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages of rules show: the list, one rule with its test and its answers, the order."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from jobunivers.foundation.notices import queries as notices
from jobunivers.foundation.things import Thing
from jobunivers.identity import queries as identity
from jobunivers.rooms.outreach.models import (
    NoTrigger,
    PushRecipient,
    Stand,
    Trigger,
    TriggerHit,
    TriggerState,
    TriggerTest,
    TriggerVersion,
    What,
)
from jobunivers.rooms.outreach.queries import conditions
from jobunivers.rooms.outreach.queries.contents import WHATS, thing_of
from jobunivers.rooms.outreach.queries.effects import Effects, effects_of
from jobunivers.rooms.outreach.queries.matching import as_push
from jobunivers.rooms.outreach.queries.order import standing
from jobunivers.rooms.outreach.queries.pages import FEWEST, Share, share
from jobunivers.rooms.outreach.queries.rules import rule_on
from jobunivers.rooms.outreach.queries.told import kind_of
from jobunivers.rooms.outreach.queries.words import HELD, PAUSED, TRIGGER_STATES
from jobunivers.rooms.segmentation import queries as segmentation

_MONTH = timedelta(days=30)
_VERSIONS = 10


@dataclass(frozen=True, slots=True)
class TriggerRow:
    """A rule in the list."""

    trigger: Trigger
    state: Promise
    what: Promise | str
    owner: str
    chosen: int  # in 30 days
    waits: bool


def triggers_page(*, at: datetime) -> list[TriggerRow]:
    """Return the kommune's rules: those that send first, those that are over last."""
    rows = list(Trigger.objects.select_related("live", "draft").order_by("pk"))
    rank = {state: place for place, state in enumerate(("live", "paused", "draft", "ended"))}
    rows.sort(key=lambda one: (rank[one.state], one.pk))
    names = identity.names(ids={one.owner_id for one in rows})
    hits = TriggerHit.objects.filter(at__gt=at - _MONTH).order_by()
    chosen = dict(hits.values_list("trigger_id").annotate(Count("pk")))
    return [
        TriggerRow(
            one,
            TRIGGER_STATES[one.state],
            WHATS[version.what] if (version := one.draft or one.live) else "",
            names.get(one.owner_id, ("", ""))[0],
            chosen.get(one.pk, 0),
            bool(one.draft and one.draft.submitted_at),
        )
        for one in rows
    ]


def triggers_waiting(*, reader: int) -> list[Trigger]:
    """Return the rules that wait for a second person who is not the reader's own."""
    rows = Trigger.objects.filter(draft__submitted_at__isnull=False).select_related("draft")
    return list(rows.exclude(draft__made_by_id=reader).exclude(draft__submitted_by_id=reader))


@dataclass(frozen=True, slots=True)
class Tried:
    """A test as it is read. Groups of fewer than five people are told together."""

    test: TriggerTest
    by: str
    held: list[tuple[Promise | str, int]]
    courses: list[tuple[str, int | None]]
    holds: bool  # of what stands now, and not too old
    everybody: bool  # fits nearly all who are out of work
    first_day: int


@dataclass(frozen=True, slots=True)
class Answers:
    """What came of one version."""

    version: TriggerVersion
    by: str
    approved_by: str
    chosen: int
    sent: int
    response: list[Share]
    effects: Effects | None


@dataclass(frozen=True, slots=True)
class TriggerPage:
    """One rule as staff see it."""

    trigger: Trigger
    state: Promise
    owner: str
    paused: Promise | str
    version: TriggerVersion  # what is written, else what is live
    said: list[str]
    what: Promise | str
    thing: Thing | None
    tried: Tried | None
    waits: bool
    may_decide: bool
    needs_second: bool
    above: int
    refused_by: str
    answers: list[Answers]
    said_no: int | None


def trigger_page(
    *, trigger: Trigger, reader: int, role: str, language: str, holds: timedelta, at: datetime
) -> TriggerPage:
    """Return one rule with all that its state has to show."""
    version = trigger.draft or trigger.live
    if version is None:
        raise ValueError("a rule without a version")
    versions = list(trigger.versions.order_by("-number")[:_VERSIONS])
    ids = {one for v in versions for one in (v.made_by_id, v.approved_by_id, v.refused_by_id)}
    test = version.tests.order_by("-pk").first()
    ids |= {trigger.owner_id, test.by_id if test else None}
    names = identity.names(ids={pk for pk in ids if pk is not None})
    called = {pk: name for pk, (name, _role) in names.items()}
    rule = rule_on(timezone.localdate(at))
    own = reader in {version.made_by_id, version.submitted_by_id}
    waits = version == trigger.draft and version.submitted_at is not None
    tried = _tried(version, test, called, language, holds, at=at) if test else None
    said_no = NoTrigger.objects.filter(trigger=trigger).count()
    return TriggerPage(
        trigger=trigger,
        state=TRIGGER_STATES[trigger.state],
        owner=called.get(trigger.owner_id, ""),
        paused=PAUSED.get(trigger.paused_why, "") if trigger.state == TriggerState.PAUSED else "",
        version=version,
        said=conditions.said(version.conditions, language),
        what=WHATS[version.what],
        thing=thing_of(as_push(version), at=at),
        tried=tried,
        waits=waits,
        may_decide=waits and not own and rule.may_approve(role),
        needs_second=tried is not None and _month(version, tried.test) > rule.above,
        above=rule.above,
        refused_by=called.get(version.refused_by_id or 0, ""),
        answers=[one for one in _answers(versions, called, at=at) if one.version.live_from],
        said_no=said_no if said_no >= FEWEST else None,
    )


def _month(version: TriggerVersion, test: TriggerTest) -> int:
    return test.month if version.from_now else max(test.reached, test.month)


def _tried(
    version: TriggerVersion,
    test: TriggerTest,
    called: Mapping[int, str],
    language: str,
    holds: timedelta,
    *,
    at: datetime,
) -> Tried:
    held = {code: number for code, number in test.held.items() if number >= FEWEST}
    few = sum(test.held.values()) - sum(held.values())
    lines: list[tuple[Promise | str, int]] = [(HELD[one], held[one]) for one in HELD if one in held]
    if few:
        lines.append((_("kan ikke få den, som det er nu"), few))
    names = segmentation.course_names(language)
    courses = [
        (segmentation.called(names, code) if code else _("Uden forløb"), number)
        for code, number in sorted(test.courses.items())
    ]
    return Tried(
        test=test,
        by=called.get(test.by_id, ""),
        held=lines,
        courses=[(name, number if number >= FEWEST else None) for name, number in courses],
        holds=test.digest == version.digest and test.at > at - holds,
        everybody=test.seekers > 0 and test.fits > 0.9 * test.seekers,
        first_day=0 if version.from_now else min(test.reached, version.per_day),
    )


def _answers(
    versions: Sequence[TriggerVersion], called: Mapping[int, str], *, at: datetime
) -> list[Answers]:
    """Return what came of each version, in the same questions however many pushes it made."""
    rows = TriggerHit.objects.filter(trigger_version__in=versions).order_by()
    chosen = dict(rows.values_list("trigger_version_id").annotate(Count("pk")))
    got = PushRecipient.objects.filter(
        push__trigger_version__in=versions, state=Stand.SENT
    ).order_by()
    stands = {
        pk: (sent, no)
        for pk, sent, no in got.values_list("push__trigger_version_id").annotate(
            sent=Count("pk"), no=Count("pk", filter=Q(answered_at__isnull=False))
        )
    }
    return [
        Answers(
            one,
            called.get(one.made_by_id, ""),
            called.get(one.approved_by_id or 0, ""),
            chosen.get(one.pk, 0),
            stands.get(one.pk, (0, 0))[0],
            _response(one, *stands.get(one.pk, (0, 0))),
            _effects(one, at=at),
        )
        for one in versions
    ]


def _effects(version: TriggerVersion, *, at: datetime) -> Effects | None:
    if not version.held_out:
        return None
    return effects_of(list(version.pushes.defer("picked").order_by("pk")), at=at)


def _response(version: TriggerVersion, sent: int, said_no: int) -> list[Share]:
    if sent < FEWEST:
        return []
    keys = [f"push:{pk}" for pk in version.pushes.order_by("pk").values_list("pk", flat=True)]
    told = notices.response_to_all(kind=kind_of(version.what), keys=keys)
    lines = [(_("har set den"), told.seen), (_("sagde, at den ikke passer"), said_no)]
    if version.what in {What.OFFER, What.LESSON}:
        lines.insert(1, (_("gemte det eller gik i gang"), told.acted))
    return [share(words, number, sent) for words, number in lines]


@dataclass(frozen=True, slots=True)
class OrderPage:
    """Which rule goes first for a course."""

    course: str
    courses: list[tuple[str, str]]
    triggers: list[Trigger]
    rest_days: int
    own: bool  # the course has an order of its own


def order_page(*, course: str, language: str) -> OrderPage:
    """Return the order that holds for a course; "" is that of all courses without their own."""
    courses = [("", _("Alle andre forløb")), *conditions.course_choices(language)]
    course = course if course in dict(courses) else ""
    holds = standing()
    rows = {one.pk: one for one in Trigger.objects.exclude(state=TriggerState.ENDED).order_by("pk")}
    places = holds.places(course, list(rows))
    return OrderPage(
        course,
        courses,
        sorted(rows.values(), key=lambda one: places[one.pk]),
        holds.rest_days.get(course, holds.rest_days[""]),
        course in holds.orders,
    )


def reasons_of(*, push_id: int, citizen_id: int, language: str) -> list[str]:
    """Return why a rule sent her something, as she reads it; nothing when a person did."""
    rows = TriggerHit.objects.filter(push_id=push_id, citizen_id=citizen_id)
    hit = rows.select_related("trigger_version").first()
    if hit is None:
        return []
    return conditions.told(hit.trigger_version.conditions, hit.facts, language)
