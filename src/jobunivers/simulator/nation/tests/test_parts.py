# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import csv
from datetime import date
from pathlib import Path

import pytest

from jobunivers.simulator import truth as true
from jobunivers.simulator.nation import building, chunks, columns, command, making, parts, sizes
from jobunivers.simulator.nation.market import Advertised, Market
from jobunivers.simulator.nation.schema import TABLES, table
from jobunivers.simulator.nation.shelved import Offered, Shelves
from jobunivers.simulator.nation.tables import Table, UnknownColumn

TODAY = date(2026, 11, 23)
NOW = 20_780 * 86_400


def setting() -> parts.Setting:
    ads = [
        Advertised(
            at, f"Titel {at}", f"Firma {at}", "Aarhus", "5120", at % 5, NOW - 90 * 86_400, NOW
        )
        for at in range(1, 200)
    ]
    tables = tuple(table(label) for label in TABLES)
    kinds = ("job_board", "lesson", "course", "tool", "article")
    offers = [
        Offered(at, 1, kind, "own", at * 30, f"Ting {at}", "Firma", ("subject",), "0" * at)
        for at, kind in enumerate(kinds)
    ]
    shelves = Shelves.of(offers)
    return parts.Setting(TODAY, 1, 0.35, true.Truth(), Market.of(ads), shelves, tables)


def chunk(number: int = 3, many: int = 60) -> parts.Chunk:
    return parts.Chunk(
        number=number, municipality=7, places=sizes.places_of()["0751"], region=2, tightness=1.0,
        advice=0.5, many=many, first_id=1_000, staff=(1, 2, 3, 4), staff_roles=sizes.ROLES,
    )  # fmt: skip


def test_the_same_seed_makes_the_same_rows() -> None:
    first, again = chunks.write(setting(), chunk()), chunks.write(setting(), chunk())

    assert first.rows == again.rows
    assert first.rows != chunks.write(setting(), chunk(number=4)).rows
    assert sum(many for *_, many in first.rows) > 500


def test_every_table_is_written() -> None:
    written = chunks.write(setting(), chunk(many=150))
    names = {name for name, *_ in written.rows}

    assert names == {one.name for one in setting().tables}


def test_chunks_come_in_order_whoever_makes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "_WORTH_IT", 10)
    work = [chunk(number=at, many=20) for at in range(3)]

    elsewhere = list(making.everything(setting(), work, 2))

    assert [one.rows for one in elsewhere] == [chunks.write(setting(), one).rows for one in work]


def test_kommuner_share_the_people_by_their_size() -> None:
    people = sizes.people_of(sizes.Size())

    assert len(people) == 98
    assert sum(people.values()) == 850_000
    assert people["0101"] > people["0751"] > people["0825"] > 0  # Copenhagen, Aarhus, Læsø


def test_people_are_numbered_without_gaps() -> None:
    size = sizes.Size(share=0.01)
    codes = list(sizes.places_of())
    found = sizes.chunks(size, {code: at for at, code in enumerate(codes)},
                         dict.fromkeys(codes, (1,)), 500)  # fmt: skip

    numbers = [one.first_id + at for one in found for at in range(one.many)]
    assert numbers == list(range(500, 500 + sum(sizes.people_of(size).values())))
    assert max(one.many for one in found) <= sizes.AT_ONCE
    assert len({one.advice for one in found}) == 5


def test_a_column_that_is_not_known_is_told_of() -> None:
    one = Table("a.B", "a_b", ("id", "needed", "usual"), {"usual": b"x"}, frozenset({"needed"}))

    names, _ = one.encoded({"needed": columns.bigint([1, 2])})
    assert names == '"needed", "usual"'
    with pytest.raises(UnknownColumn, match="needs a value for needed"):
        one.encoded({"usual": columns.text(["a"])})
    with pytest.raises(UnknownColumn, match="no column other"):
        one.encoded({"needed": columns.bigint([1]), "other": columns.bigint([1])})


def test_a_share_is_part_of_the_whole() -> None:
    assert command.options_of(["--share", "0.01"]).share == 0.01
    with pytest.raises(SystemExit):
        command.options_of(["--share", "2"])


def test_what_was_true_can_be_kept_as_lines(tmp_path: Path) -> None:
    known = chunks.write(setting(), chunk(many=5)).truth

    building._keep(known, str(tmp_path / "truth.csv"))

    with (tmp_path / "truth.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [line["citizen_id"] for line in lines] == ["1000", "1001", "1002", "1003", "1004"]
    assert {line["sex"] for line in lines} <= {"woman", "man"}
    assert {line["origin"] for line in lines} <= {"minority", "majority"}
    assert [float(line["frailty"]) for line in lines] == [round(x, 4) for x in known["frailty"]]
