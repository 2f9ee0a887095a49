# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobunivers.science.explain import Reason, total
from jobunivers.science.matching_1 import (
    MODEL,
    Experience,
    Match,
    Opening,
    OpeningTable,
    Profile,
    Required,
    SkillRelations,
    Wish,
    describe,
    rank,
    rank_and_exclude,
)

SKILLS = [f"urn:jobunivers:skill:{name}" for name in ("care", "medicine", "truck", "stock", "sql")]
NURSE, CARER, STOREMAN = (f"urn:jobunivers:occupation:{n}" for n in ("nurse", "carer", "storeman"))
ISCO = {NURSE: "2221", CARER: "5321", STOREMAN: "4321", "": ""}
RELATIONS = SkillRelations.build(
    [
        (NURSE, SKILLS[0], True),
        (NURSE, SKILLS[1], True),
        (CARER, SKILLS[0], True),
        (STOREMAN, SKILLS[2], True),
        (STOREMAN, SKILLS[3], True),
        (STOREMAN, SKILLS[4], False),
    ]
)
AARHUS: dict[str, Any] = {"lat": 56.15, "lon": 10.2}
KIRSTEN = Profile(
    occupations=(Experience(NURSE, "2221", 5),),
    skills=frozenset(SKILLS[:2]),
    wanted_occupations=(Wish(CARER, "5321"),),
    max_km=50,
    hours_min=30,
    hours_max=37,
    **AARHUS,
)

skills = st.lists(st.sampled_from(SKILLS), unique=True, max_size=4)
coordinates: dict[str, Any] = {
    "lat": st.none() | st.floats(54.5, 57.8),
    "lon": st.none() | st.floats(8, 15.2),
}
profiles = st.builds(
    Profile,
    occupations=st.lists(st.sampled_from([Experience(u, ISCO[u]) for u in ISCO]), max_size=2).map(
        tuple
    ),
    skills=skills.map(frozenset),
    wanted_occupations=st.lists(st.just(Wish("", "22")), max_size=1).map(tuple),
    max_km=st.none() | st.floats(1, 200),
    hours_min=st.none() | st.floats(0, 37),
    **coordinates,
)


def opening_of(number: int, occupation: str, asked: Sequence[str], **facts: Any) -> Opening:
    required = tuple(Required(uri, 0.8, essential=i % 2 == 0) for i, uri in enumerate(asked))
    return Opening(
        id=f"{number:03}", occupation=occupation, isco=ISCO[occupation], skills=required, **facts
    )


openings = st.lists(
    st.builds(
        opening_of,
        st.integers(0, 999),
        st.sampled_from(sorted(ISCO)),
        skills,
        hours_min=st.none() | st.floats(5, 40),
        remote_share=st.sampled_from([0.0, 0.4, 1.0]),
        occupation_confidence=st.floats(0, 1),
        published_days=st.floats(0, 90),
        deadline_days=st.none() | st.floats(-5, 60),
        **coordinates,
    ),
    max_size=8,
    unique_by=lambda o: o.id,
)


def only(profile: Profile, opening: Opening) -> Match:
    [match] = rank(profile, [opening], relations=RELATIONS)
    return match


@given(profiles, openings)
def test_the_reasons_add_up_to_the_score_exactly(profile: Profile, some: list[Opening]) -> None:
    for match in rank(profile, some, relations=RELATIONS):
        assert total(match.reasons) == match.score
        assert 0.0 <= match.score <= 1.0 + 1e-12


@given(profiles, openings, st.randoms(use_true_random=False))
def test_the_order_of_the_input_changes_nothing(
    profile: Profile, some: list[Opening], random: Random
) -> None:
    shuffled = random.sample(some, len(some))
    assert rank_and_exclude(profile, shuffled, relations=RELATIONS) == rank_and_exclude(
        profile, some, relations=RELATIONS
    )


@given(profiles, openings)
def test_every_opening_is_either_shown_or_kept_away_with_a_name(
    profile: Profile, some: list[Opening]
) -> None:
    answer = rank_and_exclude(profile, some, relations=RELATIONS)
    ids = [m.id for m in answer.matches] + [e.id for e in answer.excluded]
    assert sorted(ids) == sorted(o.id for o in some)
    assert all(e.reason for e in answer.excluded)


@given(st.floats(0, 1), st.floats(0, 1), st.none() | st.floats(150, 400))
def test_nearer_is_never_worse(one: float, other: float, max_km: float | None) -> None:
    near, far = sorted((one, other))
    kirsten = Profile(skills=frozenset(SKILLS), max_km=max_km, **AARHUS)
    scores = [
        only(kirsten, opening_of(1, NURSE, SKILLS, lat=56.15 + away, lon=10.2)).score
        for away in (near, far)
    ]
    assert scores[0] >= scores[1] - 1e-12


@given(profiles, skills, st.sampled_from(SKILLS))
def test_one_more_skill_never_lowers_a_score(profile: Profile, asked: list[str], more: str) -> None:
    richer = Profile(occupations=profile.occupations, skills=profile.skills | {more})
    poorer = Profile(occupations=profile.occupations, skills=profile.skills)
    job = opening_of(1, NURSE, asked)
    # With nothing known of her skills the whole part is left out; it appears with the first.
    if poorer.skills:
        assert only(richer, job).score >= only(poorer, job).score - 1e-12


def test_a_nurse_sees_nursing_before_stock_keeping() -> None:
    found = rank(
        KIRSTEN,
        [
            opening_of(1, STOREMAN, SKILLS[2:4], **AARHUS),
            opening_of(2, NURSE, SKILLS[:2], **AARHUS),
        ],
        relations=RELATIONS,
    )

    assert [m.id for m in found] == ["002", "001"]


def test_the_reasons_carry_what_a_person_needs_to_understand() -> None:
    match = only(
        KIRSTEN, opening_of(1, NURSE, [SKILLS[0], SKILLS[3], SKILLS[2]], lat=56.25, lon=10.2)
    )
    facts = {reason.code: reason.facts for reason in match.reasons}

    assert facts["occupation.same"]["occupation"] == NURSE
    assert facts["skills.stated"]["matched"] == (SKILLS[0],)
    assert facts["skills.stated"]["missing"] == (SKILLS[2],)
    assert facts["distance.near"]["km"] == pytest.approx(11.1, abs=0.1)


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        ({"lat": 55.67, "lon": 12.56}, "too_far"),
        ({"hours_min": 12.0}, "hours"),
        ({"deadline_days": -0.5}, "expired"),
        ({"employer": "grumpy"}, "hidden"),
        ({"language": "de"}, "language"),
    ],
)
def test_a_hard_constraint_keeps_an_opening_away_and_is_named(
    facts: dict[str, Any], name: str
) -> None:
    kirsten = Profile(
        max_km=50, hours_min=30, hidden=frozenset({"grumpy"}), languages=frozenset({"da"}), **AARHUS
    )

    answer = rank_and_exclude(kirsten, [opening_of(1, NURSE, [], **facts)])

    assert answer.matches == ()
    assert [e.reason for e in answer.excluded] == [name]


def test_work_from_home_is_near_wherever_it_is() -> None:
    match = only(KIRSTEN, opening_of(1, NURSE, [], lat=55.67, lon=12.56, remote_share=1.0))

    assert "distance.remote" in {r.code for r in match.reasons}


def test_an_empty_profile_gets_the_newest_first() -> None:
    found = rank(
        Profile(),
        [
            opening_of(1, NURSE, [], published_days=9.0),
            opening_of(2, STOREMAN, [], published_days=1.0),
        ],
    )

    assert [m.id for m in found] == ["002", "001"]


def test_an_advertisement_without_skills_is_read_through_its_occupation() -> None:
    kirsten = Profile(skills=frozenset(SKILLS[:2]))
    found = rank(
        kirsten, [opening_of(1, STOREMAN, []), opening_of(2, NURSE, [])], relations=RELATIONS
    )

    assert found[0].id == "002"
    assert "skills.of_occupation" in {r.code for r in found[0].reasons}


def test_a_wish_for_a_whole_group_is_fulfilled_by_anything_in_it() -> None:
    wisher = Profile(wanted_occupations=(Wish("", "22"),))
    [match] = rank(wisher, OpeningTable([opening_of(1, NURSE, [], published_days=0)]))

    assert match.score == pytest.approx(1.0)


def test_no_openings_are_no_matches() -> None:
    assert rank(KIRSTEN, []) == []


def test_what_was_shown_cannot_be_changed_afterwards() -> None:
    reason = Reason("distance.near", 0.1, {"km": 3.0})

    with pytest.raises(TypeError):
        reason.facts["km"] = 1.0  # type: ignore[index]
    assert reason.as_json() == {"code": "distance.near", "weight": 0.1, "facts": {"km": 3.0}}


def test_the_model_describes_itself_for_the_register() -> None:
    about = describe()

    assert about["model"] == MODEL
    assert "name" in about["never_used"]  # type: ignore[operator]
