# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The taxonomy in use as matching reads it: packed once per import, kept in the process."""

from collections.abc import Iterable, Mapping

from jobunivers.foundation.cached import Cached
from jobunivers.foundation.taxonomy import cache, queries
from jobunivers.foundation.taxonomy.models import Occupation, Skill, choose_label
from jobunivers.science.matching import Vocabulary


def _vocabulary() -> Vocabulary:
    skills = queries.skills()
    return Vocabulary.build(
        occupations=list(queries.occupations().values_list("uri", "isco", "pk")),
        groups=list(queries.occupation_groups().values_list("code", "pk")),
        skills=list(skills.values_list("uri", "pk")),
        relations=queries.relations(),
        broader=[
            (uri, wider) for uri, above in skills.values_list("uri", "broader") for wider in above
        ],
        version=str(queries.version()),
    )


def _successors() -> dict[str, str]:
    found: dict[str, str] = {}
    for model in (Occupation, Skill):
        rows = model.objects.exclude(successor_uri="").order_by("pk")
        found.update(rows.values_list("uri", "successor_uri"))
    return found


vocabulary = Cached(_vocabulary, queries.version)
successors = Cached(_successors, queries.version)


def in_use(uri: str) -> str:
    """Return the address used today for a concept that was handed over; others stay."""
    return successors.get().get(uri, uri)


def names_of_kinds(numbers: Iterable[int], language: str) -> dict[int, tuple[str, str]]:
    """Return (address, name) of kinds of work by the packed taxonomy's numbers.

    An occupation's number is its row's, a group's is its row's made negative, unknown is 0.
    """
    wanted = set(numbers)
    found = cache.occupations.of({n for n in wanted if n > 0})
    groups = cache.groups.of({-n for n in wanted if n < 0})
    return _named({**found, **{-pk: told for pk, told in groups.items()}}, language)


def names_of_skills(numbers: Iterable[int], language: str) -> dict[int, tuple[str, str]]:
    """Return (address, name) of skills by row number, retired ones too."""
    return _named(cache.skills.of(set(numbers)), language)


def kinds_of_skills(numbers: Iterable[int]) -> dict[str, str]:
    """Return the kind of each skill by address: knowledge, skill, language, licence or tool."""
    return {told.uri: told.kind for told in cache.skills.of(set(numbers)).values()}


def _named(found: Mapping[int, cache.Told], language: str) -> dict[int, tuple[str, str]]:
    return {
        pk: (one.uri, choose_label(language, one.label_da, one.label_en, one.other_labels))
        for pk, one in found.items()
    }
