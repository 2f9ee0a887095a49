# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whoever holds one table for research against another finds nobody, and spends no budget twice."""

import os
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone

from jobunivers.foundation.tenancy import actions as tenancy
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person, Role
from jobunivers.rooms.retention import actions
from jobunivers.rooms.retention.actions import Asked
from jobunivers.rooms.retention.models import Release, ReleaseKind, ReleaseState
from jobunivers.rooms.retention.queries import variables
from jobunivers.testing import database
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
LATER = NOW + timedelta(days=91)


@pytest.fixture(autouse=True)
def ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let research be told how somebody's way ended: here, as the first word of a name says."""
    told = variables.Variable(
        code="end",
        name="Slut",
        domain=lambda: ("job", "uddannelse", "igang"),
        asked=lambda _today: {
            pk: name.split()[0]
            for pk, name in Person.objects.order_by("pk").values_list("pk", "name")
            if name.split()[0] in {"job", "uddannelse", "igang"}
        },
    )
    monkeypatch.setattr(variables, "_variables", {**variables.variables(), "end": told})


def _people(end: str, *, many: int) -> None:
    """Let there be citizens of 36 whose way ended so."""
    for number in range(many):
        Person(
            name=f"{end} {number}", role=Role.CITIZEN, created_at=NOW, born_on=date(1990, 3, 1)
        ).save()


def _table(anne: Person, olga: Person, *, at: datetime, diversity: int = 1) -> list[str]:
    asked = Asked(
        kind=ReleaseKind.ROWS, columns=["age"], sensitive="end", diversity=diversity,
        purpose="Effekt", recipient="Universitetet",
    )  # fmt: skip
    row = actions.ask_release(asked=asked, by_id=anne.pk, at=at)
    return actions.make_release(release_id=row.pk, by_id=olga.pk, at=at).table.splitlines()[1:]


def test_she_who_came_between_two_tables_is_not_the_difference(
    aarhus: Municipality, anne: Person, olga: Person
) -> None:
    with working_for(aarhus.pk):
        _people("job", many=11)
        _people("igang", many=12)
        before = _table(anne, olga, at=NOW)
        _people("uddannelse", many=1)
        after = _table(anne, olga, at=LATER)

    assert len(before) == len(after) == 20, "one more changes a group by ten, or not at all"
    told = Counter(after)
    assert {*told} == {*before} == {"35-39;job", "35-39;igang"}, "what she alone has is not told"


def test_a_group_of_one_answer_is_left_out_and_not_known_is_no_answer(
    aarhus: Municipality, anne: Person, olga: Person
) -> None:
    with working_for(aarhus.pk):
        _people("job", many=25)
        _people("Ukendt", many=5)
        assert _table(anne, olga, at=NOW, diversity=1) == []


def test_rows_with_a_shared_column_are_not_given_twice_in_a_season(
    aarhus: Municipality, anne: Person, olga: Person, as_olga: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        _people("job", many=20)
        asked = Asked(
            kind=ReleaseKind.ROWS, columns=["age"], purpose="Effekt", recipient="Universitetet"
        )
        first, second = (
            actions.ask_release(asked=asked, by_id=anne.pk, at=timezone.now()) for _ in range(2)
        )
        actions.make_release(release_id=first.pk, by_id=olga.pk, at=timezone.now())
        with pytest.raises(actions.TooSoon):
            actions.make_release(
                release_id=second.pk, by_id=olga.pk, at=timezone.now() + timedelta(days=89)
            )
    page = as_olga.post(f"/administration/forskning/{second.pk}/ja/", follow=True)
    assert "To tabeller kan holdes op mod hinanden" in page.content.decode()
    with working_for(aarhus.pk):
        assert Release.objects.get(pk=second.pk).state == ReleaseState.ASKED


@pytest.fixture
def other_database(owner_url: str) -> Iterator[str]:
    name = f"test_research_{os.getpid()}"
    database.copy_of_template(owner_url, name)
    try:
        yield name
    finally:
        database.drop_database(owner_url, name)


def test_two_who_approve_at_once_do_not_spend_the_budget_twice(other_database: str) -> None:
    together = Barrier(2)

    def elsewhere() -> None:
        connection.settings_dict = {**connection.settings_dict, "NAME": other_database}

    def ask() -> tuple[int, list[int]]:
        elsewhere()
        try:
            aarhus = tenancy.open_municipality(code="0751", name="Aarhus", slug="aarhus", at=NOW)
            asked = Asked(
                kind=ReleaseKind.COUNTS, columns=["age"], epsilon_thousandths=1_000,
                purpose="Effekt", recipient="Universitetet",
            )  # fmt: skip
            with working_for(aarhus.pk):
                rows = [actions.ask_release(asked=asked, by_id=1, at=NOW) for _ in range(2)]
            return aarhus.pk, [row.pk for row in rows]
        finally:
            connection.close()

    def approve(kommune: int, release: int) -> str:
        elsewhere()
        try:
            together.wait(20)
            with working_for(kommune):
                actions.make_release(release_id=release, by_id=2, at=NOW)
        except actions.OverBudget:
            return "over"
        finally:
            connection.close()
        return "made"

    with ThreadPoolExecutor(2) as pool:
        kommune, ids = pool.submit(ask).result()
        answers = list(pool.map(lambda one: approve(kommune, one), ids))
    assert sorted(answers) == ["made", "over"]
