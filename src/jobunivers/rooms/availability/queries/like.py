# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Like cases side by side, and the figures of cases: so that practice is the same for all.

Nobody can be told from it: no names, ids, dates or free text, and nothing at all of fewer than
five. A figure that could be reckoned from the others is left out with them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from statistics import median

from django.utils.functional import Promise

from jobunivers.rooms.availability.models import Case, CaseFact, CaseState
from jobunivers.rooms.availability.queries import words

LEAST = 5
_MOST_CARDS = 12
_MOST_ROWS = 2_000
# By these a case is like another, beside its kind.
_KEY_FACTS = ("guided", "contact_tried", "cause", "exempt", "due_to_her", "promotes", "unwilling")


@dataclass(frozen=True, slots=True)
class Card:
    """A decided case as nobody's: its facts in words, what was decided, how long it took."""

    facts: list[tuple[Promise | str, bool]]
    group: Promise | str
    causes: list[Promise | str]
    outcome: Promise | str
    days: int | None
    took: int
    same: int  # of the key facts known in both, how many are equal


@dataclass(frozen=True, slots=True)
class Spread:
    """How often something was decided; None: fewer than five, or to be reckoned from the rest."""

    name: Promise | str
    many: int | None


@dataclass(frozen=True, slots=True)
class Like:
    """Cases like one; `enough` is False when there are fewer than five, and nothing is shown."""

    enough: bool
    cards: list[Card]
    spread: list[Spread]


@dataclass(frozen=True, slots=True)
class KindFigures:
    """What was decided in one kind of case, and the days from opening to decision."""

    name: Promise | str
    total: int | None
    spread: list[Spread]
    days: float | None
    answered: int | None


def like_cases(case: Case, facts: Sequence[CaseFact]) -> Like:
    """Return the kommune's decided cases of the same kind, the most like first."""
    rows = list(
        Case.objects.filter(kind=case.kind, state=CaseState.DECIDED)
        .exclude(pk=case.pk)
        .exclude(citizen_id=case.citizen_id)  # her own are not a practice to compare with
        .prefetch_related("facts")
        .order_by("-decided_at", "-pk")[:_MOST_ROWS]
    )
    if len({one.citizen_id for one in rows}) < LEAST:
        return Like(enough=False, cards=[], spread=[])
    hers = {one.code: one.value for one in facts if one.value is not None}
    cards = [(_card(one, hers), _shuffled(one)) for one in rows]
    cards.sort(key=lambda one: (-one[0].same, one[1]))
    return Like(
        enough=True,
        cards=[card for card, _order in cards[:_MOST_CARDS]],
        spread=_spread(rows, case.kind),
    )


def figures(*, since: datetime) -> list[KindFigures]:
    """Return the figures of decided cases by kind; a kind with fewer than five says nothing."""
    rows = list(Case.objects.filter(state=CaseState.DECIDED, decided_at__gte=since).order_by("pk"))
    found = []
    for kind, name in words.KINDS.items():
        of_kind = [one for one in rows if one.kind == kind]
        enough = len(of_kind) >= LEAST
        spread = _spread(of_kind, kind) if enough else []
        answered = sum(one.answered_at is not None for one in of_kind)
        told = enough and _tellable(answered, len(of_kind))
        found.append(
            KindFigures(
                name,
                len(of_kind) if enough else None,
                spread,
                median(map(_took, of_kind)) if enough else None,
                answered if told else None,
            )
        )
    return found


def _tellable(part: int, whole: int) -> bool:
    """Say whether neither a part nor what is left of the whole is a few people."""
    return all(one == 0 or one >= LEAST for one in (part, whole - part))


def _spread(rows: Sequence[Case], kind: str) -> list[Spread]:
    """Return how often each outcome was; one small number hides the next smallest with it."""
    counted = Counter(one.outcome for one in rows)
    outcomes = words.outcomes_of(kind)
    hidden = {one for one in outcomes if 0 < counted[one] < LEAST}
    if len(hidden) == 1 and sum(counted[one] for one in hidden) < LEAST:
        rest = [one for one in outcomes if counted[one] >= LEAST]
        hidden |= set(sorted(rest, key=lambda one: (counted[one], one))[:1])
    return [
        Spread(words.OUTCOMES[one], None if one in hidden else counted[one]) for one in outcomes
    ]


def _card(case: Case, hers: dict[str, bool]) -> Card:
    theirs = {one.code: one.value for one in case.facts.all() if one.value is not None}
    keys = [code for code in _KEY_FACTS if code in theirs]
    return Card(
        [(words.fact_words(code, case.kind), theirs[code]) for code in keys],
        words.GROUPS[case.group],
        list(_causes(case.causes)),
        words.OUTCOMES[case.outcome],
        case.days,
        _took(case),
        sum(hers.get(code) == theirs[code] for code in keys),
    )


def _causes(codes: Iterable[object]) -> Iterable[Promise | str]:
    return (words.CAUSES[str(one)] for one in codes if str(one) in words.CAUSES)


def _took(case: Case) -> int:
    assert case.decided_at is not None
    return (case.decided_at - case.opened_at).days


def _shuffled(case: Case) -> bytes:
    """Return an order that says nothing of when a case was."""
    return blake2b(f"{case.pk}:{case.municipality_id}".encode(), digest_size=8).digest()
