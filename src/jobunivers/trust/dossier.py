# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff see of one citizen in one place: parts and pages that rooms offer.

A room offers a part of the one view of a citizen, or a page beside it; neither knows the others.
The page logs one look for each part that is shown, so a part says as what it is logged.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise

from jobunivers.identity.models import ADVISING, Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """Who is shown to whom, and when; `days` is the stretch the activity is looked at over."""

    citizen_id: int
    staff_id: int
    role: str
    at: datetime
    language: str
    days: int = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the view of a citizen.

    Attributes:
        code: `room.thing`, never renamed.
        name: its heading.
        order: parts stand by this number, then by code: 10s who she is, 20s what needs help,
            30s activity, 40s plan and week, 50s competences and goals, 60s jobs and learning,
            70s talks, notes, messages, 80s consents and availability, 90s the log.
        looks: the parts of `trust.words` that are logged when it is shown.
        template: its inside without the heading, given what `load` returns.
        load: what it shows; None leaves it out.
        roles: who may see it.
        printed: stands in the print for access to the file (*aktindsigt*).
        styles: static stylesheets that its inside needs.
    """

    code: str
    name: Promise | str
    order: int
    looks: tuple[str, ...]
    template: str
    load: Callable[[Showing], Mapping[str, Any] | None]
    roles: tuple[Role, ...] = tuple(ADVISING)
    printed: bool = True
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


_parts: dict[str, Part] = {}
_pages: dict[str, Page] = {}


def offer(part: Part) -> None:
    """Offer a part of the view; said in a room's `apps.py`."""
    _parts[part.code] = part


def offer_page(page: Page) -> None:
    """Offer a page about a citizen; said in a room's `apps.py`."""
    _pages[page.code] = page


def parts(role: str) -> list[Part]:
    """Return the parts that a role may see, in their order."""
    seen = (part for part in _parts.values() if role in part.roles)
    return sorted(seen, key=lambda part: (part.order, part.code))


def pages(role: str) -> list[Page]:
    """Return the pages that a role may open, in their order."""
    seen = (page for page in _pages.values() if role in page.roles)
    return sorted(seen, key=lambda page: (page.order, page.code))
