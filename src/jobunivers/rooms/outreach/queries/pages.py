# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the pages of pushes show: the list, one push with its preview or its response, hers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from jobunivers.foundation.notices import queries as notices
from jobunivers.foundation.things import Thing
from jobunivers.identity import queries as identity
from jobunivers.rooms.outreach.models import Push, PushRecipient, Stand, State, What
from jobunivers.rooms.outreach.queries.contents import GOES_AWAY, WHATS, thing_of
from jobunivers.rooms.outreach.queries.effects import Effects, effects_of
from jobunivers.rooms.outreach.queries.rules import Rule, rule_on
from jobunivers.rooms.outreach.queries.told import kind_of
from jobunivers.rooms.outreach.queries.words import HELD, OVER, STATES

PER_PAGE = 25
FEWEST = 5
STALE_AFTER = timedelta(hours=24)
MINE, WAITING, ALL = "mine", "venter", "alle"


@dataclass(frozen=True, slots=True)
class Row:
    """A push in the list."""

    push: Push
    state: Promise | str
    what: Promise | str
    sender: str
    people: int | None  # None: nobody has been looked for


@dataclass(frozen=True, slots=True)
class ListPage:
    """The list: whose pushes are shown, and how many wait for the reader."""

    shown: str
    rows: list[Row]
    sheet: Page[Push]
    waits: int
    may_send: bool


def list_page(
    *, reader: int, role: str, shown: str, page: str | None, may_send: bool, at: datetime
) -> ListPage:
    """Return the reader's pushes, those that wait for her, or all that are more than a draft."""
    rule = rule_on(timezone.localdate(at))
    waiting = Push.objects.filter(state=State.WAITING).exclude(sender_id=reader)
    waits = waiting.count() if rule.may_approve(role) else 0
    usual = MINE if may_send else WAITING
    shown = shown if shown in {MINE, WAITING, ALL} else usual
    if shown == MINE:
        found = Push.objects.filter(sender_id=reader, trigger_version=None)
    elif shown == WAITING:
        found = waiting if rule.may_approve(role) else waiting.none()
    else:
        found = Push.objects.exclude(state=State.DRAFT)
    sheet = Paginator(found.defer("picked").order_by("-pk"), PER_PAGE).get_page(page)
    pushes = list(sheet)
    names = identity.names(ids={one.sender_id for one in pushes})
    rows = [
        Row(
            one,
            STATES[one.state],
            WHATS[one.what],
            names.get(one.sender_id, ("", ""))[0],
            one.reach.get("reached"),
        )
        for one in pushes
    ]
    return ListPage(shown, rows, sheet, waits, may_send)


@dataclass(frozen=True, slots=True)
class Crowd:
    """How many would look at one job: what it bears, and what it is taken to get anyway."""

    positions: int
    applicants: int
    expected: int
    earlier: int
    bears: int
    on_list: int


@dataclass(frozen=True, slots=True)
class Reach:
    """Who would get it. Reasons of fewer than five people are told together."""

    meant: int
    others: int  # meant, but no citizens of the kommune
    reached: int
    outside: int
    inside: int  # on their own pages alone
    enough: int
    held: list[tuple[Promise | str, int]]
    crowd: Crowd | None
    stale: bool


@dataclass(frozen=True, slots=True)
class Share:
    """A number of people and its share; None where it is too small to be told."""

    words: str
    number: int | None
    share: float  # 0 to 1


@dataclass(frozen=True, slots=True)
class PushPage:
    """One push as staff see it."""

    push: Push
    state: Promise | str
    what: Promise | str
    sender: str
    thing: Thing | None
    whom: str
    reach: Reach | None
    counted: bool  # the worker has found who gets it
    going: int  # get it, as chosen
    held_out: int
    sent: int
    response: list[Share]
    effects: Effects | None
    over: Promise | str
    approved_by: str
    refused_by: str
    rule: Rule
    mine: bool
    may_decide: bool
    needs_second: bool
    crowded: bool


def push_page(*, push: Push, reader: int, role: str, at: datetime) -> PushPage:
    """Return one push with all that its state has to show."""
    rule = rule_on(timezone.localdate(at))
    asked = (push.sender_id, push.approved_by_id, push.refused_by_id, *push.picked[:1])
    people = {pk for pk in asked if pk is not None}
    names = {pk: name for pk, (name, _role) in identity.names(ids=people).items()}
    stands = push.recipients.aggregate(
        going=Count("pk", filter=Q(state=Stand.QUEUED)),
        held_out=Count("pk", filter=Q(state=Stand.HELD_OUT)),
        sent=Count("pk", filter=Q(state=Stand.SENT)),
        no=Count("pk", filter=Q(answered_at__isnull=False)),
    )
    reach = _reach(push, at=at) if push.reached_at else None
    crowd = reach.crowd if reach else None
    crowded = crowd is not None and stands["going"] > crowd.bears
    mine = push.sender_id == reader
    return PushPage(
        push=push,
        state=STATES[push.state],
        what=WHATS[push.what],
        sender=names.get(push.sender_id, ""),
        thing=thing_of(push, at=at),
        whom=_whom(push, names),
        reach=reach,
        counted=push.reached_at is not None,
        going=stands["going"],
        held_out=stands["held_out"],
        sent=stands["sent"],
        response=_response(push, stands["sent"], stands["no"]) if push.begun_at else [],
        effects=effects_of([push], at=at),
        over=OVER.get(push.over_why, ""),
        approved_by=names.get(push.approved_by_id or 0, ""),
        refused_by=names.get(push.refused_by_id or 0, ""),
        rule=rule,
        mine=mine,
        may_decide=push.state == State.WAITING and not mine and rule.may_approve(role),
        needs_second=stands["going"] > rule.above or crowded,
        crowded=crowded,
    )


def _whom(push: Push, names: Mapping[int, str]) -> str:
    if len(push.picked) == 1:
        return names.get(push.picked[0], "")
    if push.picked:
        return _("%(number)s, du har valgt på listen") % {"number": len(push.picked)}
    return push.group_name


def _reach(push: Push, *, at: datetime) -> Reach:
    told = push.reach
    held = {code: number for code, number in told["held"].items() if number >= FEWEST}
    few = sum(told["held"].values()) - sum(held.values())
    lines: list[tuple[Promise | str, int]] = [
        (HELD[code], held[code]) for code in HELD if code in held
    ]
    if few:
        lines.append((_("kan ikke få den, som det er nu"), few))
    crowd = None
    if push.what == What.JOB:
        crowd = Crowd(**{name: told[name] for name in Crowd.__dataclass_fields__})
    return Reach(
        meant=told["meant"],
        others=told["meant"] - told["people"],
        reached=told["reached"],
        outside=told["outside"],
        inside=told["reached"] - told["outside"],
        enough=told["enough"] if told["enough"] >= FEWEST else 0,
        held=lines,
        crowd=crowd,
        stale=push.reached_at is not None and at - push.reached_at > STALE_AFTER,
    )


def _response(push: Push, sent: int, said_no: int) -> list[Share]:
    """Return what came of it, no number of fewer than five people, nor one that gives it away."""
    if sent < FEWEST:
        return []
    told = notices.response_to(kind=kind_of(push.what), key=push.occasion)
    lines = [(_("har set den"), told.seen), (_("sagde, at den ikke passer"), said_no)]
    if push.what == What.JOB:
        lines.insert(1, (_("gemte eller søgte jobbet"), told.acted))
    if push.what in {What.OFFER, What.LESSON}:
        lines.insert(1, (_("gemte det eller gik i gang"), told.acted))
    return [share(words, number, sent) for words, number in lines]


def share(words: str, number: int, of: int) -> Share:
    """Return a number with its share, hidden where it or the rest is too small to be told."""
    hidden = number < FEWEST or 0 < of - number < FEWEST
    return Share(words, None if hidden else number, 0.0 if hidden else number / of)


@dataclass(frozen=True, slots=True)
class HerPage:
    """A push as the citizen reads it."""

    push: Push
    received: PushRecipient | None
    sender: str
    what: Promise | str
    thing: Thing | None
    path: str
    gone: bool
    no_more: bool
    facts: list[str]  # what a rule saw; empty when a person sent it
    no_rule: bool  # she wants nothing by the rule


def her_page(
    *,
    push: Push,
    received: PushRecipient | None,
    no_more: bool,
    facts: list[str],
    no_rule: bool,
    at: datetime,
) -> HerPage:
    """Return what she got, why, from whom, and where it leads."""
    thing = thing_of(push, at=at)
    gone = push.what in GOES_AWAY and (thing is None or thing.gone)
    name = identity.names(ids=[push.sender_id]).get(push.sender_id, ("", ""))[0]
    path = thing.path if thing else push.path
    return HerPage(
        push, received, name, WHATS[push.what], thing, path, gone, no_more, facts, no_rule
    )


def received(push_id: int) -> list[PushRecipient]:
    """Return those who have got a push, with it."""
    rows = PushRecipient.objects.filter(push_id=push_id, state=Stand.SENT)
    return list(rows.select_related("push").order_by("citizen_id"))


def any_pushes() -> bool:
    """Say whether the kommune has ever begun a push."""
    return Push.objects.exists()
