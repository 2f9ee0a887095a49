# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.integrations.jobads.feed import FeedUnavailable, Page
from jobunivers.rooms.vacancies.models import ImportRun, RejectedRecord, Source, Vacancy
from jobunivers.rooms.vacancies.tests.records import record

pytestmark = pytest.mark.django_db
Run = Callable[..., str]
TWO = (
    '{"id": "1", "title": "Bager", "city": "Aarhus C", "postalCode": "8000"}\n'
    '{"id": "2", "title": "Chauffør", "city": "Odense C", "postalCode": "5000"}\n'
)


@pytest.fixture
def run(settings: Settings, tmp_path: Path) -> Run:
    settings.SEARCH_FOLDER = tmp_path / "search"

    def command(*arguments: str, name: str = "Tavlen") -> str:
        out = io.StringIO()
        named = ("--name", name) if name else ()
        call_command("import_vacancies", *arguments, *named, stdout=out, stderr=io.StringIO())
        return out.getvalue()

    return command


@pytest.fixture
def two(tmp_path: Path) -> str:
    path = tmp_path / "to opslag.jsonl"
    path.write_text(TWO)
    return str(path)


def test_a_file_is_taken_in_and_accounted_for(run: Run, two: str) -> None:
    said = run(two)

    assert "2 read = 2 added, 0 changed, 0 unchanged" in said
    assert "every record is accounted for" in said
    assert "Search index: 2 rows followed" in said
    assert Source.objects.get().code == "to-opslag"
    assert "2 unchanged" in run(two)


def test_a_new_source_is_refused_until_it_has_a_name_for_people(run: Run, two: str) -> None:
    for name in ("", "  "):
        with pytest.raises(CommandError, match=r"'to-opslag' is a new source: .* --name NAME"):
            run(two, name=name)
    assert not Source.objects.exists()
    assert not Vacancy.objects.exists()


def test_a_source_says_who_it_is_once(run: Run, two: str) -> None:
    run(two, "--source", "tavlen", "--origin", "shared", "--licence", "CC0",
        "--attribution", "Tavlens folk", name="Tavlen")  # fmt: skip
    run(two, "--source", "tavlen", name="")

    source = Source.objects.get()
    assert (source.name, source.origin, source.licence, source.attribution) == (
        "Tavlen", "shared", "CC0", "Tavlens folk",
    )  # fmt: skip


def test_a_folder_is_one_source(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "annoncer"
    (folder / "under").mkdir(parents=True)
    (folder / "a.jsonl").write_text(TWO.splitlines()[0])
    (folder / "under" / "b.csv").write_text("id,titel\n9,Murer\n")
    (folder / ".skjult").write_text("{")

    assert "2 read = 2 added" in run(str(folder))
    assert Source.objects.get().code == "annoncer"


def test_standard_input_is_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stream:
        buffer = io.BytesIO(TWO.encode())

    monkeypatch.setattr(sys, "stdin", Stream)

    assert "2 read = 2 added" in run("-", "--source", "pipe")


def test_columns_are_named_once_and_remembered(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "egne.csv"
    path.write_text("nr;overskriften\n7;Bager\n")

    run(str(path), "--format", "csv", "--columns", "source_id=nr, title=overskriften")
    assert Vacancy.objects.get().title == "Bager"
    assert "1 unchanged" in run(str(path), "--format", "csv")


def test_a_kommunes_own_source_is_its_own(run: Run, two: str, aarhus: Municipality) -> None:
    run(two, "--kommune", "aarhus")

    assert not Source.objects.exists()
    with working_for(aarhus.pk):
        assert Source.objects.get().origin == "own"
        assert Vacancy.objects.count() == 2


def test_old_advertisements_are_looked_at_as_of_their_day(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "gamle.jsonl"
    path.write_text('{"id": "1", "title": "Bager", "deadline": "2021-05-20"}')

    run(str(path), "--as-of", "2021-05-01")
    again = run(str(path), "--as-of", "2021-05-01")

    assert Vacancy.objects.get().seen_at.date().isoformat() == "2021-05-01"
    assert "1 unchanged" in again


def test_what_was_rejected_is_told_by_reason(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "rodet.jsonl"
    path.write_text(TWO + '{"id": "3"}\n{"id": "4", "title": \n')

    said = run(str(path), "--format", "jsonl")

    assert "4 read = 2 added, 0 changed, 0 unchanged, 0 closed, 2 rejected" in said
    assert "rejected, no_title: 1" in said
    assert RejectedRecord.objects.count() == 2


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["/findes/ikke.jsonl"], "there is no file or folder /findes/ikke.jsonl"),
        (["{two}", "--format", "yaml"], "unknown format 'yaml'"),
        (["{two}", "--columns", "titel=overskrift"], "unknown field titel in --columns"),
        (["{two}", "--columns", "title"], "field=column pairs, not 'title'"),
        (["{two}", "--kommune", "atlantis"], "no kommune 'atlantis' is opened"),
        (["{two}", "--source", "to ord"], "is no short name"),
        (["-"], "say --source CODE"),
        (["{two}", "--as-of", "i går"], "is no date like"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    run: Run, two: str, arguments: list[str], complaint: str
) -> None:
    with pytest.raises(CommandError) as refused:
        run(*[one.format(two=two) for one in arguments])

    assert complaint in str(refused.value)
    assert "\n" not in str(refused.value)
    assert not ImportRun.objects.exists()


def test_a_source_without_one_readable_record_fails(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "tom.json"
    path.write_bytes(b"")

    with pytest.raises(CommandError, match="not one record"):
        run(str(path))


def test_ctrl_c_says_what_is_confirmed(run: Run, two: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from jobunivers.rooms.vacancies.management.commands import import_vacancies

    def interrupted(*_: Any, **__: Any) -> Any:
        yield record("1")
        raise KeyboardInterrupt

    monkeypatch.setattr(f"{import_vacancies.__name__}.reading.read", interrupted)

    with pytest.raises(CommandError) as stopped:
        run(two)

    assert stopped.value.returncode == 130


def test_a_feed_is_read_on_from_where_it_stopped(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from jobunivers.rooms.vacancies.management.commands import import_vacancies

    asked: list[str] = []

    def fetch(source: Any, cursor: str) -> Any:
        asked.append(cursor)
        yield Page((record(f"{len(asked)}", f"Bager {len(asked)}"),), f"side {len(asked)}", "")
        if len(asked) == 2:
            raise FeedUnavailable("kilden svarer ikke")

    monkeypatch.setattr(import_vacancies, "fetch", fetch)
    address = "https://job.example/feed"

    run(address, "--incremental")
    with pytest.raises(CommandError, match="broke off: kilden svarer ikke"):
        run(address, "--incremental")
    run(address, "--incremental")
    run(address)

    assert asked == ["", "side 1", "side 2", ""]
    assert Source.objects.get().code == "jobexample"
    assert Source.objects.get().url == address


def test_rejected_records_are_tried_once_more(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "egne.jsonl"
    path.write_text(json.dumps({"id": "7", "overskriften": "Bager"}) + "\n" + TWO.splitlines()[0])
    run(str(path), "--format", "jsonl")
    assert RejectedRecord.objects.filter(mended_at=None).count() == 1
    path.write_text(TWO.splitlines()[0].replace("title", "overskriften"))

    said = run(str(path), "--format", "jsonl", "--columns", "source_id=id,title=overskriften",
               "--retry")  # fmt: skip

    assert "tried the rejected once more: 1 taken in" in said
    assert RejectedRecord.objects.filter(mended_at=None).count() == 0
