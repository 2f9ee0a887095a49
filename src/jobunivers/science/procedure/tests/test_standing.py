# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is required, possible and forbidden follows from what is known, and says why."""

import copy
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science import procedure as p

EVENT, TODAY = date(2026, 3, 10), date(2026, 3, 20)
BODY: dict[str, Any] = {
    "format": 1,
    "code": "example",
    "version": "1",
    "since": date(2026, 2, 1),
    "kinds": [{"code": "talk", "rules": ["sanction.talk"]}, {"code": "offer"}],
    "days": ["event_on", "due_on"],
    "facts": [
        {"code": "guided", "evidence": True},
        {"code": "cause"},
        {"code": "weak"},
        {"code": "exhausted", "when": ["weak"]},
        {"code": "heard", "given": True},
        {"code": "hearing_over", "passed": "hearing"},
        {"code": "booked", "only": ["talk"]},
    ],
    "deadlines": [
        {"code": "effect", "start": "event_on", "count": 3, "unit": "full_months"},
        {"code": "hearing", "start": "due_on", "count": 0, "unit": "days"},
    ],
    "steps": [
        {"code": "ask", "required": True, "settles": ["cause"]},
        {"code": "hear", "required": True, "done": ["heard"], "before": "effect",
         "needs": ["guided"]},
        {"code": "exhaust", "when": ["weak"], "done": ["exhausted"]},
        {"code": "decide", "before": "effect", "rules": ["sanction.effect"], "of_kind": True,
         "needs": ["guided", "not cause", ["hearing_over", "heard"], ["not weak", "exhausted"]]},
        {"code": "note_booking", "only": ["talk"], "needs": ["booked"]},
    ],
}  # fmt: skip
FACTS = ["guided", "cause", "weak", "exhausted", "heard", "booked"]
KNOWN = st.fixed_dictionaries({one: st.sampled_from([True, False, None]) for one in FACTS})


def how(facts: p.Facts, **more: Any) -> p.Standing:
    asked: dict[str, Any] = {
        "kind": "talk", "facts": facts, "days": {"event_on": EVENT}, "on": TODAY
    }  # fmt: skip
    return p.standing(p.read_procedure(BODY), **(asked | more))


def state(found: p.Standing, code: str) -> str:
    step = found.step(code)
    return step.state.value if step else "gone"


def test_a_missing_fact_makes_a_step_not_yet_known_and_says_what_to_find_out() -> None:
    found = how({"cause": False})
    step = found.step("decide")
    assert step is not None
    assert step.state == p.State.UNKNOWN
    assert step.find_out == ("guided", "hearing_over", "heard", "weak", "exhausted")
    assert not found.allows("decide")


def test_all_facts_open_the_step() -> None:
    found = how({"guided": True, "cause": False, "heard": True, "weak": False})
    assert state(found, "decide") == "possible"
    assert found.allows("decide")


def test_one_false_fact_forbids_it_whatever_else_is_unknown() -> None:
    step = how({"guided": False}).step("decide")
    assert step is not None
    assert (step.state, [one.code for one in step.reasons]) == (p.State.FORBIDDEN, ["guided"])


def test_after_its_deadline_a_step_is_forbidden_and_the_day_is_said() -> None:
    facts = {"guided": True, "cause": False, "heard": True, "weak": False}
    assert how(facts, on=date(2026, 6, 30)).allows("decide")
    step = how(facts, on=date(2026, 7, 1)).step("decide")
    assert step is not None
    assert step.state == p.State.FORBIDDEN
    assert step.reasons[0].day == date(2026, 6, 30)


def test_a_gap_in_the_rules_stops_the_step_and_names_the_rule() -> None:
    facts = {"guided": True, "cause": False, "heard": True, "weak": False}
    step = how(facts, missing_rules=["sanction.effect"]).step("decide")
    assert step is not None
    assert (step.state, step.reasons[0].code) == (p.State.NO_RULE, "sanction.effect")


def test_a_gap_in_the_rules_of_a_kind_stops_that_kind_alone() -> None:
    facts = {"guided": True, "cause": False, "heard": True, "weak": False}
    missing = ["sanction.talk"]
    assert state(how(facts, missing_rules=missing), "decide") == "no_rule"
    assert state(how(facts, missing_rules=missing), "ask") == "done"
    assert state(how(facts, missing_rules=missing, kind="offer"), "decide") == "possible"
    assert p.read_procedure(BODY).all_rules("talk") == ("sanction.effect", "sanction.talk")


def test_what_does_not_concern_a_case_is_not_asked_for() -> None:
    assert "exhausted" in [one.code for one in how({}).asked]
    assert "exhausted" not in [one.code for one in how({"weak": False}).asked]
    assert "heard" not in [one.code for one in how({}).asked]


def test_a_deadline_that_has_ended_is_a_fact() -> None:
    facts = {"guided": True, "cause": False, "weak": False}
    days = {"event_on": EVENT, "due_on": date(2026, 3, 19)}
    assert how(facts, days=days).allows("decide")
    later = {"event_on": EVENT, "due_on": TODAY}
    assert not how(facts, days=later).allows("decide")  # its last day is not over


def test_a_step_that_does_not_concern_the_case_is_not_there() -> None:
    assert state(how({"weak": False}), "exhaust") == "gone"
    assert state(how({"weak": None}), "exhaust") == "unknown"
    assert state(how({"weak": True}), "exhaust") == "possible"
    assert state(how({}, kind="offer"), "note_booking") == "gone"


def test_what_is_done_says_what_would_stop_it_now() -> None:
    found = how({"heard": True, "guided": False})
    step = found.step("hear")
    assert step is not None
    assert (step.state, step.reasons[0].code) == (p.State.DONE, "guided")
    assert not found.allows("hear")


@given(KNOWN, KNOWN)
@settings(max_examples=150, deadline=None)
def test_finding_out_more_never_turns_what_was_known(
    some: dict[str, bool | None], more: dict[str, bool | None]
) -> None:
    before = how(some)
    after = how({one: more[one] if some[one] is None else some[one] for one in FACTS})
    for step in before.steps:
        later = after.step(step.step.code)
        if later is None:  # it turned out not to concern the case
            continue
        if step.state == p.State.DONE:
            assert later.state == p.State.DONE
        if step.state == p.State.FORBIDDEN:
            assert not after.allows(step.step.code)
        if before.allows(step.step.code):
            assert after.allows(step.step.code)


@given(KNOWN)
@settings(max_examples=60, deadline=None)
def test_the_same_facts_give_the_same_answer_and_every_stop_a_reason(
    facts: dict[str, bool | None],
) -> None:
    assert how(facts) == how(copy.deepcopy(facts))
    for step in how(facts).steps:
        if step.state in {p.State.FORBIDDEN, p.State.UNKNOWN, p.State.NO_RULE}:
            assert step.reasons
        if step.state == p.State.UNKNOWN:
            assert step.find_out


@given(KNOWN, st.dates(EVENT, date(2027, 1, 1)), st.dates(EVENT, date(2027, 1, 1)))
@settings(max_examples=60, deadline=None)
def test_what_a_deadline_forbids_stays_forbidden(
    facts: dict[str, bool | None], one: date, other: date
) -> None:
    first, second = sorted((one, other))
    if state(how(facts, on=first), "decide") == "forbidden":
        assert state(how(facts, on=second), "decide") == "forbidden"


def test_a_procedure_holds_from_its_first_day_to_the_day_before_its_end() -> None:
    found = p.read_procedure(BODY | {"until": date(2027, 1, 1)})
    assert found.holds_on(date(2026, 12, 31))
    assert not found.holds_on(date(2027, 1, 1))
    assert not found.holds_on(date(2026, 1, 31))


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"format": 2}, "format"),
        ({"since": "2026-02-01"}, "since"),
        ({"until": date(2026, 1, 1)}, "until"),
        ({"kinds": []}, "kinds"),
        ({"fact": []}, "fact"),
        ({"facts": [{"code": "Guided"}]}, "facts[0].code"),
        ({"facts": BODY["facts"] + [{"code": "cause"}]}, "facts[7].code"),
        ({"facts": BODY["facts"] + [{"code": "x1", "passed": "nothing"}]}, "facts[7].passed"),
        ({"deadlines": [{"code": "hearing", "start": "x_on", "count": 0, "unit": "days"}]},
         "deadlines[0].start"),
        ({"deadlines": [{"code": "hearing", "start": "due_on", "count": -1, "unit": "weeks"}]},
         "deadlines[0].unit"),
        ({"steps": [{"code": "ask", "needs": ["guide"]}]}, "steps[0].needs"),
        ({"steps": [{"code": "ask", "needs": ["not"]}]}, "steps[0].needs"),
        ({"steps": [{"code": "ask", "needs": ["a b c"]}]}, "steps[0].needs[0]"),
        ({"steps": [{"code": "ask", "needs": ["booked"]}]}, "steps[0].needs"),
        ({"steps": [{"code": "ask", "before": "never"}]}, "steps[0].before"),
        ({"steps": [{"code": "ask", "only": ["walk"]}]}, "steps[0].only"),
        ({"steps": [{"code": "ask", "required": "yes"}]}, "steps[0].required"),
        ({"steps": 3}, "steps"),
        ({"kinds": [{"code": "talk", "rules": [""]}, {"code": "talk"}]}, "kinds[1].code"),
        ({"facts": [{"code": "x1", "when": ["y1"]}]}, "facts[0].when"),
    ],
)  # fmt: skip
def test_a_mistake_is_named_with_its_place(change: dict[str, Any], where: str) -> None:
    with pytest.raises(p.BadProcedure) as caught:
        p.read_procedure(BODY | change)
    assert where in [one.where for one in caught.value.problems]


def test_all_mistakes_are_named_at_once() -> None:
    with pytest.raises(p.BadProcedure) as caught:
        p.read_procedure(BODY | {"format": 0, "version": "", "steps": [{"code": "?"}]})
    assert len(caught.value.problems) == 3
