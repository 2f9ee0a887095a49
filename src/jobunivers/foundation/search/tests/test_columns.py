# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The columns give what looking at every document would give, whatever their parts."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jobunivers.foundation.search import Circle, Reader, Search, Writer, state
from jobunivers.foundation.search.geo import distance_km
from jobunivers.foundation.search.scored import Scored, any_of, at_least, both, but, either
from jobunivers.foundation.search.vacancies import DEADLINES, VACANCIES, VacancyDocument

from .ads import AARHUS, ODENSE, RAADHUSET, TODAY, ad, ask, index

TITLES = ["kok", "gartner", "tjener"]
TIMES = ["dag", "nat", "aften"]


def _random_ad(dice: random.Random, number: int) -> VacancyDocument:
    there = dice.random() < 0.9
    return VacancyDocument(
        id=number,
        owner=dice.choice([0, 0, 0, AARHUS, ODENSE]),
        title=dice.choice(TITLES),
        body=" ".join(dice.sample(TIMES, dice.randrange(3))),
        area=dice.choice(["", "mad", "have"]),
        kommune=dice.choice(["0751", "0461"]),
        region=dice.choice(["1082", "1083"]),
        employer_id=int(dice.paretovariate(0.7)) % 30,
        language=dice.choice(["da", "en"]),
        working_time=dice.choice(["full", "part", ""]),
        remote=dice.choice([None, 0, 0.3, 1]),
        hours_min=dice.choice([None, 10, 20, 37]),
        hours_max=dice.choice([None, 37]),
        lat=round(RAADHUSET[0] + dice.gauss(0, 0.2), 5) if there else None,
        lon=round(RAADHUSET[1] + dice.gauss(0, 0.3), 5) if there else None,
        deadline=dice.choice([None, TODAY + dice.randrange(-1, 40)]),
        published=dice.choice([None, TODAY - 1, TODAY - 2]),
        expires=dice.choice([None, TODAY - 1, TODAY, TODAY + 9]),
    )


class World:
    """An index, and what is in it."""

    def __init__(self, reader: Reader, ads: dict[int, VacancyDocument]) -> None:
        self.reader = reader
        self.ads = ads


@pytest.fixture(scope="module", params=["many parts", "merged"])
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> World:
    """Make an index by several commits that add, replace and delete; and what it then holds."""
    dice, folder = random.Random(5), tmp_path_factory.mktemp("columns")
    ads = {number: _random_ad(dice, number) for number in range(1, 140)}
    index(folder, [one.document() for one in ads.values()])
    with pytest.MonkeyPatch.context() as patch:
        if request.param == "many parts":
            patch.setattr("jobunivers.foundation.search.ledger._SMALL", 0)
            patch.setattr("jobunivers.foundation.search.ledger._STEP", 0)
        for change in range(2, 6):
            with Writer(folder, VACANCIES) as writer:
                fresh = [_random_ad(dice, dice.randrange(1, 180)) for _ in range(25)]
                gone = [dice.randrange(1, 180) for _ in range(5)]
                writer.put(one.document() for one in fresh)
                writer.delete(gone)
                writer.commit(change=change)
            ads |= {one.id: one for one in fresh}
            ads = {number: one for number, one in ads.items() if number not in gone}
    parts = len(list(folder.glob(f"{state(folder, VACANCIES).generation}/*.part")))
    assert (parts > 3) == (request.param == "many parts")
    return World(Reader(folder, VACANCIES), ads)


def _deadline(one: VacancyDocument) -> list[str]:
    ahead = None if one.deadline is None else one.deadline - TODAY
    if ahead is None:
        return ["none"]
    return [b.value for b in DEADLINES if b.value != "none" and b.first <= ahead <= b.last]


def _values(one: VacancyDocument, facet: str) -> list[str]:
    if facet == "deadline":
        return _deadline(one)
    keyword = next(f.field for f in VACANCIES.facets if f.name == facet)
    return [value for value in one.document().keywords[keyword] if value]


CHOICES: dict[str, list[str]] = {
    "area": ["mad", "have", "unknown"],
    "hours": ["0-14", "37"],
    "working_time": ["full", "part"],
    "deadline": ["3", "14", "none"],
    "employer": ["1", "2", "29"],
    "language": ["en"],
    "remote": ["none", "full"],
    "kommune": ["0751"],
    "region": ["1083"],
}
FILTERS = st.dictionaries(st.sampled_from(sorted(CHOICES)), st.integers(0, 6), max_size=4).map(
    lambda bits: {name: _some(CHOICES[name], which) for name, which in bits.items()}
)
SEARCHES = st.builds(
    Search,
    at_day=st.just(TODAY),
    owner=st.sampled_from([AARHUS, ODENSE, 77]),
    text=st.lists(st.sampled_from([*TITLES, *TIMES, "-nat", "-kok"]), max_size=3).map(" ".join),
    circle=st.sampled_from([None, Circle(*RAADHUSET), Circle(*RAADHUSET, 12), Circle(56, 10, 40)]),
    filters=FILTERS,
    ranges=st.sampled_from([{}, {"hours_min": (15, 30)}, {"published": (TODAY - 1, None)}]),
    without=st.sampled_from([(), (1, 2, 3, 10**11), tuple(range(1, 90))]),
    sort=st.sampled_from(["newest", "deadline", "distance"]),
    per_page=st.just(100),
    correct=st.just(False),
)  # fmt: skip


def _some(values: list[str], which: int) -> tuple[str, ...]:
    return tuple(value for at, value in enumerate(values) if which >> at & 1)


def _group(name: str) -> tuple[str, ...]:
    return ("kommune", "region") if name in ("kommune", "region") else (name,)


def _chosen(one: VacancyDocument, name: str, values: tuple[str, ...]) -> bool:
    has = [one.region] if name == "region" else _values(one, name)
    return any(value in values for value in has)


def _fits(one: VacancyDocument, said: Search, but: tuple[str, ...] = ()) -> bool:
    for word in said.text.split():
        there = word.strip("-") in f"{one.title} {one.body}".split()
        if there == word.startswith("-"):
            return False
    for number, (least, most) in said.ranges.items():
        value = getattr(one, number)
        value = 2**31 - 1 if value is None else value
        if not (least or 0) <= value <= (most or 2**31):
            return False
    if one.id in said.without or one.owner not in (0, said.owner):
        return False
    if one.expires is not None and one.expires < said.at_day:
        return False
    if said.circle and said.circle.km and not (_km(one, said.circle) or 1e9) <= said.circle.km:
        return False
    groups: dict[tuple[str, ...], bool] = {}
    for name, values in said.filters.items():
        if values and _group(name) != but:
            group = _group(name)
            groups[group] = groups.get(group, False) or _chosen(one, name, tuple(values))
    return all(groups.values())


def _km(one: VacancyDocument, circle: Circle) -> float | None:
    if one.lat is None or one.lon is None:
        return None
    far = distance_km(circle.lat, circle.lon, np.array([one.lat]), np.array([one.lon]))
    return float(far[0])


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(said=SEARCHES)
def test_hits_and_counts_are_those_of_looking_at_every_document(world: World, said: Search) -> None:
    reader, ads = world.reader, world.ads
    brute = [one for one in ads.values() if _fits(one, said)]
    answer = reader.search(said)
    assert answer.relaxed <= (not brute)
    if answer.relaxed:
        return

    assert answer.total == len(brute)
    assert len(answer.hits) == min(len(brute), 100)
    if len(brute) <= 100:
        assert {hit.id for hit in answer.hits} == {one.id for one in brute}
    for facet in VACANCIES.facets:
        shown = [one for one in ads.values() if _fits(one, said, but=_group(facet.name))]
        counts = Counter(value for one in shown for value in _values(one, facet.name))
        told = dict(answer.facets[facet.name])
        assert told == {value: counts[value] for value in told}
        assert set(said.filters.get(facet.name, ())) <= set(told) | {""}
        best = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[: facet.size]
        if not facet.buckets:
            assert answer.facets[facet.name][: len(best)] == best


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(said=SEARCHES)
def test_the_order_is_full_and_ties_go_by_id(world: World, said: Search) -> None:
    reader, ads = world.reader, world.ads
    answer = reader.search(said)

    def place(one: VacancyDocument) -> tuple[float, int]:
        if said.sort == "distance" and said.circle:
            far = _km(one, said.circle)
            return (1e9 if far is None else round(far, 4), one.id)
        if said.sort == "deadline":
            return (1e9 if one.deadline is None else one.deadline, one.id)
        return (-(one.published or 0), one.id)

    found = [place(ads[hit.id]) for hit in answer.hits]
    assert found == sorted(found)


SETS = st.dictionaries(st.integers(0, 79), st.integers(1, 9), max_size=60)


def _scored(of: dict[int, int]) -> Scored:
    rows = np.array(sorted(of), dtype=np.intp)
    return Scored(rows, np.array([of[one] for one in sorted(of)], dtype=np.float32))


def _plain(found: Scored) -> dict[int, float]:
    assert list(found.rows) == sorted(found.rows)
    return dict(zip(found.rows.tolist(), found.scores.tolist(), strict=True))


@settings(max_examples=80, deadline=None)
@given(one=SETS, other=SETS, third=SETS, many=st.sampled_from([80, 80_000]))
def test_sets_of_rows_are_compared_as_sets_are(
    one: dict[int, int], other: dict[int, int], third: dict[int, int], many: int
) -> None:
    first, second, last = _scored(one), _scored(other), _scored(third)
    shared, every = one.keys() & other.keys(), one.keys() | other.keys()
    best = {at: max(one.get(at, 0), other.get(at, 0)) for at in every}
    least = {at: min(one.get(at, 0), other.get(at, 0)) for at in every}
    union = every | third.keys()
    count = Counter([*one, *other, *third])
    total = {at: one.get(at, 0) + other.get(at, 0) + third.get(at, 0) for at in union}

    assert _plain(both(many, first, second)) == {at: one[at] + other[at] for at in shared}
    assert _plain(either(many, first, second, 0.25)) == {
        at: best[at] + 0.25 * least[at] for at in every
    }
    assert _plain(any_of(many, [first, second, last])) == {
        at: max(best.get(at, 0), third.get(at, 0)) for at in union
    }
    assert _plain(but(many, first, second.rows)) == {
        at: score for at, score in one.items() if at not in other
    }
    assert _plain(at_least(many, [first, second, last], 2)) == {
        at: total[at] for at in union if count[at] > 1
    }


def _titles(folder: Path) -> Iterator[str]:
    yield from (path.name for path in folder.glob("g*/columns-*"))


def test_columns_of_a_commit_that_was_broken_off_are_not_seen(tmp_path: Path) -> None:
    index(tmp_path, [ad(1, "Kok"), ad(2, "Tjener")])
    with Writer(tmp_path, VACANCIES) as writer:
        writer.put([ad(3, "Kok")])
        writer.delete([1])
        writer._ledger.commit()  # and here the power fails, before the engine's own commit

    assert ask(Reader(tmp_path, VACANCIES), "kok") == [1]
    with Writer(tmp_path, VACANCIES) as writer:
        writer.put([ad(4, "Kok")])
        writer.commit(change=2)
    assert ask(Reader(tmp_path, VACANCIES), "kok") == [1, 4]


def test_a_document_put_twice_and_deleted_within_a_commit_is_there_as_last_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jobunivers.foundation.search.ledger._HELD", 1)  # a run a document
    index(tmp_path, [ad(1, "Kok"), ad(2, "Kok")])
    with Writer(tmp_path, VACANCIES) as writer:
        writer.put([ad(1, "Tjener")])
        writer.put([ad(1, "Gartner"), ad(3, "Kok"), ad(4, "Kok")])
        writer.delete([2, 3])
        writer.put([ad(2, "Gartner")])
        writer.commit(change=2)

    reader = Reader(tmp_path, VACANCIES)
    assert ask(reader, "kok") == [4]
    assert ask(reader, "gartner") == [1, 2]
    assert ask(reader, "tjener", correct=False) == []


def test_many_small_commits_leave_few_files(tmp_path: Path) -> None:
    index(tmp_path, [ad(number, "Kok") for number in range(1, 20)])
    for change in range(2, 14):
        with Writer(tmp_path, VACANCIES) as writer:
            writer.put([ad(change, "Gartner")])
            writer.commit(change=change)

    assert len(list(_titles(tmp_path))) <= 6
    assert len(ask(Reader(tmp_path, VACANCIES), "gartner", per_page=100)) == 12


@pytest.mark.parametrize("harm", ["missing", "cut", "empty"])
def test_columns_that_are_not_whole_ask_for_a_rebuild(tmp_path: Path, harm: str) -> None:
    index(tmp_path, [ad(1, "Kok")])
    for part in tmp_path.glob("g*/*.part"):
        whole = part.read_bytes()
        part.unlink()
        if harm != "missing":
            part.write_bytes(whole[: len(whole) // 2] if harm == "cut" else b"")

    assert state(tmp_path, VACANCIES).reason == "unreadable"


def test_a_phrase_is_found_in_what_has_been_replaced_too(tmp_path: Path) -> None:
    reader = index(tmp_path, [ad(1, "Leder af køkkenet"), ad(2, "Leder af køkkenet")])
    with Writer(tmp_path, VACANCIES) as writer:
        writer.put([ad(2, "Køkkenets leder"), ad(3, "Ny leder af køkkenet")])
        writer.commit(change=2)
    reader._looked = float("-inf")

    assert set(ask(reader, '"leder af køkkenet"')) == {1, 3}


def test_a_rare_word_and_a_short_text_count_more(tmp_path: Path) -> None:
    common: list[Any] = [ad(number, "Opslag", body="kok") for number in range(1, 9)]
    reader = index(
        tmp_path,
        [
            *common,
            ad(20, "Opslag", body="gartner"),
            ad(21, "Opslag", body="gartner " + "langt " * 60),
            ad(22, "Opslag", body="gartner gartner gartner"),
        ],
    )

    def scores(text: str) -> dict[int, float]:
        said = Search(text=text, at_day=TODAY, owner=AARHUS)
        return {hit.id: hit.score for hit in reader.search(said).hits}

    assert min(scores("gartner").values()) > 0
    assert scores("gartner")[20] > scores("kok")[1]
    assert scores("gartner")[22] > scores("gartner")[20] > scores("gartner")[21]


def test_another_specification_may_have_neither_facets_nor_days(tmp_path: Path) -> None:
    bare = replace(
        VACANCIES, facets=(), sorts=(), default_sort="", expires="", unions=(), numbers=()
    )
    from jobunivers.foundation.search import Document, Lexicon, rebuild

    lexicon = Lexicon.build(["kok"])
    with rebuild(tmp_path, bare, lexicon) as writer:
        writer.put([Document(id=1, texts={"title": "Kok"}), Document(id=2, texts={"body": "kok"})])
        writer.commit(change=1)

    assert ask(Reader(tmp_path, bare), "kok") == [1, 2]
    assert ask(Reader(tmp_path, bare)) == [1, 2]


def test_a_sheet_that_something_went_wrong_on_is_not_used_again() -> None:
    with pytest.raises(IndexError):
        either(80, _scored({1: 1, 5: 1}), _scored({99: 1}), 0.0)

    assert _plain(both(80, _scored({6: 2}), _scored({1: 1, 5: 1, 6: 1}))) == {6: 3}
