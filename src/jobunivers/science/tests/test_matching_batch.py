# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science.explain import total
from jobunivers.science.matching import (
    PARTS,
    RECORD,
    Batch,
    Experience,
    Opening,
    Openings,
    People,
    Profile,
    Required,
    Vocabulary,
    Wish,
    World,
    reasons,
)
from jobunivers.science.tests.matching_worlds import (
    CARER,
    DAY,
    NURSE,
    SKILLS,
    STOREMAN,
    VOCABULARY,
    at,
    openings,
    profiles,
    works,
)

few = settings(max_examples=30, deadline=None)
crowds = st.lists(profiles(), min_size=1, max_size=8)


def world(some: list[Opening], prices: list[int] | None = None) -> World:
    return World(VOCABULARY, Openings.pack(some, VOCABULARY), prices=prices)


def packed(people: list[Profile]) -> People:
    return People.pack(people, range(1, len(people) + 1), VOCABULARY)


def as_lists(fast: World, batch: Batch) -> list[list[tuple[int, int]]]:
    """Return (id, score) of each person, best first."""
    return [
        [(int(fast.openings.id[row]), score) for row, score in zip(*pair, strict=True) if row >= 0]
        for pair in zip(batch.rows.tolist(), batch.scores.tolist(), strict=True)
    ]


@few
@given(crowds, openings(), st.integers(1, 6))
def test_many_at_once_and_one_at_a_time_are_the_same(
    people: list[Profile], some: list[Opening], top: int
) -> None:
    fast = world(some)

    many = as_lists(fast, fast.records(packed(people), day=DAY, top=top, threads=2))

    singly = [fast.rank(person, day=DAY, limit=top).matches for person in people]
    assert many == [[(m.id, m.score) for m in matches] for matches in singly]


@few
@given(crowds, openings(), st.randoms(use_true_random=False), st.integers(0, 8))
def test_who_stands_beside_whom_changes_nothing(
    people: list[Profile], some: list[Opening], random: Random, cut: int
) -> None:
    fast = world(some)
    whole = as_lists(fast, fast.records(packed(people), day=DAY, top=4))

    order = random.sample(range(len(people)), len(people))
    other = world(random.sample(some, len(some)))
    pieces = [packed(people).take(rows) for rows in (order[:cut], order[cut:]) if rows]
    apart = [
        one for piece in pieces for one in as_lists(other, other.records(piece, day=DAY, top=4))
    ]

    assert apart == [whole[i] for i in order]


@few
@given(crowds, openings(), st.randoms(use_true_random=False))
def test_the_reasons_add_up_and_only_spreading_takes_away(
    people: list[Profile], some: list[Opening], random: Random
) -> None:
    fast = world(some, [random.choice([0, 40]) for _ in some])
    batch = fast.records(packed(people), day=DAY, top=5)
    kept = fast.record_of(packed(people), batch.rows, day=DAY)
    for row, record in np.ndenumerate(kept):
        if record["vacancy"] < 0:
            assert batch.rows[row] < 0
            continue
        why = reasons(record)
        assert total(why) == record["score"] == batch.scores[row]
        assert all(r.weight > 0 for r in why if r.code != "spread")
        assert all(r.weight < 0 for r in why if r.code == "spread")
        assert len(record["contributions"]) == len(PARTS) + 1


def crowd_of_openings(random: Random, many: int) -> list[Opening]:
    """Return openings with many equal scores among them."""
    places = [at(name) for name in ("aarhus", "odder", "ebeltoft", "nowhere", "samsø")]
    words = [bytes(random.randrange(256) for _ in range(64)) for _ in range(5)]
    return [
        Opening(
            id=number,
            occupation=random.choice([NURSE, CARER, STOREMAN, ""]),
            isco=random.choice(["", "22", "53"]),
            skills=tuple(Required(uri) for uri in random.sample(SKILLS, random.choice([0, 2]))),
            hours_min=random.choice([None, 30]),
            remote_share=random.choice([0.0, 1.0]),
            published_day=DAY - random.choice([0, 0, 14]),
            meaning=random.choice([None, *words]),
            **random.choice(places),
        )
        for number in random.sample(range(1, 10 * many), many)
    ]


@settings(max_examples=8, deadline=None)
@given(crowds, st.integers(0, 10**6), st.sampled_from([1, 7, 40]))
def test_among_many_openings_the_same_ones_are_best(
    people: list[Profile], seed: int, top: int
) -> None:
    """The loop for many leaves out what cannot come among the best; the one for one does not."""
    random = Random(seed)
    some = crowd_of_openings(random, 400)
    fast = world(some, [random.choice([0, 0, 700]) for _ in some])

    many = as_lists(fast, fast.records(packed(people), day=DAY, top=top))

    singly = [fast.rank(person, day=DAY, limit=top).matches for person in people]
    assert many == [[(m.id, m.score) for m in matches] for matches in singly]


def best(person: Profile, job: Opening) -> int:
    """Return the score as if nothing kept the opening away."""
    batch = world([job]).people_for(0, packed([person]), day=DAY, least=-100_000)
    return int(batch[1][0])


JOBS = openings().map(lambda some: some[0])


def open_to(job: Opening) -> Opening:
    """Return the opening without what might keep it from somebody."""
    return replace(job, owner=0, languages=frozenset(), licences=frozenset(), last_day=None)


BARE = profiles().map(
    lambda p: Profile(
        occupations=p.occupations,
        skills=p.skills,
        wanted_occupations=p.wanted_occupations,
        boldness=p.boldness,
        land=p.land,
    )
)


@few
@given(BARE, JOBS, st.sampled_from(SKILLS))
def test_one_more_skill_never_lowers_a_score(person: Profile, job: Opening, more: str) -> None:
    richer = replace(person, skills=person.skills | {more})

    assert best(richer, open_to(job)) >= best(person, open_to(job))


@few
@given(BARE, JOBS, st.sampled_from(["place", "hours", "meaning", "taste"]), profiles())
def test_saying_more_never_lowers_a_score(
    person: Profile, job: Opening, what: str, other: Profile
) -> None:
    said: dict[str, dict[str, Any]] = {
        "place": {"lat": other.lat, "lon": other.lon, "land": other.land},
        "hours": {"hours_min": 0.0},
        "meaning": {"meaning": other.meaning},
        "taste": {"taste": other.taste},
    }

    assert best(replace(person, **said[what]), open_to(job)) >= best(person, open_to(job))


@few
@given(BARE, JOBS, works, st.sampled_from([0.0, 0.5, 0.8]))
def test_one_more_occupation_or_wish_lowers_no_score_but_by_rounding(
    person: Profile, job: Opening, more: Experience, boldness: float
) -> None:
    """Very bold people (above 0.82) ask for other trades: there a bridge may weigh more."""
    person = replace(person, boldness=boldness)
    before = best(person, open_to(job))
    done = replace(person, occupations=(*person.occupations, more))
    wished = replace(person, wanted_occupations=(*person.wanted_occupations, Wish(*more[:2])))

    assert best(done, open_to(job)) >= before - 1
    assert best(wished, open_to(job)) >= before - 1


KIRSTEN = Profile(
    occupations=(Experience(NURSE, "2221", 5),),
    skills=frozenset(SKILLS[:1]),
    wanted_occupations=(Wish(CARER, "5321"),),
    max_km=50,
    hours_min=30,
    **at("aarhus"),
)


def test_a_nurse_sees_nursing_before_stock_keeping() -> None:
    jobs = [
        Opening(id=1, occupation=STOREMAN, isco="4321", **at("aarhus")),
        Opening(id=2, occupation=NURSE, isco="2221", **at("aarhus")),
    ]

    assert [m.id for m in world(jobs).rank(KIRSTEN, day=DAY).matches] == [2, 1]


def test_the_reasons_carry_what_a_person_needs_to_understand() -> None:
    job = Opening(
        id=1,
        occupation=NURSE,
        isco="2221",
        skills=(Required(SKILLS[0]), Required(SKILLS[15])),
        hours_min=32,
        published_day=DAY - 3,
        **at("odder"),
    )
    [match] = world([job]).rank(KIRSTEN, day=DAY).matches
    facts = {reason.code: reason.facts for reason in match.reasons}

    assert facts["occupation.same"]["which"] == 0
    assert facts["occupation.same"]["mine"] == facts["occupation.same"]["kind"] == 10
    assert facts["skills.stated"]["matched"] == (100,)
    assert facts["skills.stated"]["missing"] == (115,)
    assert facts["distance.near"]["km"] == pytest.approx(21.4, abs=0.1)
    assert facts["hours.fit"]["hours_min"] == 32
    assert facts["freshness.new"]["published_day"] == DAY - 3


def test_work_from_home_is_near_only_for_those_who_want_it() -> None:
    job = Opening(id=1, remote_share=1.0, **at("københavn"))
    asked = {"max_km": 20.0, **at("aarhus")}

    wanted = world([job]).rank(Profile(wants_remote=True, **asked), day=DAY)
    other = world([job]).rank(Profile(**asked), day=DAY)

    assert [r.code for m in wanted.matches for r in m.reasons] == [
        "distance.remote",
        "freshness.unknown",
    ]
    assert other.kept_away == {"too_far": 1}


def test_kattegat_is_no_short_way() -> None:
    jobs = [Opening(id=1, **at("kalundborg")), Opening(id=2, **at("ebeltoft"))]
    person = Profile(max_km=90, **at("aarhus"))

    found = world(jobs).rank(person, day=DAY)

    assert [m.id for m in found.matches] == [2]
    assert found.kept_away == {"too_far": 1}


def test_more_like_this_looks_for_its_kind_and_its_words() -> None:
    words = bytes(range(64))
    jobs = [
        Opening(id=1, occupation=STOREMAN, isco="4321", meaning=words),
        Opening(id=2, occupation=CARER, isco="5321"),
        Opening(id=3, occupation=STOREMAN, isco="4321", meaning=words),
    ]

    found = world(jobs).rank(Profile(), day=DAY, like=[1])

    assert {m.id for m in found.matches[:2]} == {1, 3}
    assert {"wish.same", "text"} <= {r.code for r in found.matches[0].reasons}


def test_boldness_moves_weight_from_what_she_has_done() -> None:
    job = Opening(id=1, occupation=NURSE, isco="2221")
    safe, bold = (
        {
            r.code: r.weight
            for r in world([job]).rank(KIRSTEN, day=DAY, boldness=b).matches[0].reasons
        }
        for b in (0.0, 1.0)
    )

    assert safe["occupation.same"] == 3800
    assert bold["occupation.same"] == 600


def test_an_opening_of_another_kommune_is_never_spoken_of() -> None:
    fast = world([Opening(id=1, owner=7)])

    assert fast.rank(Profile(owner=3), day=DAY).considered == 0
    with pytest.raises(KeyError):
        fast.explain(Profile(owner=3), 1, day=DAY)


def test_prices_are_a_reason_of_their_own_and_can_be_changed() -> None:
    fast = world([Opening(id=1, occupation=NURSE, isco="2221")])
    [free] = fast.rank(KIRSTEN, day=DAY).matches
    [dear] = fast.with_prices([250]).rank(KIRSTEN, day=DAY).matches

    assert dear.score == free.score - 250
    assert dear.reasons[-1].code == "spread"
    with pytest.raises(ValueError, match="price"):
        fast.with_prices([-1])
    with pytest.raises(ValueError, match="price"):
        fast.with_prices([1, 2])


def test_another_vocabulary_is_refused() -> None:
    empty = Vocabulary.build(occupations=[], groups=[], skills=[], relations=[])
    with pytest.raises(ValueError, match="vocabulary"):
        World(VOCABULARY, Openings.pack([], empty))
    with pytest.raises(ValueError, match="vocabulary"):
        world([Opening(id=1)]).records(People.pack([Profile()], [1], empty), day=DAY, top=1)


def test_a_record_takes_96_bytes() -> None:
    assert RECORD.itemsize == 96
