# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether two lines speak of the same job, education or ability, and why."""

from collections.abc import Callable
from typing import NamedTuple

from jobunivers.science.merging import likeness
from jobunivers.science.merging.records import Kind, Line, Reason

SAME_CONCEPT = 0.95
_ENOUGH = 0.62
"""The weighted mean from which two lines are one."""
_LEAST_TITLE, _LEAST_EMPLOYER, _LEAST_DATES = 0.45, 0.35, 0.2
"""Below these no agreement elsewhere helps: two jobs at one employer are two."""
_WEIGHTS = {"title": 0.4, "employer": 0.3, "institution": 0.3, "dates": 0.3}
_LEAST = {
    "title": _LEAST_TITLE,
    "employer": _LEAST_EMPLOYER,
    "institution": _LEAST_EMPLOYER,
    "dates": _LEAST_DATES,
}


class Likeness(NamedTuple):
    """How alike two lines are; 0 when they are not one."""

    score: float
    reasons: tuple[Reason, ...] = ()


NOT_ONE = Likeness(0.0)


def compare(one: Line, other: Line) -> Likeness:
    """Return how surely two lines are one, with what is alike. The order does not matter."""
    return NOT_ONE if one.kind != other.kind else _COMPARE[one.kind](one, other)


def _title(one: Line, other: Line, name: str = "title") -> float:
    likeness_of_words = likeness.alike(
        likeness.plain(one.fields.get(name, "")), likeness.plain(other.fields.get(name, ""))
    )
    if one.concept and one.concept == other.concept:
        return max(SAME_CONCEPT, likeness_of_words)
    return likeness_of_words


def _firms(one: Line, other: Line, name: str) -> float | None:
    first, second = one.fields.get(name, ""), other.fields.get(name, "")
    if not first or not second:
        return None
    return likeness.alike(likeness.firm(first), likeness.firm(second))


def _period(one: Line, other: Line) -> float | None:
    ends = [
        likeness.near(one.fields.get(name, ""), other.fields.get(name, ""))
        for name in ("started", "ended")
    ]
    known = [end for end in ends if end is not None]
    return sum(known) / len(known) if known else None


def _jobs(one: Line, other: Line) -> Likeness:
    return _weighed(
        title=_title(one, other), employer=_firms(one, other, "employer"), dates=_period(one, other)
    )


def _educations(one: Line, other: Line) -> Likeness:
    return _weighed(
        title=_title(one, other),
        institution=_firms(one, other, "institution"),
        dates=likeness.near(one.fields.get("ended", ""), other.fields.get("ended", "")),
    )


def _weighed(**parts: float | None) -> Likeness:
    known = {name: part for name, part in parts.items() if part is not None}
    if any(part < _LEAST[name] for name, part in known.items()):
        return NOT_ONE
    if len(known) == 1 and known.get("title", 0.0) < SAME_CONCEPT:
        return NOT_ONE  # a title alone must be the same title
    whole = sum(_WEIGHTS[name] for name in known)
    score = sum(_WEIGHTS[name] * part for name, part in known.items()) / whole
    if score < _ENOUGH:
        return NOT_ONE
    return Likeness(score, tuple(Reason(name, round(part, 2)) for name, part in known.items()))


def _named(one: Line, other: Line) -> Likeness:
    """Compare abilities and wishes: the same concept, or the same words."""
    if one.concept and one.concept == other.concept:
        return Likeness(1.0, (Reason("concept", 1.0),))
    first, second = (likeness.plain(line.fields.get("words", "")) for line in (one, other))
    return Likeness(1.0, (Reason("words", 1.0),)) if first and first == second else NOT_ONE


def _coded(one: Line, other: Line) -> Likeness:
    """Compare what has a code: a language, a licence, a field of the profile itself."""
    same = one.fields.get("code") == other.fields.get("code")
    return Likeness(1.0, (Reason("code", 1.0),)) if same else NOT_ONE


_COMPARE: dict[Kind, Callable[[Line, Line], Likeness]] = {
    "experience": _jobs,
    "education": _educations,
    "competence": _named,
    "wish": _named,
    "language": _coded,
    "licence": _coded,
    "basics": _coded,
}
