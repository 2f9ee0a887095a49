# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import math
from dataclasses import asdict, fields
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science.matching import (
    BOLD,
    DEFAULT_MODEL,
    LANDS,
    LICENCES,
    SAFE,
    Model,
    Opening,
    Openings,
    People,
    Profile,
    Required,
    Vocabulary,
    Weights,
    describe,
    land_of,
)
from jobunivers.science.matching.licences import bits_of, codes_of
from jobunivers.science.matching.travel import ROUTES, Point, kilometres, last_legs, micro
from jobunivers.science.tests.matching_worlds import (
    CARER,
    HELPER,
    MIDWIFE,
    NURSE,
    ODD,
    PLACES,
    SKILLS,
    STOREMAN,
    UNRELATED,
    VOCABULARY,
    openings,
    profiles,
    vocabulary,
)

few = settings(max_examples=30, deadline=None)


def assert_same(one: object, other: object) -> None:
    """Assert that all arrays are equal to the bit and of the same kind."""
    for field in fields(one):  # type: ignore[arg-type]
        if field.init:
            a, b = getattr(one, field.name), getattr(other, field.name)
            assert np.array_equal(a, b), field.name
            assert getattr(a, "dtype", None) == getattr(b, "dtype", None)


@few
@given(st.lists(profiles(), max_size=4))
def test_people_come_back_from_their_bytes_exactly(people: list[Profile]) -> None:
    packed = People.pack(people, range(len(people)), VOCABULARY)
    kept = [packed.to_bytes(row, VOCABULARY) for row in range(len(packed))]

    again = People.from_bytes(kept, range(len(people)), VOCABULARY)

    assert_same(packed, again)
    assert [again.to_bytes(row, VOCABULARY) for row in range(len(packed))] == kept


@few
@given(openings())
def test_openings_come_back_from_their_features_exactly(some: list[Opening]) -> None:
    packed = Openings.pack(some, VOCABULARY)

    kept = [packed.features(row, VOCABULARY) for row in range(len(packed))]

    assert_same(packed, Openings.from_features(kept, VOCABULARY))


@few
@given(openings(), openings(), st.frozensets(st.integers(1, 60), max_size=5))
def test_changes_merge_to_what_packing_everything_gives(
    before: list[Opening], changed: list[Opening], gone: frozenset[int]
) -> None:
    merged = Openings.pack(before, VOCABULARY).merged(
        Openings.pack(changed, VOCABULARY), sorted(gone)
    )

    now = {one.id: one for one in (*before, *changed) if one.id not in gone}
    assert_same(merged, Openings.pack(now.values(), VOCABULARY))


@few
@given(st.lists(profiles(), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_some_of_the_people_are_as_if_packed_alone(people: list[Profile], random: Random) -> None:
    rows = random.sample(range(len(people)), random.randint(1, len(people)))
    taken = People.pack(people, range(len(people)), VOCABULARY).take(rows)

    assert_same(taken, People.pack([people[row] for row in rows], rows, VOCABULARY))


def test_what_is_saved_is_what_is_loaded(tmp_path: Path) -> None:
    some = Openings.pack([Opening(id=3, occupation=NURSE), Opening(id=1)], VOCABULARY)
    some.save(tmp_path / "openings")
    VOCABULARY.save(tmp_path / "vocabulary")

    for mmap in (True, False):
        assert_same(some, Openings.load(tmp_path / "openings", mmap=mmap))
        assert_same(VOCABULARY, Vocabulary.load(tmp_path / "vocabulary", mmap=mmap))


def test_a_folder_that_holds_nothing_says_so(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="about"):
        Openings.load(tmp_path)


def test_the_digest_of_an_opening_changes_with_what_is_known_of_it() -> None:
    one, same, other = (
        Openings.pack([Opening(id=1, hours_min=h)], VOCABULARY).digest[0] for h in (30, 30, 31)
    )

    assert one == same != other


@pytest.mark.parametrize("kept", [b"", b"nonsense", b"\x01" * 200])
def test_bytes_of_something_else_are_refused(kept: bytes) -> None:
    with pytest.raises(ValueError, match="bytes"):
        Openings.from_features([kept], VOCABULARY)
    with pytest.raises(ValueError, match="bytes"):
        People.from_bytes([kept], [1], VOCABULARY)


def test_bad_input_is_named() -> None:
    with pytest.raises(ValueError, match="twice"):
        Openings.pack([Opening(id=1), Opening(id=1)], VOCABULARY)
    with pytest.raises(ValueError, match="ids"):
        People.pack([Profile()], [1, 2], VOCABULARY)
    with pytest.raises(ValueError, match="'dansk'"):
        Openings.pack([Opening(id=1, languages=frozenset({"dansk"}))], VOCABULARY)
    with pytest.raises(ValueError, match="'tank'"):
        Openings.pack([Opening(id=1, licences=frozenset({"tank"}))], VOCABULARY)
    with pytest.raises(ValueError, match="64"):
        People.pack([Profile(meaning=b"short")], [1], VOCABULARY)


def test_any_order_of_a_taxonomy_packs_the_same() -> None:
    assert vocabulary(Random(3)).digest == VOCABULARY.digest


def test_a_kind_is_the_occupation_or_its_group_or_unknown() -> None:
    kind = VOCABULARY.kind_of
    assert VOCABULARY.kind_keys[kind(NURSE, "4321")] == NURSE
    assert VOCABULARY.kind_keys[kind("urn:unknown", "5399")] == "53"
    assert VOCABULARY.kind_keys[kind("", "C2221")] == "2221"
    assert kind("urn:unknown", "9") == kind("", "") == VOCABULARY.unknown


def test_nearness_follows_the_digits_and_a_group_takes_in_all_its_own() -> None:
    def near(mine: tuple[str, str], other: tuple[str, str]) -> float:
        v = VOCABULARY
        return round(float(v.near[v.kind_of(*mine), v.kind_of(*other)]), 3)

    assert near((NURSE, ""), (NURSE, "")) == 1.0
    assert near((NURSE, ""), ("", "2221")) >= 0.8
    assert near((NURSE, ""), (MIDWIFE, "")) >= 0.55
    assert near((CARER, ""), (HELPER, "")) >= 0.55
    assert near(("", "22"), (MIDWIFE, "")) == 1.0
    assert near(("", "22"), (STOREMAN, "")) == 0.0
    assert near((ODD, ""), ("", "4")) == 0.0
    assert near(("", ""), ("", "")) == 0.0


def test_near_skills_are_family_or_often_asked_for_together() -> None:
    def akin(uri: str) -> dict[str, int]:
        found = VOCABULARY.akin_of(VOCABULARY.skill_of(uri))
        return {VOCABULARY.skill_uris[skill]: value for skill, value in found}

    assert akin(SKILLS[0])[SKILLS[1]] >= 480
    assert akin(SKILLS[1])[SKILLS[0]] >= 480
    assert akin(SKILLS[2])[SKILLS[3]] >= 480
    assert akin(UNRELATED) == {}
    assert all(0 < v <= 600 for uri in SKILLS for v in akin(uri).values())
    assert all(len(akin(uri)) <= 12 and uri not in akin(uri) for uri in SKILLS)


def test_a_rare_skill_weighs_more_than_one_everybody_needs() -> None:
    everywhere = [(uri, SKILLS[0], True) for uri in (NURSE, CARER, STOREMAN)]
    v = Vocabulary.build(
        occupations=[(uri, "", i + 1) for i, uri in enumerate((NURSE, CARER, STOREMAN))],
        groups=[],
        skills=[(SKILLS[0], 1), (SKILLS[1], 2)],
        relations=[*everywhere, (NURSE, SKILLS[1], True)],
    )

    assert v.rarity[v.skill_of(SKILLS[0])] == 0.0
    assert v.rarity[v.skill_of(SKILLS[1])] == pytest.approx(0.5)


def test_a_taxonomy_with_the_same_number_twice_is_refused() -> None:
    with pytest.raises(ValueError, match="numbers"):
        Vocabulary.build(
            occupations=[(NURSE, "", 1), (CARER, "", 1)], groups=[], skills=[], relations=[]
        )
    with pytest.raises(ValueError, match="twice"):
        Vocabulary.build(
            occupations=[(NURSE, "", 1), (NURSE, "", 2)], groups=[], skills=[], relations=[]
        )


def test_an_opening_keeps_the_surest_of_a_skill_it_names_twice() -> None:
    twice = (Required(SKILLS[0], 0.5, essential=False), Required(SKILLS[0], 0.7))
    packed = Openings.pack([Opening(id=1, skills=(*twice, Required("urn:unknown")))], VOCABULARY)

    assert packed.skill_sure.tolist() == [700]
    assert packed.skill_essential.tolist() == [1]


def great_circle(one: Point, other: Point) -> float:
    a, b, c, d = (math.radians(x / 1e6) for x in (*one, *other))
    inner = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371.0088 * math.asin(math.sqrt(inner))


danish = st.builds(Point, st.integers(54_550_000, 57_760_000), st.integers(8_070_000, 15_200_000))


@given(danish, danish)
def test_distances_inside_denmark_are_near_the_great_circle(one: Point, other: Point) -> None:
    [km] = kilometres(one, np.array([other.lat], np.int32), np.array([other.lon], np.int32))

    assert km == pytest.approx(great_circle(one, other), rel=0.002, abs=0.001)


def way(home: str, work: str) -> float:
    (a, b, one), (c, d, two) = PLACES[home], PLACES[work]
    start, land = Point(micro(a), micro(b)), land_of(one)
    lat, lon = np.array([micro(c)], np.int32), np.array([micro(d)], np.int32)
    [rest] = last_legs(land, np.array([land_of(two)], np.uint8), lat, lon)
    route = ROUTES[land][land_of(two)]
    if route is None:
        return float(kilometres(start, lat, lon)[0])
    first = np.array([route.first.lat], np.int32), np.array([route.first.lon], np.int32)
    return float(kilometres(start, *first)[0] + rest)


def test_the_way_over_water_goes_by_bridge_or_ferry() -> None:
    assert way("aarhus", "kalundborg") == pytest.approx(200, abs=40)
    assert way("aarhus", "odense") == pytest.approx(110, abs=20)
    assert way("københavn", "rønne") > 190
    assert way("odder", "samsø") == pytest.approx(70, abs=15)
    assert way("aarhus", "unknown land") < 100


def test_every_kommune_lies_in_a_land() -> None:
    lands = {code: LANDS[land_of(code)] for code in ("751", "0751", "461", "101", "376", "400", "")}

    assert lands == {
        "751": "jylland",
        "0751": "jylland",
        "461": "fyn",
        "101": "sjælland",
        "376": "lolland-falster",
        "400": "bornholm",
        "": "",
    }


def test_licences_keep_their_bits() -> None:
    assert len(LICENCES) <= 30
    assert len(set(LICENCES)) == len(LICENCES)
    assert [bits_of([code]) for code in ("B", "C", "D", "E", "truck", "taxi")] == [
        1,
        2,
        4,
        8,
        16,
        32,
    ]
    assert codes_of(bits_of(["truck", "B"])) == {"truck", "B"}


def test_weights_add_up_to_one_at_every_boldness() -> None:
    table = DEFAULT_MODEL.table()

    assert table.shape == (101, 9)
    assert np.allclose(table.sum(axis=1), 10_000, atol=0.01)
    assert np.array_equal(DEFAULT_MODEL.at(0.0), SAFE.as_array().astype(np.float32))
    assert np.array_equal(DEFAULT_MODEL.at(7.0), BOLD.as_array().astype(np.float32))
    assert Model("x", SAFE, SAFE).at(0.3).sum() == pytest.approx(1.0)


def test_weights_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(ValueError, match="add up"):
        Weights(0.5, 0.5, 0.5, 0, 0, 0, 0, 0, 0)
    with pytest.raises(ValueError, match="add up"):
        Weights(1.5, -0.5, 0, 0, 0, 0, 0, 0, 0)


def test_the_model_describes_itself_for_the_register() -> None:
    about = describe(DEFAULT_MODEL)

    assert about["model"] == "matching-2"
    assert about["weights"] == {"safe": asdict(SAFE), "bold": asdict(BOLD)}
    assert "not_hers" not in about["hard_constraints"]  # type: ignore[operator]
    assert "health" in about["never_used"]  # type: ignore[operator]
