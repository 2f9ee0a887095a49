# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be sent: jobs, searches, lessons, pages of the platform; and whether it still can."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.urls import get_script_prefix, reverse
from django.utils.functional import Promise
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import lessons
from jobunivers.foundation.things import Pointer, Thing, find
from jobunivers.rooms.marketplace import queries as marketplace
from jobunivers.rooms.outreach.models import Push, What
from jobunivers.rooms.vacancies import queries as vacancies

WHATS: Mapping[str, Promise] = {
    What.JOB: _("Et job"),
    What.SEARCH: _("En søgning efter job"),
    What.LESSON: _("En lektion eller et kursus"),
    What.OFFER: _("Noget fra markedspladsen"),
    What.PAGE: _("En side eller et værktøj her på siden"),
    What.MESSAGE: _("En besked"),
}
GOES_AWAY = frozenset({What.JOB, What.LESSON, What.OFFER})  # the rest is always there
# Code → what it is called, and the name of its address. A page needs no number.
PAGES: Mapping[str, tuple[Promise, str]] = {
    "suggested": (_("Relevante job"), "tailored:recommended"),
    "gaps": (_("Kompetencer, der åbner job"), "tailored:gaps"),
    "plan": (_("Min plan"), "plan:plan"),
    "week": (_("Min uge"), "week:week"),
    "profile": (_("Min profil"), "journey:profile"),
    "joblog": (_("Min joblog"), "vacancies:applications"),
    "searches": (_("Gemte søgninger"), "vacancies:saved_searches"),
    "follow": (_("Følg arbejdsgivere og emner"), "vacancies:following"),
}


@dataclass(frozen=True, slots=True)
class Job:
    """A job as a push needs it."""

    pk: int
    title: str
    positions: int
    path: str


def job(pk: int, *, at: datetime) -> Job | None:
    """Return an open job the kommune may see; None when there is none."""
    thing = _vacancy(pk, at=at)
    if thing is None or thing.gone:
        return None
    row = vacancies.rows_by_id([pk]).get(pk)
    positions = row.positions if row else 1
    return Job(pk, thing.title[:200], max(1, positions), thing.path)


def _vacancy(pk: int, *, at: datetime) -> Thing | None:
    pointer = Pointer("vacancy", pk)
    return find([pointer], language=_language(), at=at).get(pointer)


_OF_MARKETPLACE = "marketplace:"


@dataclass(frozen=True, slots=True)
class Offered:
    """An offer of the marketplace as a push needs it."""

    pk: int
    title: str
    path: str


def offered(pk: int, *, at: datetime) -> Offered | None:
    """Return an offer that stands on a shelf of the kommune; None when there is none."""
    thing = _offer(pk, at=at)
    if thing is None or thing.gone or pk not in marketplace.shelved_ids(day=localdate(at)):
        return None
    return Offered(pk, thing.title[:200], thing.path)


_NUMBER = re.compile(r"(?:^|/markedspladsen/)(\d{1,18})/?(?:[?#].*)?$")


def number_in(text: str) -> str:
    """Return the number of an offer, typed alone or as an address; "" when there is none."""
    found = _NUMBER.search(text.strip())
    return found[1] if found else ""


def _offer(pk: int, *, at: datetime) -> Thing | None:
    pointer = Pointer("offer", pk)
    return find([pointer], language=_language(), at=at).get(pointer)


def offer_of(push: Push) -> int | None:
    """Return the offer of the marketplace that a push is about; lessons stand there too."""
    number = push.thing.removeprefix(_OF_MARKETPLACE)
    about = push.what == What.OFFER or (
        push.what == What.LESSON and push.thing.startswith(_OF_MARKETPLACE)
    )
    return int(number) if about and number.isdecimal() else None


def thing_of(push: Push, *, at: datetime) -> Thing | None:
    """Return what a push points at as a line shows it; None where it is a page, or words alone."""
    if push.what == What.JOB and push.thing.isdecimal():
        return _vacancy(int(push.thing), at=at)
    if push.what == What.LESSON:
        found = lessons.find([push.thing], language=_language(), at=at)
        return Thing(found[0].title, found[0].path) if found else None
    if push.what == What.OFFER and push.thing.isdecimal():
        return _offer(int(push.thing), at=at)
    return None


def is_open(push: Push, *, at: datetime) -> bool:
    """Say whether what is sent is there still; a page, a search and words always are."""
    if push.what not in GOES_AWAY:
        return True
    thing = thing_of(push, at=at)
    return thing is not None and not thing.gone


def lesson_choices(*, at: datetime) -> list[tuple[str, str]]:
    """Return the lessons that can be begun; none while no room has any."""
    return [(one.code, one.title) for one in lessons.lessons(language=_language(), at=at)]


def whats(*, at: datetime) -> dict[str, Promise]:
    """Return what can be sent now, by code."""
    there = bool(lesson_choices(at=at))
    return {code: words for code, words in WHATS.items() if there or code != What.LESSON}


def page_path(code: str) -> str:
    """Return where a page of the platform lies, within the kommune."""
    return _within(reverse(PAGES[code][1]))


def search_path(asked: Mapping[str, str]) -> str:
    """Return the search's address, within the kommune."""
    said = {name: text for name, text in asked.items() if text}
    return f"{_within(reverse('vacancies:search'))}?{urlencode(said)}"


def _within(path: str) -> str:
    return path.removeprefix(get_script_prefix()).removeprefix("/")


def _language() -> str:
    return get_language() or "da"
