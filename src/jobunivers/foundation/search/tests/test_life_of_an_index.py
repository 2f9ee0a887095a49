# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from jobunivers.foundation.search import (
    NeedsRebuild,
    NoIndex,
    Reader,
    Search,
    Writer,
    WriterBusy,
    rebuild,
    state,
)
from jobunivers.foundation.search.vacancies import VACANCIES

from .ads import AARHUS, LEXICON, ODENSE, TODAY, ad, ask, index

SOURCE = str(Path(__file__).resolve().parents[4])


def _python(code: str, *arguments: object) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": SOURCE},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _say(process: "subprocess.Popen[str]", line: str = "") -> str:
    assert process.stdin
    assert process.stdout
    if line:
        process.stdin.write(line + "\n")
        process.stdin.flush()
    return process.stdout.readline().strip()


def _look(reader: Reader) -> None:
    reader._looked = float("-inf")


def test_what_is_put_replaced_and_deleted_is_seen_after_the_commit(tmp_path: Path) -> None:
    reader = index(tmp_path, [ad(1, "Kok"), ad(2, "Tjener")])
    assert ask(reader, "kok") == [1]

    with Writer(tmp_path, VACANCIES) as writer:
        writer.put([ad(1, "Gartner"), ad(3, "Kok")])
        writer.delete([2, 99])
        _look(reader)
        assert ask(reader, "tjener") == [2]
        writer.commit(change=17)

    _look(reader)
    assert ask(reader, "kok") == [3]
    assert ask(reader, "gartner") == [1]
    assert ask(reader, "tjener", correct=False) == []
    assert state(tmp_path, VACANCIES).last_change == 17
    assert state(tmp_path, VACANCIES).documents == 2


def test_what_is_not_committed_never_happened(tmp_path: Path) -> None:
    reader = index(tmp_path, [ad(1, "Kok")], change=5)
    with Writer(tmp_path, VACANCIES) as writer:
        writer.put([ad(2, "Tjener")])

    assert ask(reader) == [1]
    assert state(tmp_path, VACANCIES).last_change == 5


def test_a_second_writer_is_told_who_is_writing(tmp_path: Path) -> None:
    index(tmp_path, [ad(1, "Kok")])
    with Writer(tmp_path, VACANCIES):
        with pytest.raises(WriterBusy, match=str(os.getpid())), Writer(tmp_path, VACANCIES):
            pass
        with pytest.raises(WriterBusy), rebuild(tmp_path, VACANCIES, LEXICON):
            pass


def test_a_writer_refuses_what_cannot_be_indexed(tmp_path: Path) -> None:
    index(tmp_path, [ad(1, "Kok")])
    with Writer(tmp_path, VACANCIES) as writer:
        for bad in (ad(0, "x"), ad(2**33, "x"), ad(2, "x", owner=-1), ad(2, "x", deadline=-4)):
            with pytest.raises(ValueError, match="document"):
                writer.put([bad])
        writer.commit(change=2)
    assert state(tmp_path, VACANCIES).documents == 1


@pytest.mark.parametrize(
    ("harm", "reason"),
    [
        ("nothing there", "missing"),
        ("no pointer", "missing"),
        ("wild pointer", "missing"),
        ("no meta", "unreadable"),
        ("half meta", "unreadable"),
        ("no segment", "unreadable"),
        ("cut segment", "unreadable"),
        ("no lexicon", "unreadable"),
        ("other specification", "specification changed"),
    ],
)
def test_an_index_that_cannot_be_used_says_so_and_can_be_rebuilt(
    tmp_path: Path, harm: str, reason: str
) -> None:
    spec = VACANCIES
    if harm != "nothing there":
        index(tmp_path, [ad(1, "Kok")])
        _harm(tmp_path, harm)
        if harm == "other specification":
            spec = replace(VACANCIES, version=2)

    found = state(tmp_path, spec)
    assert (found.needs_rebuild, found.reason) == (True, reason)
    with pytest.raises(NoIndex):
        ask(Reader(tmp_path, spec))
    with pytest.raises(NeedsRebuild, match=reason), Writer(tmp_path, spec):
        pass

    with rebuild(tmp_path, spec, LEXICON) as writer:
        writer.put([ad(1, "Kok")])
        writer.commit(change=3)
    assert not state(tmp_path, spec).needs_rebuild
    assert ask(Reader(tmp_path, spec), "kok") == [1]


def _harm(folder: Path, harm: str) -> None:
    generation = folder / (folder / "current").read_text()
    segment = next(generation.glob("*.term"))
    if harm == "no pointer":
        (folder / "current").unlink()
    elif harm == "wild pointer":
        (folder / "current").write_text("../../etc")
    elif harm == "no meta":
        (generation / "meta.json").unlink()
    elif harm == "half meta":
        meta = generation / "meta.json"
        meta.write_text(meta.read_text()[:50])
    elif harm == "no segment":
        segment.unlink()
    elif harm == "cut segment":
        segment.write_bytes(segment.read_bytes()[:20])
    elif harm == "no lexicon":
        (generation / "lexicon.json").write_text("{")


def test_readers_follow_a_rebuild_and_an_unfinished_one_changes_nothing(tmp_path: Path) -> None:
    reader = index(tmp_path, [ad(1, "Kok")])
    assert ask(reader) == [1]

    def break_off() -> None:
        with rebuild(tmp_path, VACANCIES, LEXICON) as writer:
            writer.put([ad(2, "Tjener")])
            writer.commit(change=2)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    _look(reader)
    assert ask(reader) == [1]

    for number in (3, 4, 5, 6):
        with rebuild(tmp_path, VACANCIES, LEXICON) as writer:
            writer.put([ad(number, "Gartner")])
            writer.commit(change=number)
    _look(reader)
    assert ask(reader) == [6]
    assert len(list(tmp_path.glob("g0*"))) <= 2


READING = """
import sys
from jobunivers.foundation.search import Reader, Search
from jobunivers.foundation.search.vacancies import VACANCIES
reader = Reader(sys.argv[1], VACANCIES)
for line in sys.stdin:
    print(reader.search(Search(text=line, at_day=20780, owner=1)).total, flush=True)
"""


def test_readers_in_other_processes_see_a_commit_within_a_second(tmp_path: Path) -> None:
    index(tmp_path, [ad(1, "Kok")])
    readers = [_python(READING, tmp_path) for _ in range(2)]
    try:
        assert [_say(one, "kok") for one in readers] == ["1", "1"]
        with Writer(tmp_path, VACANCIES) as writer:
            writer.put([ad(2, "Kok")])
            writer.commit(change=2)
        time.sleep(0.6)
        assert [_say(one, "kok") for one in readers] == ["2", "2"]
        with rebuild(tmp_path, VACANCIES, LEXICON) as writer:
            writer.put([ad(number, "Kok") for number in (1, 2, 3)])
            writer.commit(change=3)
        time.sleep(0.6)
        assert [_say(one, "kok") for one in readers] == ["3", "3"]
    finally:
        for one in readers:
            one.communicate("")


WRITING = """
import sys
from jobunivers.foundation.search import Writer
from jobunivers.foundation.search.vacancies import VACANCIES, VacancyDocument
number = int(sys.argv[2])
with Writer(sys.argv[1], VACANCIES) as writer:
    while True:
        number += 1
        ids = range(number * 100, number * 100 + 50)
        writer.put(VacancyDocument(id=one, title="Kok").document() for one in ids)
        writer.commit(change=number)
        print(number, flush=True)
"""


def test_a_writer_killed_at_any_moment_loses_nothing_it_had_committed(tmp_path: Path) -> None:
    index(tmp_path, [], change=1)
    for attempt in range(4):
        before = state(tmp_path, VACANCIES).last_change
        writer = _python(WRITING, tmp_path, before)
        confirmed = before
        for _ in range(3 + attempt):
            confirmed = int(_say(writer))
        time.sleep(0.003 * attempt)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        assert writer.stdout
        rest = writer.stdout.read().split()  # confirmed between the last look and the kill
        writer.stdout.close()
        assert writer.stdin
        writer.stdin.close()
        confirmed = int(rest[-1]) if rest else confirmed

        found = state(tmp_path, VACANCIES)
        assert not found.needs_rebuild
        assert found.last_change >= confirmed
        assert found.documents == (found.last_change - 1) * 50
        search = Search(text="kok", at_day=TODAY, owner=AARHUS)
        assert Reader(tmp_path, VACANCIES).search(search).total == found.documents


def _said(reader: Reader, prefix: str, owner: int = AARHUS, lang: str = "da") -> list[str]:
    return [one.text for one in reader.suggest(prefix, lang, owner)]


def test_suggestions_complete_occupations_employers_places_and_words(tmp_path: Path) -> None:
    nurse = {"da": "sygeplejerske", "en": "nurse"}
    ads = [
        ad(number, "Afdelingssygeplejerske", occupation_labels=nurse, employer="Sygehus Nord")
        for number in (1, 2, 3)
    ]
    ads += [ad(4, "Pædagog", occupation_labels={"da": "pædagogisk assistent"})]
    ads += [ad(5, "Kok", kommune_name="Aalborg", skill_labels={"da": ["sygepleje"]})]
    ads += [ad(6, "Sygehemmelighed", owner=ODENSE, employer="Sygehemmeligheden")]
    reader = index(tmp_path, ads)

    [first, *_] = reader.suggest("syge", "da", AARHUS)
    assert (first.text, first.kind, first.count) == ("Sygehus Nord", "employer", 3)
    assert _said(reader, "syge") == ["Sygehus Nord", "sygeplejerske", "sygepleje", "sygehus"]
    assert _said(reader, "nur", lang="en") == ["nurse"]
    assert _said(reader, "assis") == ["pædagogisk assistent", "assistent"]
    assert _said(reader, "pædagogisk a") == ["pædagogisk assistent"]
    assert _said(reader, "Ålb") == ["Aalborg"]
    assert _said(reader, "afdel") == ["afdelingssygeplejerske"]
    assert _said(reader, "sygeplejesk")[0] == "sygeplejerske"
    assert _said(reader, "") == []
    assert "Sygehemmeligheden" in _said(reader, "sygeh", owner=ODENSE)
    assert ask(reader, "sygehemelighed") == []


def test_similar_advertisements_are_about_the_same_and_no_duplicates(tmp_path: Path) -> None:
    care = "Du arbejder med medicin, pleje og omsorg for patienter på afdelingen. " * 3
    code = "Du programmerer systemer i Python og bygger tjenester i skyen. " * 3
    reader = index(
        tmp_path,
        [
            ad(1, "Sygeplejerske i Aarhus", body=care + "Aarhus", kommune_name="Aarhus"),
            ad(2, "Sygeplejerske i Aarhus", body=care + "Aarhus", kommune_name="Aarhus"),
            ad(
                3,
                "Sygeplejerske",
                body="Hos os bestemmer beboerne selv dagens gang, og medicin gives med omsorg.",
            ),
            ad(4, "Udvikler i Aarhus", body=code + "Aarhus", kommune_name="Aarhus"),
            ad(5, "Plejehjemsassistent", body=care),
            ad(6, "Sygeplejerske til natten", body=care, expires=TODAY - 1),
            ad(7, "Sygeplejerske til dagen", body=care, owner=ODENSE),
        ],
    )

    found = [hit.id for hit in reader.similar(1, 5, owner=AARHUS, at_day=TODAY)]

    assert sorted(found) == [3, 5]
    assert reader.similar(99, 5, owner=AARHUS, at_day=TODAY) == []
    assert reader.similar(7, 5, owner=AARHUS, at_day=TODAY) == []
