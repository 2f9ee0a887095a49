# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rooms tell what stands in a week; whoever asks gets all of it in order of time."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from jobunivers.foundation import diary
from jobunivers.foundation.diary import Entry, Source
from jobunivers.foundation.tenancy.models import Municipality

DAY = date(2026, 11, 25)
NINE = datetime(2026, 11, 25, 8, tzinfo=UTC)


def entry(uid: str, **more: Any) -> Entry:
    return Entry(**{"uid": uid, "version": 1, "kind": "task", "title": uid, "day": DAY, **more})


def telling(code: str, *entries: Entry) -> Source:
    return Source(code, between=lambda *_: list(entries))


def week(citizen_id: int = 1) -> list[str]:
    found = diary.between(citizen_id=citizen_id, first=DAY, after=date(2026, 11, 30), language="da")
    return [one.uid for one in found]


def test_entries_of_all_rooms_stand_in_order_of_time_whole_days_first() -> None:
    late, early = entry("a:2", starts_at=NINE.replace(hour=12)), entry("b:1", starts_at=NINE)

    with diary.only(telling("a", late, entry("a:1")), telling("b", early)):
        assert week() == ["a:1", "b:1", "a:2"]


def test_rooms_that_say_their_questions_are_asked_in_one_journey(
    db: None, django_assert_num_queries: Any
) -> None:
    def asks(citizen_id: int, first: date, after: date) -> dict[str, Any]:
        return {"all": Municipality.objects.filter(pk=citizen_id).order_by("pk")}

    def reads(rows: Any, first: date, after: date, language: str) -> list[Entry]:
        return [entry(f"x:{row.pk}") for row in rows["all"]]

    with (
        diary.only(*(Source(code, asks=asks, reads=reads) for code in "abc")),
        django_assert_num_queries(1),
    ):
        assert week(citizen_id=0) == []


def test_a_source_that_cannot_tell_anything_is_refused() -> None:
    with pytest.raises(ValueError, match="x has neither"):
        Source("x", asks=lambda *_: {})


@pytest.mark.parametrize(
    ("uid", "found"), [("a:1", True), ("a:7", False), ("b:1", False), ("a:", False), ("a", False)]
)
def test_an_entry_is_found_by_its_name(uid: str, found: bool) -> None:
    with diary.only(telling("a", entry("a:1"), entry("a:2"))):
        one = diary.find(uid=uid, citizen_id=1, around=DAY, language="da")

    assert (one is not None) is found


def test_what_has_no_end_yet_stands_until_today_and_never_ends_before_it_began() -> None:
    ill = entry("a:1", last_day=date(2027, 5, 1), open_end=True)

    assert ill.until(date(2026, 11, 27)) == date(2026, 11, 27)
    assert ill.until(date(2026, 11, 1)) == DAY
    assert entry("a:1", last_day=date(2026, 11, 26)).until(DAY) == date(2026, 11, 26)
