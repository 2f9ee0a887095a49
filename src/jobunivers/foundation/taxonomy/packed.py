# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The taxonomy in use as matching reads it: packed once per import, kept in the process."""

from collections.abc import Iterable

from django.db.models import QuerySet

from jobunivers.foundation.cached import Cached
from jobunivers.foundation.taxonomy import queries
from jobunivers.foundation.taxonomy.models import Occupation, OccupationGroup, Skill, choose_label
from jobunivers.science.matching import Vocabulary

_LABELS = ("label_da", "label_en", "other_labels")


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
    occupations = Occupation.objects.filter(pk__in={n for n in wanted if n > 0})
    groups = OccupationGroup.objects.filter(pk__in={-n for n in wanted if n < 0})
    found = _names(occupations, language)
    return found | {-pk: named for pk, named in _names(groups, language).items()}


def names_of_skills(numbers: Iterable[int], language: str) -> dict[int, tuple[str, str]]:
    """Return (address, name) of skills by row number, retired ones too."""
    return _names(Skill.objects.filter(pk__in=set(numbers)), language)


def _names(
    rows: "QuerySet[Occupation] | QuerySet[OccupationGroup] | QuerySet[Skill]", language: str
) -> dict[int, tuple[str, str]]:
    columns = rows.order_by("pk").values_list("pk", "uri", *_LABELS)
    return {
        pk: (uri, choose_label(language, danish, english, others))
        for pk, uri, danish, english, others in columns
    }
