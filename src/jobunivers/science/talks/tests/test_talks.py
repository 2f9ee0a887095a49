# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science.talks import (
    FACT_WORDS,
    MOST,
    RULES,
    Card,
    Situation,
    TalkFacts,
    fitting,
    focus_points,
    gathered,
)

TODAY = date(2026, 11, 23)
CALM = {"goals_open": 1, "activities_ahead": 2}
_days = st.one_of(st.none(), st.integers(-30, 400).map(lambda n: TODAY - timedelta(days=n)))
_facts = st.builds(
    TalkFacts,
    today=st.just(TODAY),
    first_talk=st.booleans(),
    out_since=_days,
    back_since=_days,
    objection_since=_days,
    last_applied=_days,
    applications90=st.integers(0, 40),
    interviews180=st.integers(0, 9),
    next_interview=_days,
    open_offer=_days,
    overdue_since=_days,
    overdue=st.integers(0, 4),
    goals_open=st.integers(0, 3),
    activities_ahead=st.integers(0, 3),
    wished=st.sampled_from(["", "lagerchef"]),
    openings_near=st.one_of(st.none(), st.integers(0, 60)),
    skill=st.sampled_from(["", "truck"]),
    skill_jobs=st.integers(0, 60),
    skill_of=st.integers(0, 60),
    reach_km=st.one_of(st.none(), st.integers(0, 100)),
    profile_parts=st.one_of(st.none(), st.integers(0, 6)),
)


def codes(**said: object) -> list[str]:
    return [one.code for one in focus_points(TalkFacts(today=TODAY, **(CALM | said)))]  # type: ignore[arg-type]


def test_who_is_well_under_way_gives_no_subject() -> None:
    assert codes(last_applied=TODAY, out_since=TODAY - timedelta(days=40)) == []


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"objection_since": TODAY}, "objection"),
        ({"open_offer": TODAY}, "offer"),
        ({"first_talk": True}, "first_talk"),
        ({"next_interview": TODAY + timedelta(days=14)}, "interview_ahead"),
        ({"overdue_since": TODAY - timedelta(days=1), "overdue": 1}, "overdue"),
        ({"back_since": TODAY - timedelta(days=21)}, "back"),
        ({"applications90": 5}, "no_interview"),
        ({"interviews180": 3}, "no_offer"),
        ({"wished": "kok", "openings_near": 4, "reach_km": 30}, "few_openings"),
        ({"skill": "truck", "skill_jobs": 15, "skill_of": 60}, "one_skill"),
        ({"out_since": TODAY - timedelta(days=14)}, "no_application"),
        ({"activities_ahead": 0}, "goal_alone"),
        ({"activities_ahead": 0, "goals_open": 0}, "plan_empty"),
        ({"reach_km": 15}, "short_reach"),
        ({"profile_parts": 3}, "profile_thin"),
    ],
)
def test_each_rule_holds_at_its_edge(said: dict[str, object], code: str) -> None:
    assert codes(**said) == [code]


@pytest.mark.parametrize(
    "said",
    [
        {"next_interview": TODAY + timedelta(days=15)},
        {"next_interview": TODAY - timedelta(days=1)},
        {"back_since": TODAY - timedelta(days=22)},
        {"applications90": 4},
        {"applications90": 9, "interviews180": 1},
        {"interviews180": 2},
        {"wished": "kok", "openings_near": 5, "reach_km": 30},
        {"wished": "kok", "openings_near": None, "reach_km": 30},
        {"skill": "truck", "skill_jobs": 14, "skill_of": 60},
        {"skill": "truck"},
        {"out_since": TODAY - timedelta(days=13)},
        {"out_since": TODAY - timedelta(days=90), "last_applied": TODAY - timedelta(days=13)},
        {"reach_km": 16},
        {"profile_parts": 4},
    ],
)
def test_just_beside_the_edge_nothing_is_said(said: dict[str, object]) -> None:
    assert codes(**said) == []


def test_an_offer_is_no_time_to_ask_for_applications() -> None:
    old = TODAY - timedelta(days=90)

    assert codes(out_since=old) == ["no_application"]
    assert codes(out_since=old, open_offer=TODAY) == ["offer"]


def test_what_is_put_aside_leaves_its_place() -> None:
    many = TalkFacts(
        today=TODAY, first_talk=True, objection_since=TODAY, applications90=9, reach_km=5,
        profile_parts=1, out_since=TODAY - timedelta(days=60),
    )  # fmt: skip

    first = [one.code for one in focus_points(many)]
    rest = [one.code for one in focus_points(many, without={"objection"})]

    assert len(first) == len(rest) == MOST
    assert rest[:-1] == first[1:]


@settings(max_examples=150, deadline=None)
@given(_facts)
def test_every_subject_can_be_said_in_both_languages_with_its_facts(facts: TalkFacts) -> None:
    found = focus_points(facts)

    assert len(found) <= MOST
    assert found == focus_points(facts)
    order = list(RULES)
    assert [order.index(one.code) for one in found] == sorted(
        order.index(one.code) for one in found
    )
    for one in found:
        rule = RULES[one.code]
        for language in ("da", "en"):
            for words in (rule.name, rule.staff, rule.citizen):
                assert "{" not in words.said(language, one.facts)
        assert set(one.facts) <= set(FACT_WORDS)


CARDS = [
    Card("a", frozenset({"no_interview", "kind:job"})),
    Card("b", frozenset({"first_talk"})),
    Card("c", frozenset()),
]


def test_cards_come_by_the_first_subject_they_are_for() -> None:
    found = fitting(CARDS, Situation(("first_talk", "no_interview"), frozenset({"kind:job"})))

    assert [(one.key, one.because) for one in found] == [
        ("b", ("first_talk",)),
        ("a", ("no_interview", "kind:job")),
    ]


def test_a_pinned_card_comes_first_and_a_hidden_one_never() -> None:
    found = fitting(CARDS, Situation(("first_talk", "no_interview")), pinned={"c"}, hidden={"b"})

    assert [(one.key, one.pinned) for one in found] == [("c", True), ("a", False)]


def test_no_situation_brings_no_card() -> None:
    assert fitting(CARDS, Situation()) == ()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.floats(54.5, 57.8), st.floats(8.0, 12.7)), max_size=200),
    st.sampled_from([10.0, 25.0, 50.0, 100.0]),
)
def test_no_opening_is_lost_on_the_map(points: list[tuple[float, float]], km: float) -> None:
    lat, lon = (np.array([one[axis] for one in points], dtype=np.float64) for axis in (0, 1))

    places = gathered(lat, lon, km=km)

    assert sum(place.many for place in places) == len(points)
    assert all(place.many >= len(place.rows) > 0 for place in places)
    for place in places:
        assert lat.min() - 1e-9 <= place.lat <= lat.max() + 1e-9


def test_five_thousand_openings_in_one_town_are_one_place() -> None:
    lat, lon = np.full(5_000, 56.157), np.full(5_000, 10.207)

    [place] = gathered(lat, lon, km=50)

    assert (place.many, place.rows) == (5_000, (0, 1, 2))
