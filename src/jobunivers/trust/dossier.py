# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff see of one citizen in one place: parts and pages that rooms offer.

A room offers a part of the one view of a citizen, or a page beside it; neither knows the others.
The page logs one look for each part that is shown, so a part says as what it is logged.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise

from jobunivers.foundation.together import Question
from jobunivers.identity.models import ADVISING, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """Who is shown to whom, and when; `days` is the stretch the activity is looked at over.

    `name` is hers. `asked` is the address' query part, for parts with pages or choices.
    `printing` asks for everything a print must hold, not only what a screen needs. `answers` holds
    by a part's code what its `ask` asked, answered.
    """

    citizen_id: int
    staff_id: int
    role: str
    at: datetime
    language: str
    days: int = 30
    name: str = ""
    asked: Mapping[str, str] = field(default_factory=dict)
    printing: bool = False
    answers: dict[str, Sequence[Question]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the view of a citizen.

    Attributes:
        code: `room.thing`, never renamed.
        name: its heading.
        order: parts stand by this number, then by code: 10s who she is, 20s what needs help,
            30s activity, 40s plan and week, 50s competences and goals, 60s jobs and learning,
            70s talks, notes, messages, 80s consents and availability, 90s the log.
        looks: the parts of `trust.words` that are logged when it is shown; more of them may stand
            in what `load` returns, as `looks`.
        template: its inside without the heading, given what `load` returns.
        load: what it shows; None leaves it out.
        ask: the questions it needs answered, which are asked in one journey with all others'
            (`foundation.together`, so nothing that prefetches); `load` finds them in
            `showing.answers[code]`.
        roles: who may see it.
        printed: stands in the print for access to the file (*aktindsigt*).
        source: who told what it shows, said in the print.
        half: stands beside another on a wide screen.
        styles: static stylesheets that its inside needs.
    """

    code: str
    name: Promise | str
    order: int
    looks: tuple[str, ...]
    template: str
    load: Callable[[Showing], Mapping[str, Any] | None]
    ask: Callable[[Showing], Sequence[Question]] | None = None
    roles: tuple[Role, ...] = tuple(ADVISING)
    printed: bool = True
    source: Promise | str = ""
    half: bool = False
    styles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page about one citizen, as a way in the bar that all of them show.

    Attributes:
        code: `room.thing`, never renamed.
        name: the words of the way.
        url_name: an address that takes the citizen's id alone.
        order: pages stand by this number, then by code.
        roles: who may open it.
    """

    code: str
    name: Promise | str
    url_name: str
    order: int
    roles: tuple[Role, ...] = tuple(ADVISING)


@dataclass(frozen=True, slots=True)
class Act:
    """Something staff do for one citizen, as a button at the top of the view.

    Attributes:
        code: `room.thing`, never renamed.
        name: a verb, "Skriv en note".
        url_name: the address of its form; it takes the citizen's id alone.
        order: buttons stand by this number, then by code; the first three are always seen.
        icon: of `foundation/ui`.
        roles: who may do it.
    """

    code: str
    name: Promise | str
    url_name: str
    order: int
    icon: str = ""
    roles: tuple[Role, ...] = tuple(ADVISING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One line of the log of her way: what happened, and who did it ("" for herself).

    `by_id` is a member of staff whose name the page finds, together with all others.
    """

    at: datetime
    text: str
    by: str = ""
    by_id: int | None = None
    url: str = ""
    whole_day: bool = False  # only the day is known; `at` is its beginning
    more: str = ""  # one quiet line below


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """What a room knows to have happened to a citizen, for the log of her way.

    Attributes:
        code: `room.thing`, never renamed; it is also the choice in the address.
        name: what the choice is called: "Ansøgninger".
        looks: the parts of `trust.words` that are logged when its lines are shown.
        ask: (showing, until, most) → her newest `most` rows no later than `until`, newest first.
            From prepared rows, never from the log of events; nothing that prefetches.
        tell: (showing, rows) → a line for each row, in the same order.
        roles: who may see it.
    """

    code: str
    name: Promise | str
    looks: tuple[str, ...]
    ask: Callable[[Showing, datetime, int], Question]
    tell: Callable[[Showing, Sequence[Any]], Sequence[Happening]]
    roles: tuple[Role, ...] = tuple(ADVISING)


_parts: dict[str, Part] = {}
_pages: dict[str, Page] = {}
_acts: dict[str, Act] = {}
_logs: dict[str, Log] = {}


def at_day(day: date) -> datetime:
    """Return the beginning of a Danish day, for a happening of which only the day is known."""
    return timezone.make_aware(datetime.combine(day, time.min))


def offer(part: Part) -> None:
    """Offer a part of the view; said in a room's `apps.py`."""
    _parts[part.code] = part


def offer_page(page: Page) -> None:
    """Offer a page about a citizen; said in a room's `apps.py`."""
    _pages[page.code] = page


def offer_act(act: Act) -> None:
    """Offer something to do for a citizen; said in a room's `apps.py`."""
    _acts[act.code] = act


def offer_log(log: Log) -> None:
    """Offer what happened to a citizen; said in a room's `apps.py`."""
    _logs[log.code] = log


def parts(role: str) -> list[Part]:
    """Return the parts that a role may see, in their order."""
    seen = (part for part in _parts.values() if role in part.roles)
    return sorted(seen, key=lambda part: (part.order, part.code))


def pages(role: str) -> list[Page]:
    """Return the pages that a role may open, in their order."""
    seen = (page for page in _pages.values() if role in page.roles)
    return sorted(seen, key=lambda page: (page.order, page.code))


def acts(role: str) -> list[Act]:
    """Return what a role may do, in its order."""
    seen = (act for act in _acts.values() if role in act.roles)
    return sorted(seen, key=lambda act: (act.order, act.code))


def logs(role: str) -> list[Log]:
    """Return what a role may read of what happened, by code."""
    return sorted((log for log in _logs.values() if role in log.roles), key=lambda log: log.code)
