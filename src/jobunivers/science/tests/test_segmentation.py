# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rules decide, the ladder moves slowly, and a person can see why and what would change it."""

from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science.segmentation import (
    NEW,
    BadPolicy,
    Days,
    Facts,
    Kind,
    Policy,
    Remembered,
    Standing,
    active_weeks,
    again,
    days_not_counting,
    explain,
    place,
    points_of,
    read_policy,
    sums_of,
)
from jobunivers.science.tests.segmentation_cases import (
    CODES,
    body,
    people,
    policies,
    rule,
    standings,
)

Row = dict[str, float | None]
AUTOMATIC = {Kind.RULE, Kind.STEP, Kind.BACK}
FEW = settings(max_examples=30, deadline=None)
PLAIN: Row = {"weeks_out": 5.0, "chance26": 0.9, "wish": 0.0, "absent": 0.0, "days_inactive": 0.0,
              "unanswered": 0.0, "active_weeks": 0.0, "points_week": 3.0}  # fmt: skip


def standing(**known: object) -> Remembered:
    base: Remembered = {**NEW, "course": "alone", "days_since_move": 30, "wish": 0.0}
    return {**base, **known}  # type: ignore[typeddict-item]


def course_of(policy: Policy, row: Row, known: Remembered = NEW) -> str:
    return again(policy, row, known)[0]


def close(policy: Policy, row: Row, known: Remembered = NEW) -> int:
    return policy.place_of(course_of(policy, row, known))


# Rules


def test_the_first_rule_that_holds_decides_and_else_the_default() -> None:
    policy = read_policy(body())

    assert course_of(policy, PLAIN) == "alone"
    assert course_of(policy, PLAIN | {"chance26": 0.4}) == "sparring"
    assert course_of(policy, PLAIN | {"chance26": 0.4, "weeks_out": 26.0}) == "combined"


def test_nothing_unknown_counts_for_or_against_anybody() -> None:
    policy = read_policy(body())

    assert course_of(policy, {}) == "alone"
    assert again(policy, {}, NEW)[1] == "default"


# The ladder


def silent(days: int, unanswered: int, **other: float) -> Row:
    return {**PLAIN, "days_inactive": float(days), "unanswered": float(unanswered), **other}


def test_silence_leads_down_one_step_at_a_time_to_a_personal_consultant() -> None:
    policy = read_policy(body())

    assert again(policy, silent(50, 9), standing()) == ("alone", "default", 1, Kind.STEP)
    assert again(policy, silent(50, 9), standing(step=1))[::2] == ("sparring", 2)
    assert again(policy, silent(50, 9), standing(step=2))[::2] == ("close", 3)


def test_days_alone_or_unanswered_messages_alone_lead_nowhere() -> None:
    policy = read_policy(body())

    assert again(policy, silent(50, 1), standing())[2] == 0
    assert again(policy, silent(13, 9), standing())[2] == 0


def test_active_weeks_lead_back_one_step_at_a_time() -> None:
    policy = read_policy(body())
    busy = PLAIN | {"active_weeks": 2.0}

    course, _, step, kind = again(policy, busy, standing(course="close", step=3))
    assert (course, step, kind) == ("sparring", 2, Kind.BACK)
    assert again(policy, PLAIN | {"active_weeks": 1.0}, standing(course="close", step=3))[2] == 3


def test_her_own_wish_is_not_held_back_by_the_cool_down() -> None:
    policy = read_policy(body([rule("wish", "combined", ("wish", "=", "in_person"))]))
    just_moved = standing(days_since_move=1)

    assert again(policy, PLAIN | {"wish": 2.0}, just_moved)[::3] == ("combined", Kind.WISH)


def test_nor_is_what_she_says_of_how_she_gets_along() -> None:
    policy = read_policy(body([rule("hard", "combined", ("readiness", "<", 0.3))]))
    just_moved = standing(days_since_move=1)

    assert again(policy, PLAIN | {"readiness": 0.1}, just_moved)[::3] == ("combined", Kind.WISH)


def test_an_override_wins_until_it_ends_and_then_the_rules_decide_again() -> None:
    policy = read_policy(body())
    chosen = standing(override="close", days_since_move=1)

    assert again(policy, PLAIN, chosen)[::3] == ("close", Kind.OVERRIDE)
    stays = standing(course="close", override="close", was_override=True)
    assert again(policy, PLAIN | {"weeks_out": 99.0}, stays)[::3] == ("close", Kind.NONE)
    ended = standing(course="close", was_override=True, days_since_move=1)
    assert again(policy, PLAIN, ended)[::3] == ("alone", Kind.OVERRIDE_ENDED)


def test_another_policy_moves_at_once_but_not_who_is_absent() -> None:
    policy = read_policy(body())
    old = PLAIN | {"weeks_out": 30.0}
    known = standing(same_policy=False, days_since_move=1)

    assert again(policy, old, known)[::3] == ("combined", Kind.POLICY)
    assert again(policy, old | {"absent": 1.0}, known)[::3] == ("alone", Kind.NONE)


def test_who_stands_in_a_course_that_is_no_more_gets_another_even_when_absent() -> None:
    policy = read_policy(body())
    known = standing(course="gone", same_policy=False)

    assert course_of(policy, PLAIN | {"absent": 1.0}, known) == "alone"


@FEW
@given(policies(), st.lists(people(), min_size=2, max_size=12), st.data())
def test_nobody_is_moved_twice_within_the_cool_down(
    policy: Policy, days: list[Row], data: st.DataObject
) -> None:
    known: Remembered = {**NEW}
    since = 99
    for row in days:
        gap = data.draw(st.integers(0, 9))
        since += gap
        known = {**known, "days_since_move": since}
        course, _, step, kind = again(policy, row, known)
        if kind in AUTOMATIC:
            assert since >= policy.ladder.cool_down_days
        if kind not in {Kind.NONE, Kind.FIRST}:
            since = 0
        known = {**known, "course": course, "step": step}
        known = {**known, "wish": row["wish"], "readiness": row["readiness"]}


@FEW
@given(policies(), people(), standings())
def test_an_absence_moves_nobody(policy: Policy, row: Row, known: Remembered) -> None:
    away = {**row, "absent": 1.0, "wish": known["wish"], "readiness": known["readiness"]}
    quiet: Remembered = {**known, "was_override": False, "override": None}

    course, _, step, kind = again(policy, away, quiet)

    assert (course, step, kind) == (known["course"], known["step"], Kind.NONE)


@FEW
@given(policies(), people(), standings(), st.data())
def test_doing_more_never_leads_to_closer_help(
    policy: Policy, row: Row, known: Remembered, data: st.DataObject
) -> None:
    busier = dict(row)
    for code in ("points_week", "applications30", "active_weeks"):
        if (value := row[code]) is not None:
            busier[code] = value + data.draw(st.integers(0, 9))
    for code in ("days_inactive", "unanswered"):
        if (value := row[code]) is not None:
            busier[code] = max(0.0, value - data.draw(st.integers(0, 60)))
    if (value := row["profile"]) is not None:
        busier["profile"] = min(1.0, value + data.draw(st.sampled_from([0.0, 0.3, 0.9])))

    assert close(policy, busier, known) <= close(policy, row, known)
    assert again(policy, busier, known)[2] <= again(policy, row, known)[2]


@FEW
@given(policies(), st.lists(st.tuples(people(), standings()), min_size=1, max_size=5))
def test_many_and_one_are_placed_alike_and_again_from_what_was_kept(
    policy: Policy, both: list[tuple[Row, Remembered]]
) -> None:
    facts = Facts.of_rows([row for row, _ in both])
    remembered = Standing.of_rows(policy, [known for _, known in both])

    placed = place(policy, facts, remembered)

    for n in range(len(both)):
        course, _, step, kind = again(policy, facts.row(n), remembered.row(policy, n))
        assert policy.courses[placed.course[n]].code == course
        assert (placed.step[n], placed.kind[n]) == (step, kind)


@FEW
@given(policies(), people(), standings())
def test_an_override_always_wins(policy: Policy, row: Row, known: Remembered) -> None:
    for code in CODES:
        assert course_of(policy, row, {**known, "override": code}) == code


# Explaining


def test_she_is_told_which_conditions_held_and_with_which_values() -> None:
    policy = read_policy(body())

    why = explain(policy, Facts.of_rows([PLAIN | {"weeks_out": 30.0}]))

    assert (why.course, why.rule) == ("combined", "old")
    (held,) = why.held
    assert (held.fact, held.op, held.value, held.was) == ("weeks_out", ">=", 26.0, 30.0)


def test_what_waits_for_the_cool_down_is_said() -> None:
    policy = read_policy(body())
    facts = Facts.of_rows([PLAIN | {"weeks_out": 30.0}])
    known = Standing.of_rows(policy, [standing(days_since_move=4)])

    why = explain(policy, facts, 0, known, "default")

    assert (why.course, why.rule) == ("alone", "default")
    assert (why.waiting_course, why.waiting_days) == ("combined", 10)


@FEW
@given(policies(), people())
def test_every_change_that_is_told_does_what_is_told(policy: Policy, row: Row) -> None:
    facts = Facts.of_rows([row])

    why = explain(policy, facts)

    for change in why.changes:
        assert change.course != why.course
        to = change.value
        if change.op == "<":
            to = to - 1 if change.fact in {"wish", "education", "danish"} else np.nextafter(to, -9)
        assert course_of(policy, {**row, change.fact: float(to)}) == change.course
        if change.hers and change.fact in {"points_week", "applications30", "profile"}:
            assert not change.closer, "nobody is told to do less"


def test_no_change_is_told_that_would_turn_time_back() -> None:
    policy = read_policy(body())

    why = explain(policy, Facts.of_rows([PLAIN | {"weeks_out": 30.0}]))

    assert "weeks_out" not in {change.fact for change in why.changes}


def test_the_next_step_and_the_way_back_are_told() -> None:
    policy = read_policy(body())
    facts = Facts.of_rows([silent(20, 3, active_weeks=1.0)])
    known = Standing.of_rows(policy, [standing(step=1, days_since_move=3)])

    why = explain(policy, facts, 0, known)

    assert why.next_rung is not None
    assert (why.next_rung.code, why.next_rung.days_left, why.next_rung.unanswered_left) == (
        "another", 8, 1)  # fmt: skip
    assert why.back_weeks_left == 1


# Reading


def problems(changed: dict[str, object]) -> dict[str, str]:
    with pytest.raises(BadPolicy) as refused:
        read_policy(changed)
    return {one.where: one.code for one in refused.value.problems}


def test_a_bad_policy_is_refused_with_every_mistake_and_its_place() -> None:
    bad = body([rule("a", "nowhere", ("wish", "=", "sometimes")),
                rule("b", "close", ("weight", ">=", 1))])  # fmt: skip

    assert problems(bad) == {
        "rules[0].course": "unknown_course",
        "rules[0].all[0].value": "unknown",
        "rules[1].all[0].fact": "unknown",
    }


def test_a_rule_that_punishes_activity_is_refused() -> None:
    assert problems(body([rule("a", "close", ("applications30", ">=", 5))])) == {
        "rules[0].course": "activity_costs"
    }
    late = [
        rule("a", "sparring", ("days_inactive", ">=", 9)),
        rule("b", "close", ("age", ">=", 50)),
    ]
    assert problems(body(late)) == {"rules[0].course": "activity_costs"}


def test_a_ladder_that_does_not_rise_is_refused() -> None:
    ladder = body()["ladder"]
    ladder["steps"].reverse()

    assert set(problems(body(ladder=ladder)).values()) == {"not_rising"}


@pytest.mark.parametrize("nothing", [None, [], "x", 3, {}])
def test_what_is_no_policy_is_refused(nothing: object) -> None:
    with pytest.raises(BadPolicy):
        read_policy(nothing)


# Activity

TODAY = date(2026, 11, 25)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def test_logging_in_alone_makes_no_week_active() -> None:
    every_day = {ago(n): points_of({"logins": 40}) for n in range(60)}

    assert active_weeks(every_day, TODAY) == 0
    assert points_of({"logins": 40}) < points_of({"marks": 1}) < points_of({"applications": 1})


def test_a_row_of_active_weeks_is_not_broken_by_a_week_that_has_just_begun() -> None:
    assert active_weeks({ago(8): 3.0, ago(15): 3.0}, TODAY) == 2
    assert active_weeks({ago(1): 3.0, ago(8): 3.0, ago(22): 9.0}, TODAY) == 2
    assert active_weeks({ago(15): 3.0}, TODAY) == 0


def test_absences_stop_the_clock_and_count_once() -> None:
    assert days_not_counting(ago(20), TODAY, []) == 20
    assert days_not_counting(ago(20), TODAY, [(ago(10), ago(5)), (ago(8), ago(4))]) == 14
    assert days_not_counting(ago(20), TODAY, [(ago(3), None)]) == 16
    assert days_not_counting(ago(2), TODAY, [(ago(90), None)]) == 0


def test_facts_must_be_known_and_of_one_length() -> None:
    with pytest.raises(KeyError):
        Facts.of({"weight": np.zeros(2)})
    with pytest.raises(ValueError, match="different lengths"):
        Facts.of({"age": np.zeros(2), "profile": np.zeros(3)})


def test_a_ladder_that_lost_a_step_takes_people_along() -> None:
    policy = read_policy(body())
    short = replace(policy, ladder=replace(policy.ladder, steps=policy.ladder.steps[:1]))

    known = standing(course="close", step=3, same_policy=False, days_since_move=0)
    assert again(short, PLAIN, known)[::2] == ("alone", 1)


@FEW
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 97), st.integers(0, 4)), max_size=60))
def test_sums_of_many_are_those_of_each(rows: list[tuple[int, int, int]]) -> None:
    by_day = {(person, back): float(points) for person, back, points in rows}
    person, back = (np.array([key[n] for key in by_day], dtype=np.int64) for n in (0, 1))
    points = np.array(list(by_day.values()))
    ones = np.ones(len(points), dtype=np.int64)

    sums = sums_of(Days(person, back, points, ones, ones), 4)

    for who in range(4):
        mine = {ago(b): value for (p, b), value in by_day.items() if p == who}
        assert sums.active_weeks[who] == active_weeks(mine, TODAY)
        assert sums.points30[who] == sum(v for day, v in mine.items() if day > ago(30))
        active = [(TODAY - day).days for day, v in mine.items() if v >= 1]
        assert np.array_equal(sums.active_back[who], min(active, default=np.nan), equal_nan=True)
