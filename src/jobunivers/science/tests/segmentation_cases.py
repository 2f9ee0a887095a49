# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Policies and people for the tests of segmentation."""

from typing import Any

from hypothesis import strategies as st

from jobunivers.science.segmentation import (
    FACTS,
    Bent,
    FactType,
    Policy,
    Remembered,
    read_policy,
)

CODES = ("alone", "sparring", "combined", "close")


def body(rules: list[dict[str, Any]] | None = None, **other: Any) -> dict[str, Any]:
    """Return a whole policy as JSON: four courses, a ladder of three steps, and these rules."""
    words = {"why_da": "Fordi", "why_en": "Because"}
    steps = [("reminder", "none"), ("another", "one_closer"), ("consultant", "consultant")]
    return {
        "format": 1,
        "courses": [
            {
                "code": code,
                "closeness": closeness,
                "consultant": code == "close",
                "pushes_per_week": 2,
                "days_between_talks": 30,
                "talks": "her_choice",
            }
            for closeness, code in enumerate(CODES)
        ],
        "default": "alone",
        "default_why_da": "Ellers",
        "default_why_en": "Otherwise",
        "rules": rules
        or [rule("old", "combined", ("weeks_out", ">=", 26)), rule("sad", "sparring", LOW)],
        "ladder": {
            "steps": [
                {"code": code, "days": 14 * n, "unanswered": 2 * n, "help": help_, **words}
                for n, (code, help_) in enumerate(steps, start=1)
            ],
            "back_after_weeks": 2,
            "cool_down_days": 14,
        },
        "availability": {"applications_per_week": 2, **words},
        "objection_days": 14,
        **other,
    }


LOW = ("chance26", "<", 0.5)


def rule(code: str, course: str, *conditions: tuple[str, str, Any]) -> dict[str, Any]:
    """Return a rule as JSON."""
    return {
        "code": code,
        "course": course,
        "all": [{"fact": f, "is": op, "value": value} for f, op, value in conditions],
        "why_da": "Fordi",
        "why_en": "Because",
    }


_RANGES = {"weeks_out": 120, "days_here": 400, "age": 70, "experience_months": 400}
_QUIET = {"days_inactive": 60, "unanswered": 9}
_ACTIVE = {"applications30": 20, "points_week": 12, "active_weeks": 6}


@st.composite
def _conditions(draw: st.DrawFn) -> tuple[str, str, Any]:
    fact = FACTS[draw(st.sampled_from([code for code in FACTS if code != "absent"]))]
    if fact.type is FactType.LEVEL:
        op = draw(st.sampled_from(["=", ">=", "<"]))
        return fact.code, op, draw(st.sampled_from(fact.levels))
    most = {**_RANGES, **_QUIET, **_ACTIVE}.get(fact.code, 10)
    value = draw(st.sampled_from([0.2, 0.5, 0.8] if fact.type is FactType.SHARE else [2, 5, most]))
    op = {Bent.ACTIVE: "<", Bent.QUIET: ">="}.get(fact.bent) or draw(st.sampled_from([">=", "<"]))
    return fact.code, op, value


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """Draw a valid policy: rules of all sorts, those to closer courses first."""
    courses = sorted(draw(st.lists(st.integers(0, 3), min_size=1, max_size=6)), reverse=True)
    rules = [
        rule(f"r{n}", CODES[course], *draw(st.lists(_conditions(), min_size=1, max_size=2)))
        for n, course in enumerate(courses)
    ]
    return read_policy(body(rules))


@st.composite
def people(draw: st.DrawFn) -> dict[str, float | None]:
    """Draw one person's facts; most are known, she is mostly not absent."""

    def maybe(values: st.SearchStrategy[float]) -> float | None:
        return draw(st.one_of(values, values, values, st.none()))

    found: dict[str, float | None] = {}
    for code, fact in FACTS.items():
        if fact.levels:
            found[code] = maybe(st.integers(0, len(fact.levels) - 1).map(float))
        elif fact.type is FactType.SHARE:
            found[code] = maybe(st.floats(0, 1))
        else:
            most = {**_RANGES, **_QUIET, **_ACTIVE}.get(code, 10)
            found[code] = maybe(st.integers(0, most).map(float))
    found["absent"] = float(draw(st.sampled_from([0, 0, 0, 1])))
    return found


@st.composite
def standings(draw: st.DrawFn) -> Remembered:
    """Draw what was remembered of somebody who is placed already."""
    override = draw(st.one_of(st.none(), st.none(), st.sampled_from(CODES)))
    return {
        "course": draw(st.sampled_from(CODES)),
        "step": draw(st.integers(0, 3)),
        "days_since_move": draw(st.integers(0, 30)),
        "wish": draw(st.one_of(st.none(), st.sampled_from([0.0, 1.0, 2.0]))),
        "readiness": draw(st.one_of(st.none(), st.sampled_from([0.1, 0.5, 1.0]))),
        "same_policy": draw(st.sampled_from([True, True, False])),
        "override": override,
        "was_override": draw(st.booleans()),
    }
