# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a register of models says about this one."""

from dataclasses import asdict

from jobunivers.science.matching.asking import CONSTRAINTS, SILENT
from jobunivers.science.matching.weights import PARTS, UNIT, Model


def describe(model: Model) -> dict[str, object]:
    """Return the model's purpose, inputs, weights, constraints and limits, in plain values."""
    return {
        "model": model.version,
        "purpose": "Ranks all open vacancies for one person, with reasons she can read.",
        "kind": "A weighted sum of nine values between 0 and 1. Formulas are written by people; "
        "weights are written by people, or proposed from what people found relevant and taken "
        "into use by people.",
        "decides": "Nothing. It orders suggestions; the person sees all vacancies by searching.",
        "parts": list(PARTS),
        "unit": UNIT,
        "inputs_person": [
            "occupations with years",
            "skills",
            "wanted occupations",
            "place, part of the country and reach",
            "weekly hours",
            "whether she wants to work from home",
            "languages she has named",
            "licences she has said she lacks",
            "the meaning of her own words",
            "the meaning of vacancies she has marked as good or bad",
            "how bold suggestions may be",
            "what she has hidden and what she has applied for",
            "her kommune, for vacancies that only it may show",
        ],
        "inputs_opening": [
            "occupation with confidence",
            "skills with confidence",
            "place and part of the country",
            "weekly hours",
            "share of work from home",
            "languages that are needed",
            "licences that are needed",
            "day of publication and last day",
            "the meaning of its text",
            "employer, only for those who hide one",
            "price of being shown, so that not everybody is sent to the same vacancy",
        ],
        "never_used": ["name", "sex", "age", "origin", "health", "benefit"],
        "weights": {"safe": asdict(model.safe), "bold": asdict(model.bold)},
        "hard_constraints": list(CONSTRAINTS[SILENT + 1 :]),
        "limits": [
            "Occupations, skills, languages and licences are read from text and may be wrong.",
            "Travel is a straight line, by bridge or ferry over water; no road, no timetable.",
            "A person who says little gets the nearest and the newest.",
            "At a boldness above 0.82 another trade that uses her skills may come before her own.",
            "A vacancy many are near costs some of its score, so that it is not shown to all.",
        ],
    }
