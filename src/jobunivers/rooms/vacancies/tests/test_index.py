# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from jobunivers.foundation.search import Reader, Search, Writer, state
from jobunivers.foundation.search.vacancies import VACANCIES
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.vacancies import actions
from jobunivers.rooms.vacancies.actions.changing import lock_writers, writing
from jobunivers.rooms.vacancies.actions.indexing import day_number
from jobunivers.rooms.vacancies.models import Vacancy
from jobunivers.rooms.vacancies.tests.factories import make_source
from jobunivers.rooms.vacancies.tests.records import (
    DRIVER,
    LATER,
    LATER_STILL,
    NOW,
    record,
    take_in,
)

pytestmark = pytest.mark.django_db
Found = Callable[..., list[str]]


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.SEARCH_FOLDER = tmp_path
    return tmp_path / "vacancies"


@pytest.fixture
def found(folder: Path) -> Found:
    """Return a search by words that answers with the titles, in order."""

    def look(words: str = "", owner: int = 0) -> list[str]:
        reader = Reader(folder, VACANCIES)
        answer = reader.search(Search(text=words, owner=owner, at_day=day_number(NOW.date())))
        ids = [hit.id for hit in answer.hits]
        with connection.cursor() as cursor:
            cursor.execute("SELECT title FROM vacancies_vacancy WHERE id = ANY(%s)", [ids])
            return sorted(title for (title,) in cursor.fetchall())

    return look


def follow() -> int:
    return actions.bring_index_up_to_date(at=NOW)


def test_what_is_taken_in_is_found_and_what_ends_is_not(found: Found) -> None:
    take_in(record("1"), record("2", "Chauffør", description=DRIVER))
    follow()
    assert found("bager") == ["Bager"]

    take_in(record("1", closed=True), at=LATER)

    assert follow() == 1
    assert found("bager") == []
    assert found("chauffør") == ["Chauffør"]


def test_an_index_that_has_followed_everything_has_nothing_to_do(folder: Path) -> None:
    take_in(record())
    follow()
    before = state(folder, VACANCIES)

    take_in(record(), at=LATER)

    assert follow() == 0
    assert state(folder, VACANCIES).last_change == before.last_change


@pytest.mark.parametrize("damage", ["missing", "emptied", "garbled", "halved"])
def test_a_missing_or_broken_index_is_built_anew(folder: Path, found: Found, damage: str) -> None:
    take_in(record())
    follow()
    generation = folder / (folder / "current").read_text()
    if damage == "missing":
        shutil.rmtree(folder)
    for path in [] if damage == "missing" else generation.iterdir():
        if damage == "emptied":
            path.write_bytes(b"")
        elif damage == "garbled":
            path.write_bytes(b"\x00garbage" * 100)
        elif path.suffix not in {".json", ".lock"}:
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    take_in(record("2", "Chauffør", description=DRIVER), at=LATER)
    follow()

    assert found("bager") == ["Bager"]
    assert found("chauffør") == ["Chauffør"]


def test_an_index_that_is_ahead_of_its_database_is_built_anew(folder: Path, found: Found) -> None:
    take_in(record())
    follow()
    with Writer(folder, VACANCIES) as writer:
        writer.delete(list(Vacancy.objects.values_list("pk", flat=True)))
        writer.commit(change=10**9)
    assert found("bager") == []

    follow()

    assert found("bager") == ["Bager"]
    assert state(folder, VACANCIES).last_change < 10**9


def test_another_databases_index_is_built_anew(folder: Path, found: Found) -> None:
    take_in(record())
    follow()
    with Writer(folder, VACANCIES) as writer:
        writer.delete(list(Vacancy.objects.values_list("pk", flat=True)))
        writer.commit(change=writer.last_change)
    (folder / "database").write_text("another")

    follow()

    assert found("bager") == ["Bager"]


def test_nothing_is_done_twice_while_another_writes(folder: Path) -> None:
    take_in(record())
    follow()
    take_in(record("2", "Chauffør", description=DRIVER), at=LATER)

    with Writer(folder, VACANCIES):
        assert follow() == 0

    assert follow() == 1


def test_a_kommunes_own_advertisement_is_in_nobody_elses_search(
    aarhus: Municipality, odense: Municipality, found: Found
) -> None:
    take_in(record(title="Egen bager"), source=make_source(code="egne", municipality=aarhus))
    follow()

    with writing(aarhus.pk):
        assert found("bager", owner=aarhus.pk) == ["Egen bager"]
    with writing(odense.pk):
        assert found("bager", owner=odense.pk) == []
    assert found("bager") == []


def test_the_twin_of_one_that_ended_is_found_in_its_place(found: Found) -> None:
    take_in(record("1", "Bager"), record("2", "Bager søges"))
    follow()
    assert found("bager") == ["Bager"]

    take_in(record("1", closed=True), at=LATER)
    follow()

    assert found("bager") == ["Bager søges"]


def test_days_that_cannot_be_do_not_stop_the_index(found: Found) -> None:
    old = NOW.replace(year=1812)
    take_in(replace(record(), published_at=old, deadline=date(9999, 12, 31)))

    follow()

    assert found("bager") == ["Bager"]


def test_a_guess_that_is_more_likely_wrong_is_not_searched_by(found: Found) -> None:
    take_in(record(title="Kom og vær med!", description="", employer_name=""))
    row = Vacancy.objects.get()
    baker = "urn:jobunivers:occupation:bager"
    for confidence, titles in ((0.4, []), (0.6, ["Kom og vær med!"])):
        with writing(None):
            lock_writers()
            change = actions.changing.next_changes(1)[0]
            Vacancy.objects.filter(pk=row.pk).update(
                occupation_uri=baker, occupation_confidence=confidence, change=change
            )
        follow()
        assert found("bager") == titles


def test_the_index_follows_what_was_understood_anew(found: Found) -> None:
    take_in(record())
    follow()
    with writing(None):
        Vacancy.objects.update(understood_by="gammel")

    assert actions.understand_again(at=LATER_STILL) == 1
    assert follow() == 1
    assert found("bager") == ["Bager"]
