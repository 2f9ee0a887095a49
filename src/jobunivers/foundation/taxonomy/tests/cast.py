# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small ESCO and what tests of the taxonomy share."""

from dataclasses import replace
from datetime import UTC, datetime

from jobunivers.foundation.taxonomy.models import Dataset, Occupation, OccupationGroup, Skill
from jobunivers.integrations.taxonomy.records import (
    Esco,
    GroupRecord,
    OccupationRecord,
    Parsed,
    RelationRecord,
    SkillRecord,
)

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 24, 9, tzinfo=UTC)
NURSE = "http://data.europa.eu/esco/occupation/nurse"
COOK = "http://data.europa.eu/esco/occupation/cook"
CARE = "http://data.europa.eu/esco/skill/care"
SOUP = "http://data.europa.eu/esco/skill/soup"

OCCUPATIONS = (
    OccupationRecord(
        uri=NURSE,
        isco="2221",
        labels={"da": "sygeplejerske", "en": "nurse"},
        alts={"da": ("plejefaglig medarbejder",)},
    ),
    OccupationRecord(uri=COOK, isco="5120", labels={"da": "kok", "en": "cook"}),
)
SKILLS = (
    SkillRecord(uri=CARE, kind="skill", labels={"da": "yde omsorg", "en": "give care"}),
    SkillRecord(uri=SOUP, kind="skill", labels={"da": "koge suppe", "en": "make soup"}),
)
RELATIONS = (
    RelationRecord(NURSE, CARE, essential=True),
    RelationRecord(COOK, SOUP, essential=True),
    RelationRecord(NURSE, SOUP, essential=False),
)
GROUPS = (
    GroupRecord(
        code="2221", uri="http://data.europa.eu/esco/isco/C2221", labels={"da": "Sygeplejearbejde"}
    ),
)


def make_esco(
    occupations: tuple[OccupationRecord, ...] = OCCUPATIONS,
    skills: tuple[SkillRecord, ...] = SKILLS,
    relations: tuple[RelationRecord, ...] = RELATIONS,
    checksum: str = "one",
) -> Esco:
    return Esco(
        occupations=Parsed(occupations, (), len(occupations), 0, ("occupations_da.csv",)),
        groups=Parsed(GROUPS, (), len(GROUPS), 0, ("ISCOGroups_da.csv",)),
        skills=Parsed(skills, (), len(skills), 0, ("skills_da.csv",)),
        relations=Parsed(relations, (), len(relations), 0, ("occupationSkillRelations_da.csv",)),
        checksum=checksum,
    )


def without_occupations() -> Esco:
    return replace(make_esco(), occupations=Parsed(), relations=Parsed())


def empty_the_taxonomy() -> None:
    """Take away the starter, for tests that count everything."""
    for model in (Occupation, Skill, OccupationGroup, Dataset):
        model.objects.all().delete()
