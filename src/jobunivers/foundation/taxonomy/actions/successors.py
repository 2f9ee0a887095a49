# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Handing over from the starter taxonomy to ESCO: no two concepts in use mean the same.

A starter concept points at the ESCO concept of the same name, so that profiles and vacancies that
hold its address keep their meaning. The rules, first that fits, and only when exactly one does:

1. the Danish, then the English name is an ESCO name (occupations: in the same ISCO unit group);
2. the name is one of an ESCO concept's other names (occupations: in the same unit group); not the
   other way round, for the starter's other names are also examples: a bomb disposal expert is a
   soldier, but a soldier is no bomb disposal expert;
3. the name is an ESCO name in the same ISCO sub-major group (its first two digits), then anywhere,
   because the two may place one occupation in neighbouring unit groups;
4. the Danish name is an ESCO name without its explanation: "Python (computerprogrammering)".

A concept that none fits says something ESCO does not say in Danish (kørekort C, social- og
sundhedsassistent): it stays in use beside ESCO's. Nothing is guessed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TypeVar

from jobunivers.foundation.taxonomy.models import ESCO, STARTER, Concept, Occupation, Skill
from jobunivers.foundation.text import fold

Key = tuple[
    str, str, str
]  # where it counts (an ISCO code, or "" for anywhere), language, folded name
Index = dict[Key, set[str]]
EXPLAINED = "da, without what stands in brackets"
C = TypeVar("C", Occupation, Skill)


def hand_over(*, at: datetime) -> dict[str, int]:
    """Retire each starter concept that ESCO has too, and return the figures.

    Occupations only when ESCO has occupations, skills only when it has skills.
    """
    notes: dict[str, int] = {}
    if Occupation.objects.filter(source=ESCO, retired_at=None).exists():
        mapped, kept = _hand_over(Occupation, at)
        notes |= {"starter_occupations_handed_over": mapped, "starter_occupations_kept": kept}
    if Skill.objects.filter(source=ESCO, retired_at=None).exists():
        mapped, kept = _hand_over(Skill, at)
        notes |= {"starter_skills_handed_over": mapped, "starter_skills_kept": kept}
    return notes


def _hand_over(model: type[C], at: datetime) -> tuple[int, int]:
    concepts = model.objects.filter(source=ESCO, retired_at=None).order_by("pk")
    preferred: Index = defaultdict(set)
    any_name: Index = defaultdict(set)
    for concept in concepts:
        for key in _keys(concept, alternatives=False):
            preferred[key].add(concept.uri)
        name, bracket, _explanation = concept.label_da.rpartition(" (")
        if bracket:
            preferred[_places(concept)[0], EXPLAINED, fold(name)].add(concept.uri)
        for key in _keys(concept, alternatives=True):
            any_name[key].add(concept.uri)
    mapped = unmapped = 0
    changed: list[C] = []
    for starter in model.objects.filter(source=STARTER).order_by("pk"):
        successor = _successor(starter, preferred, any_name)
        mapped += bool(successor)
        unmapped += not successor
        if starter.successor_uri != successor:
            starter.retired_at = (starter.retired_at or at) if successor else None
            starter.successor_uri = successor
            changed.append(starter)
    model.objects.bulk_update(changed, ["retired_at", "successor_uri"], batch_size=500)
    return mapped, unmapped


def _successor(starter: Concept, preferred: Index, any_name: Index) -> str:
    """Return the address of the one ESCO concept that a rule finds, or nothing."""
    places = _places(starter)
    own = [(language, fold(label)) for language, label in _labels(starter)]
    trials: list[tuple[Index, str, tuple[str, str]]] = [
        *((preferred, places[0], name) for name in own),
        *((any_name, places[0], name) for name in own),
        *((preferred, place, name) for place in places[1:] for name in own),
        (preferred, places[0], (EXPLAINED, fold(starter.label_da))),
    ]
    for index, place, name in trials:
        found = index.get((place, *name), set())
        if len(found) == 1:
            return next(iter(found))
    return ""


def _keys(concept: Concept, *, alternatives: bool) -> Iterator[Key]:
    for place in _places(concept):
        for name in _names(concept, alternatives=alternatives):
            yield (place, *name)


def _places(concept: Concept) -> tuple[str, ...]:
    """Return the ISCO unit group, the sub-major group and anywhere; skills are anywhere."""
    return (concept.isco, concept.isco[:2], "") if isinstance(concept, Occupation) else ("",)


def _names(concept: Concept, *, alternatives: bool) -> Iterator[tuple[str, str]]:
    for language, label in _labels(concept):
        yield language, fold(label)
    if alternatives:
        for language, words in concept.alts.items():
            for word in words:
                yield language, fold(word)


def _labels(concept: Concept) -> Iterable[tuple[str, str]]:
    labels = (("da", concept.label_da), ("en", concept.label_en))
    return [(language, label) for language, label in labels if label]
