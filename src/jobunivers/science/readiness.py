# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How well somebody gets along with digital things, by her own account, added up in the open.

Each question is an everyday act; each answer gives 0, 1 or 2 points, and the score is the points
of what was answered over the most that could be had. Skipped questions count neither way.
"""

from collections.abc import Mapping
from dataclasses import dataclass

VERSION = "readiness-1"
MOST = 2  # points of the best answer
ALONE_FROM = 0.75
SOME_HELP_FROM = 0.4
# With fewer answers than this nothing is concluded: three of seven.
FEWEST_ANSWERS = 3
QUESTIONS = ("phone", "form", "mitid", "letter", "file", "stuck", "video")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the answers add up to.

    `score` lies in 0–1 (1: she gets along alone), None when nothing was answered. `level` is ""
    when too little was answered to say. `reasons` are the points of each answer; they add up to
    `points`.
    """

    score: float | None
    level: str
    points: int
    most: int
    reasons: tuple[tuple[str, int], ...]


def outcome(answers: Mapping[str, int]) -> Outcome:
    """Add up the answers: question → points.

    Raises:
        ValueError: a question is unknown, or an answer is not 0, 1 or 2.
    """
    for question, points in answers.items():
        if question not in QUESTIONS or points not in range(MOST + 1):
            raise ValueError(f"{question!r} cannot be answered with {points!r}")
    reasons = tuple((one, answers[one]) for one in QUESTIONS if one in answers)
    points, most = sum(value for _, value in reasons), MOST * len(reasons)
    score = points / most if most else None
    return Outcome(score, _level(score, len(reasons)), points, most, reasons)


def _level(score: float | None, answered: int) -> str:
    if score is None or answered < FEWEST_ANSWERS:
        return ""
    if score >= ALONE_FROM:
        return "alone"
    return "some_help" if score >= SOME_HELP_FROM else "together"
