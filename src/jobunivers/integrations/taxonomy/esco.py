# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""ESCO, the European classification of occupations and skills.

Two layouts are read. *Official*: the portal's CSV download, one language a file, named
`occupations_da.csv`, `skills_da.csv`, `ISCOGroups_da.csv`, `occupationSkillRelations_da.csv`,
`broaderRelationsSkillPillar_da.csv` (https://esco.ec.europa.eu/en/use-esco/download); several
languages in one folder are merged. *Wide*: one file with a column for each language
(`preferredLabel_da`, `preferredLabel_en` …).
"""

import ast
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from jobunivers.integrations.taxonomy.records import (
    BadRow,
    Esco,
    GroupRecord,
    OccupationRecord,
    Parsed,
    RelationRecord,
    SkillRecord,
)
from jobunivers.integrations.taxonomy.tables import (
    BadCellError,
    MissingFileError,
    Row,
    Table,
    checksum_of,
    files_in,
    lines,
    read_table,
    refuse_twice,
    require_columns,
)

Note = Callable[[str, int], None]  # told each file's name and number of rows when it is read

OCCUPATIONS = re.compile(r"occupations(_[a-z]{2})?\.csv")
SKILLS = re.compile(r"skills(_[a-z]{2})?\.csv")
GROUPS = re.compile(r"(iscogroups|isco_groups)(_[a-z]{2})?\.csv")
RELATIONS = re.compile(r"(occupationskillrelations|occupation_skill_relations)(_[a-z]{2})?\.csv")
BROADER = re.compile(r"broaderrelationsskillpillar(_[a-z]{2})?\.csv")
LANGUAGE = re.compile(r"_([a-z]{2})\.csv$")
EDITION = re.compile(r"v?(\d+\.\d+(?:\.\d+)?)")
URI = re.compile(r"https?://\S+")
ISCO = re.compile(r"C?(\d{1,4})")
ISCED = "http://data.europa.eu/esco/isced-f/"
SKILL_GROUP = "SkillGroup"


def _quiet(_name: str, _rows: int) -> None:
    """Tell nobody."""


def read_esco(folder: Path, note: Note = _quiet) -> Esco:
    """Read an ESCO folder; only the occupations must be there.

    Raises:
        MissingFileError: no folder, or no occupations in it.
        UnknownLayoutError: a file's columns are none that we know.
    """
    paths = {kind: files_in(folder, _matches(pattern)) for kind, pattern in _PATTERNS.items()}
    if not paths["occupations"]:
        raise MissingFileError(f"{folder} holds no ESCO occupations (occupations_da.csv).")
    broader, broader_files = _read_broader(paths["broader"], note)
    skills = _read_skills(paths["skills"], broader, note)
    editions = EDITION.findall(" ".join([folder.name, *(p.parent.name for p in paths["skills"])]))
    return Esco(
        occupations=_read_occupations(paths["occupations"], note),
        groups=_read_groups(paths["groups"], note),
        skills=Parsed(
            skills.records, skills.bad, skills.read, skills.merged, skills.files + broader_files
        ),
        relations=_read_relations(paths["relations"], note),
        edition=editions[0] if editions else "",
        checksum=checksum_of([path for some in paths.values() for path in some]),
    )


_PATTERNS = {
    "occupations": OCCUPATIONS,
    "skills": SKILLS,
    "groups": GROUPS,
    "relations": RELATIONS,
    "broader": BROADER,
}


def _matches(pattern: re.Pattern[str]) -> Callable[[str], bool]:
    return lambda name: pattern.fullmatch(name) is not None


@dataclass(slots=True)
class _Concept:
    """What the files have said so far about one concept."""

    first: Row
    languages: set[str] = field(default_factory=set)
    labels: dict[str, str] = field(default_factory=dict)
    alts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class _Gathered:
    """Concepts by key in order of appearance, with the accounts."""

    concepts: dict[str, _Concept] = field(default_factory=dict)
    bad: list[BadRow] = field(default_factory=list)
    read: int = 0
    merged: int = 0
    files: list[str] = field(default_factory=list)


def _gather(
    paths: Iterable[Path],
    required: tuple[str, ...],
    valid: Callable[[Row], None],
    note: Note,
) -> _Gathered:
    """Read files of one kind and merge their languages by concept."""
    result = _Gathered()
    for path in paths:
        table = read_table(path)
        key = ("conceptUri", *required)
        wide = require_columns(table, [(*key, "preferredLabel"), (*key, "preferredLabel_da")])
        language = LANGUAGE.search(path.name.lower())
        result.files.append(table.name)
        result.read += table.read
        result.bad.extend(table.bad)
        columns = _label_columns(table) if wide else {language[1] if language else "en": ""}
        for row in table.rows:
            _merge(result, table.name, row, columns, valid)
        note(table.name, table.read)
    return result


def _label_columns(table: Table) -> dict[str, str]:
    """Return language → column suffix of a wide table."""
    prefix = "preferredLabel_"
    found = (name.removeprefix(prefix) for name in table.columns if name.startswith(prefix))
    return {language: f"_{language}" for language in found}


def _merge(
    result: _Gathered,
    name: str,
    row: Row,
    columns: dict[str, str],
    valid: Callable[[Row], None],
) -> None:
    """Add one row's words to its concept, or set the row aside."""
    key = row["conceptUri"]
    concept = result.concepts.get(key)
    try:
        valid(row)
        if concept and concept.languages & set(columns):
            refuse_twice(key, result.concepts)
        words = {language: _words(row, suffix) for language, suffix in columns.items()}
        _need_label(key, words)
    except BadCellError as error:
        result.bad.append(BadRow(name, row.line, error.reason, str(error)))
        return
    if concept is None:
        concept = result.concepts[key] = _Concept(row)
    else:
        result.merged += 1
    concept.languages |= set(columns)
    for language, (label, alts, description) in words.items():
        if label:
            concept.labels[language] = label
        if alts:
            concept.alts[language] = alts
        if description:
            concept.descriptions[language] = description


def _words(row: Row, suffix: str) -> tuple[str, tuple[str, ...], str]:
    """Return label, alternative labels and description of one language in a row.

    Hidden labels are mostly product names ("LibreOffice Calc"), which people search for.
    Wide files have them in one column, so they go with the Danish words.
    """
    label = " ".join(row["preferredLabel" + suffix].split())
    alts = lines(row["altLabels" + suffix], "\n|" if suffix else "\n")
    if suffix in {"", "_da"}:
        alts += lines(row["hiddenLabels"], "\n|" if suffix else "\n")
    distinct = tuple(dict.fromkeys(alt for alt in alts if alt != label))
    return label, distinct, row["description" + suffix]


def _need_label(key: str, words: dict[str, tuple[str, tuple[str, ...], str]]) -> None:
    if not any(label for label, _alts, _description in words.values()):
        raise BadCellError("no_label", f"{key} has no preferred label.")


def _uri(row: Row) -> None:
    if not row["conceptUri"]:
        raise BadCellError("no_identifier", "conceptUri is empty.")
    if not URI.fullmatch(row["conceptUri"]):
        raise BadCellError("bad_uri", f"conceptUri is {row['conceptUri']!r}, not an address.")


def _occupation(row: Row) -> None:
    _uri(row)
    if row["iscoGroup"] and not ISCO.fullmatch(row["iscoGroup"]):
        raise BadCellError("bad_code", f"iscoGroup is {row['iscoGroup']!r}, not up to 4 digits.")


def _obsolete(row: Row) -> bool:
    return row["status"].lower() not in {"", "released"}


def _read_occupations(paths: list[Path], note: Note) -> Parsed[OccupationRecord]:
    result = _gather(paths, ("iscoGroup",), _occupation, note)
    records = tuple(
        OccupationRecord(
            uri=uri,
            isco=concept.first["iscoGroup"].removeprefix("C"),
            labels=concept.labels,
            alts=concept.alts,
            descriptions=concept.descriptions,
            obsolete=_obsolete(concept.first),
        )
        for uri, concept in result.concepts.items()
    )
    return Parsed(records, tuple(result.bad), result.read, result.merged, tuple(result.files))


def _group(row: Row) -> None:
    _uri(row)
    if not ISCO.fullmatch(row["code"]):
        raise BadCellError("bad_code", f"code is {row['code']!r}, not one to four digits.")


def _read_groups(paths: list[Path], note: Note) -> Parsed[GroupRecord]:
    result = _gather(paths, ("code",), _group, note)
    records = tuple(
        GroupRecord(code=c.first["code"].removeprefix("C"), uri=uri, labels=c.labels)
        for uri, c in result.concepts.items()
    )
    return Parsed(records, tuple(result.bad), result.read, result.merged, tuple(result.files))


def _kind(written: str) -> str:
    """Return our word for ESCO's skill type; a few are said to be both and count as skill."""
    return "knowledge" if written.lower() == "knowledge" else "skill"


def _read_skills(
    paths: list[Path], broader: dict[str, list[tuple[str, str]]], note: Note
) -> Parsed[SkillRecord]:
    result = _gather(paths, ("skillType",), _uri, note)
    records = []
    for uri, concept in result.concepts.items():
        groups, wider = _places(concept.first["hierarchy"], broader.get(uri, []))
        reuse = concept.first["reuseLevel"].lower()
        records.append(
            SkillRecord(
                uri=uri,
                kind=_skill_kind(concept.first["skillType"], reuse, groups),
                labels=concept.labels,
                alts=concept.alts,
                descriptions=concept.descriptions,
                reuse=reuse,
                groups=groups,
                broader=wider,
                obsolete=_obsolete(concept.first),
            )
        )
    return Parsed(
        tuple(records), tuple(result.bad), result.read, result.merged, tuple(result.files)
    )


def _skill_kind(written: str, reuse: str, groups: tuple[str, ...]) -> str:
    """Return language and transversal where ESCO's own groups say so, else knowledge or skill."""
    if groups and all(group.startswith("L") for group in groups):
        return "language"
    if reuse == "transversal" or (groups and all(group[0] in "TA" for group in groups)):
        return "transversal"
    return _kind(written)


def _places(
    hierarchy: str, broader: list[tuple[str, str]]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the most specific group codes, and broader skills, from either layout."""
    groups = [address.rsplit("/", 1)[-1] for kind, address in broader if kind == SKILL_GROUP]
    # Fields of education are addressed as ISCED-F; the skills hierarchy writes them K0531.
    groups = ["K" + group if group.isdigit() else group for group in groups]
    skills = [address for kind, address in broader if kind != SKILL_GROUP]
    try:
        paths = ast.literal_eval(hierarchy) if hierarchy else []
    except (ValueError, SyntaxError):
        paths = []
    for path in paths:
        codes = [code for code in path if isinstance(code, str) and code]
        groups.extend(codes[-1:])
    return tuple(dict.fromkeys(groups)), tuple(dict.fromkeys(skills))


def _read_broader(
    paths: list[Path], note: Note
) -> tuple[dict[str, list[tuple[str, str]]], tuple[str, ...]]:
    """Return skill URI → (type, URI) of what is broader; the same in every language's file."""
    found: dict[str, list[tuple[str, str]]] = {}
    names = []
    for path in paths:
        table = read_table(path)
        require_columns(table, [("conceptUri", "broaderType", "broaderUri")])
        for row in table.rows:
            found.setdefault(row["conceptUri"], []).append((row["broaderType"], row["broaderUri"]))
        names.append(table.name)
        note(table.name, table.read)
    return found, tuple(names)


def _read_relations(paths: list[Path], note: Note) -> Parsed[RelationRecord]:
    """Read who needs what; when a pair is said twice, essential wins and the other is set aside."""
    found: dict[tuple[str, str], RelationRecord] = {}
    bad: list[BadRow] = []
    read = merged = 0
    for path in paths:
        table = read_table(path)
        require_columns(table, [("occupationUri", "relationType", "skillUri")])
        read += table.read
        bad.extend(table.bad)
        here: set[tuple[str, str]] = set()
        for row in table.rows:
            pair = (row["occupationUri"], row["skillUri"])
            essential = row["relationType"] == "essential"
            try:
                _relation(row, here)
            except BadCellError as error:
                bad.append(BadRow(table.name, row.line, error.reason, str(error)))
                if error.reason == "duplicate":
                    found[pair] = _said_again(found[pair], essential=essential)
                continue
            here.add(pair)
            # The relations are the same in every language's file.
            merged += pair in found
            first = found.get(pair, RelationRecord(*pair, essential, row.line))
            found[pair] = _said_again(first, essential=essential)
        note(table.name, table.read)
    files = tuple(path.name for path in paths)
    return Parsed(tuple(found.values()), tuple(bad), read, merged, files)


def _said_again(record: RelationRecord, *, essential: bool) -> RelationRecord:
    """Return the relation, essential if either says so."""
    return replace(record, essential=True) if essential and not record.essential else record


def _relation(row: Row, known: set[tuple[str, str]]) -> None:
    if not row["occupationUri"] or not row["skillUri"]:
        raise BadCellError("no_identifier", "occupationUri or skillUri is empty.")
    if row["relationType"] not in {"essential", "optional"}:
        written = row["relationType"]
        raise BadCellError("bad_relation", f"relationType is {written!r}.")
    if (row["occupationUri"], row["skillUri"]) in known:
        detail = "The same occupation and skill were there before; essential wins."
        raise BadCellError("duplicate", detail)
