# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The flow of some weeks: what the prepared days add up to."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.segmentation.models import FlowDay
from jobunivers.rooms.segmentation.queries.flow_page import LEFT, NEW, FlowPage, flow_page

TODAY = date(2026, 11, 25)
CLOSENESS = {"digital": 0, "guided": 1, "close": 3}
Day = dict[tuple[str, str], int]


@pytest.fixture
def counted(aarhus: Municipality) -> Iterator[None]:
    """Work for Aarhus, where three days are counted."""
    days: dict[int, Day] = {
        20: {("", "digital"): 90, ("", "close"): 10},
        10: {("digital", "digital"): 80, ("digital", "guided"): 10, ("close", "close"): 10},
        0: {
            ("digital", "digital"): 75, ("digital", ""): 5, ("guided", "guided"): 6,
            ("guided", "close"): 4, ("close", "close"): 8, ("close", "digital"): 2,
            ("", "digital"): 3,
        },
    }  # fmt: skip
    with working_for(aarhus.pk):
        for ago, flows in days.items():
            keep(TODAY - timedelta(days=ago), flows)
        yield


def keep(day: date, flows: Day) -> None:
    FlowDay.objects.bulk_create(
        FlowDay(day=day, from_course=start, to_course=end, people=many)
        for (start, end), many in flows.items()
    )


def page(weeks: int = 4) -> FlowPage:
    return flow_page(weeks=weeks, closeness=CLOSENESS, today=TODAY)


@pytest.mark.usefixtures("counted")
def test_the_moves_of_all_days_are_added_and_who_stayed_is_no_move() -> None:
    assert page().moves == (
        ("digital", "guided", 10),
        ("digital", LEFT, 5),
        ("guided", "close", 4),
        (NEW, "digital", 3),
        ("close", "digital", 2),
    )
    assert (page().closer, page().further, page().new, page().left) == (14, 2, 3, 5)


@pytest.mark.usefixtures("counted")
def test_before_and_after_are_as_counted_that_day_in_the_order_of_closeness() -> None:
    found = [(one.code, one.before, one.after, one.change) for one in page().stocks]
    assert found == [("digital", 90, 80, -10), ("guided", 0, 6, 6), ("close", 10, 12, 2)]


@pytest.mark.usefixtures("counted")
def test_the_picture_holds_the_same_people_as_the_table() -> None:
    narrow = page().narrow
    shown = {(one.start, one.end, one.people) for one in narrow.ribbons if not one.stays}
    assert shown == set(page().moves)
    ends = {bar.code: bar.people for bar in narrow.bars if bar.column == 1}
    assert ends == {"digital": 80, "guided": 10, "close": 14, LEFT: 5} | {"close": 12}


@pytest.mark.usefixtures("counted")
def test_the_wide_picture_has_a_column_for_each_day_chosen() -> None:
    assert page().days == tuple(TODAY - timedelta(days=ago) for ago in (20, 10, 0))
    assert {bar.column for bar in page().wide.bars} == {0, 1, 2}


@pytest.mark.usefixtures("counted")
def test_days_before_the_weeks_asked_for_are_not_counted() -> None:
    short = flow_page(weeks=1, closeness=CLOSENESS, today=TODAY)

    assert short.days == ()
    assert short.moves == ()
    assert [one.after for one in short.stocks] == [80, 6, 12]


def test_where_nothing_is_counted_there_is_no_picture(aarhus: Municipality) -> None:
    with working_for(aarhus.pk):
        empty = page()

    assert (empty.days, empty.moves, empty.wide.bars) == ((), (), ())


@pytest.mark.usefixtures("counted")
def test_a_year_costs_no_more_questions_than_a_month() -> None:
    with CaptureQueriesContext(connection) as month:
        page()
    for ago in range(30, 60):
        keep(TODAY - timedelta(days=ago), {("digital", "digital"): 1, ("digital", "close"): 1})
    with CaptureQueriesContext(connection) as year:
        page(weeks=52)

    assert len(year) == len(month) == 3
