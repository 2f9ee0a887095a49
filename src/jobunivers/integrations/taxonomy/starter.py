# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The taxonomy that the project brings along; its format is described in the folder's README."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from jobunivers.integrations.taxonomy.records import (
    AreaRecord,
    BadRow,
    GroupRecord,
    OccupationRecord,
    Parsed,
    RelationRecord,
    SkillRecord,
    StarterTaxonomy,
    SynonymRecord,
)
from jobunivers.integrations.taxonomy.tables import (
    BadCellError,
    Row,
    checksum_of,
    lines,
    read_table,
    refuse_twice,
    require_columns,
)

T = TypeVar("T")

OCCUPATION = "urn:jobunivers:occupation:"
SKILL = "urn:jobunivers:skill:"
ISCO_GROUP = "http://data.europa.eu/esco/isco/C"
FILES = {
    "occupations.csv": (
        *("slug", "isco", "label_da", "alt_da", "label_en", "alt_en"),
        *("essential", "optional"),
    ),
    "skills.csv": ("slug", "kind", "label_da", "alt_da", "label_en", "alt_en"),
    "isco_groups.csv": ("code", "title_da", "title_en"),
    "areas.csv": ("slug", "name_da", "name_en", "isco_prefixes"),
    "synonyms.csv": ("word", "means"),
}
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CODE = re.compile(r"\d{1,4}")
UNIT_GROUP = re.compile(r"\d{4}")


def read_starter(folder: Path) -> StarterTaxonomy:
    """Read the starter taxonomy.

    Raises:
        MissingFileError: a file is not there.
        UnknownLayoutError: a file's columns are others.
    """
    skills = _read(folder, "skills.csv", "slug", _skill)
    occupations = _read(folder, "occupations.csv", "slug", _occupation)
    return StarterTaxonomy(
        occupations=occupations,
        groups=_read(folder, "isco_groups.csv", "code", _group),
        skills=skills,
        relations=_relations(folder, {skill.uri for skill in skills.records}),
        areas=_read(folder, "areas.csv", "slug", _area),
        synonyms=_read(folder, "synonyms.csv", "word", _synonym),
        checksum=checksum_of([folder / name for name in FILES]),
    )


def _read(folder: Path, name: str, key: str, read: Callable[[Row], T]) -> Parsed[T]:
    table = read_table(folder / name)
    require_columns(table, [FILES[name]])
    found: dict[str, T] = {}
    bad = list(table.bad)
    for row in table.rows:
        try:
            refuse_twice(row[key], found)
            found[row[key]] = read(row)
        except BadCellError as error:
            bad.append(BadRow(name, row.line, error.reason, str(error)))
    return Parsed(tuple(found.values()), tuple(bad), table.read, 0, (name,))


def _must(pattern: re.Pattern[str], row: Row, column: str, reason: str) -> str:
    if not pattern.fullmatch(row[column]):
        raise BadCellError(reason, f"{column} is {row[column]!r}.")
    return row[column]


def _list(row: Row, column: str) -> tuple[str, ...]:
    return lines(row[column], "|")


def _labels(row: Row, prefix: str) -> dict[str, str]:
    labels = {language: row[f"{prefix}_{language}"] for language in ("da", "en")}
    if not all(labels.values()):
        raise BadCellError("no_label", "The Danish or the English label is empty.")
    return labels


def _alts(row: Row) -> dict[str, tuple[str, ...]]:
    alts = {language: _list(row, f"alt_{language}") for language in ("da", "en")}
    return {language: words for language, words in alts.items() if words}


def _occupation(row: Row) -> OccupationRecord:
    return OccupationRecord(
        uri=OCCUPATION + _must(SLUG, row, "slug", "bad_identifier"),
        isco=_must(UNIT_GROUP, row, "isco", "bad_code"),
        labels=_labels(row, "label"),
        alts=_alts(row),
    )


def _skill(row: Row) -> SkillRecord:
    return SkillRecord(
        uri=SKILL + _must(SLUG, row, "slug", "bad_identifier"),
        kind=row["kind"],
        labels=_labels(row, "label"),
        alts=_alts(row),
    )


def _group(row: Row) -> GroupRecord:
    code = _must(CODE, row, "code", "bad_code")
    return GroupRecord(code=code, uri=ISCO_GROUP + code, labels=_labels(row, "title"))


def _area(row: Row) -> AreaRecord:
    return AreaRecord(
        slug=_must(SLUG, row, "slug", "bad_identifier"),
        name_da=row["name_da"],
        name_en=row["name_en"],
        isco_prefixes=_list(row, "isco_prefixes"),
    )


def _synonym(row: Row) -> SynonymRecord:
    if not row["word"] or not row["means"]:
        raise BadCellError("no_label", "word or means is empty.")
    return SynonymRecord(row["word"], _list(row, "means"))


def _relations(folder: Path, known: set[str]) -> Parsed[RelationRecord]:
    """Read the skills named in the occupations' rows; each name counts as one row."""
    table = read_table(folder / "occupations.csv")
    found: list[RelationRecord] = []
    bad: list[BadRow] = []
    for row in table.rows:
        for column in ("essential", "optional"):
            for slug in _list(row, column):
                if SKILL + slug in known:
                    uri = OCCUPATION + row["slug"]
                    found.append(RelationRecord(uri, SKILL + slug, column == "essential", row.line))
                else:
                    detail = f"{row['slug']} names the skill {slug}, which is not in skills.csv."
                    bad.append(BadRow(table.name, row.line, "unknown_skill", detail))
    return Parsed(tuple(found), tuple(bad), len(found) + len(bad), 0, (table.name,))
