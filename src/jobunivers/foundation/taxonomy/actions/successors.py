# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Handing over from the starter taxonomy to ESCO: there is one taxonomy in use.

A starter concept points at the ESCO concept of the same name, so that profiles and vacancies that
hold its address keep their meaning. The rules, first that fits, and only when exactly one does:

1. the Danish, then the English name is an ESCO name (occupations: in the same ISCO unit group);
2. a name or alternative name of one is a name or alternative name of the other, same unit group;
3. the name is an ESCO name in the same ISCO sub-major group (its first two digits), because the
   two may place one occupation in neighbouring unit groups.

A concept that none fits is retired without a successor: it keeps its name, and nothing is guessed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from jobunivers.foundation.taxonomy.models import ESCO, STARTER, Concept, Occupation, Skill
from jobunivers.foundation.text import fold

Key = tuple[str, str, str]  # where it counts (ISCO code or ""), language, folded name
Index = dict[Key, set[str]]


def hand_over(*, at: datetime) -> dict[str, int]:
    """Retire every starter occupation and skill in favour of ESCO's, and return the figures.

    Occupations only when ESCO has occupations, skills only when it has skills.
    """
    notes: dict[str, int] = {}
    for name, model in (("occupations", Occupation), ("skills", Skill)):
        if not model.objects.filter(source=ESCO, retired_at=None).exists():
            continue
        mapped, unmapped = _hand_over(model, at)
        notes[f"starter_{name}_with_successor"] = mapped
        notes[f"starter_{name}_without_successor"] = unmapped
    return notes


def _hand_over(model: type[Occupation] | type[Skill], at: datetime) -> tuple[int, int]:
    concepts = model.objects.filter(source=ESCO, retired_at=None).order_by("pk")
    preferred: Index = defaultdict(set)
    any_name: Index = defaultdict(set)
    for concept in concepts:
        for key in _keys(concept, alternatives=False):
            preferred[key].add(concept.uri)
        for key in _keys(concept, alternatives=True):
            any_name[key].add(concept.uri)
    mapped = unmapped = 0
    changed = []
    for starter in model.objects.filter(source=STARTER).order_by("pk"):
        successor = _successor(starter, preferred, any_name)
        mapped += bool(successor)
        unmapped += not successor
        if starter.retired_at is None or starter.successor_uri != successor:
            starter.retired_at = starter.retired_at or at
            starter.successor_uri = successor
            changed.append(starter)
    model.objects.bulk_update(changed, ["retired_at", "successor_uri"], batch_size=500)
    return mapped, unmapped


def _successor(starter: Concept, preferred: Index, any_name: Index) -> str:
    """Return the address of the one ESCO concept that a rule finds, or nothing."""
    places = _places(starter)
    own = [(language, fold(label)) for language, label in _labels(starter)]
    trials: list[tuple[Index, str, list[tuple[str, str]]]] = [
        *((preferred, places[0], [name]) for name in own),
        *((any_name, places[0], [name]) for name in own),
        (any_name, places[0], list(_names(starter, alternatives=True))),
        *((preferred, place, [name]) for place in places[1:] for name in own),
    ]
    for index, place, names in trials:
        found = {uri for name in names for uri in index.get((place, *name), ())}
        if len(found) == 1:
            return found.pop()
    return ""


def _keys(concept: Concept, *, alternatives: bool) -> Iterator[Key]:
    for place in _places(concept):
        for name in _names(concept, alternatives=alternatives):
            yield (place, *name)


def _places(concept: Concept) -> tuple[str, ...]:
    """Return the ISCO unit group and sub-major group; skills have no place."""
    return (concept.isco, concept.isco[:2]) if isinstance(concept, Occupation) else ("",)


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
