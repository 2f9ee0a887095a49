# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What most jobs of a citizen's list ask for, and her profile does not say."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from jobunivers.foundation.taxonomy import packed
from jobunivers.rooms.tailored.queries import words
from jobunivers.rooms.tailored.queries.reading import KeptRow, named

# Fewer jobs than this that ask for the same are no pattern.
_FEWEST = 3


class Asked(NamedTuple):
    """A competence by name, and how many of the jobs ask for it."""

    name: str
    many: int
    of: int


def most_asked(kept: Sequence[KeptRow], language: str) -> Asked | None:
    """Return the competence that most of these jobs miss in her; None when there is no pattern.

    Virtues and the language she reads are left out: nobody is said to lack them.
    """
    names = named(kept, language)
    kinds = packed.kinds_of_skills(names.skills)
    unsaid = words.goes_without_saying(kinds, names.labels, language)
    asked = Counter(
        uri
        for one in kept
        for uri in dict.fromkeys(
            uri for reason in names.reasons_of(one) for uri in reason["facts"].get("missing", ())
        )
        if uri not in unsaid
    )
    uri, many = max(asked.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return Asked(names.labels.get(uri, uri), many, len(kept)) if many >= _FEWEST else None
