# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading who says what of a profile, where they disagree, and what is to be settled."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from jobunivers.rooms.journey.models import (
    Competence,
    Education,
    Experience,
    Origin,
    Part,
    Profile,
    Provenance,
    Wish,
)
from jobunivers.science import merging
from jobunivers.science.merging.likeness import nearer

LineKey = tuple[str, str]
"""Part and line."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Who says something of a line, and when it was told."""

    source: str
    name: str
    told_at: datetime
    settled: bool = False  # she has decided on something of the line herself


@dataclass(frozen=True, slots=True)
class Version:
    """One value of a field, with all who say it."""

    value: str
    tellers: tuple[Teller, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A field of a line on which sources disagree, or that only a source fills in.

    `have` is what the profile says now ("" when it says nothing), `others` what else is said.
    """

    part: str
    line: str
    about: str  # what the line is called
    field: str
    have: Version
    others: tuple[Version, ...]


def tellers_of(profile: Profile) -> dict[LineKey, list[Teller]]:
    """Return who tells each line, she first and then in the order they told; one question."""
    found: defaultdict[LineKey, list[Teller]] = defaultdict(list)
    for row in _provenance(profile):
        who = Teller(row.source, row.name, row.told_at, settled=bool(row.settled))
        found[row.part, row.line].append(who)
    for who_tells in found.values():
        who_tells.sort(key=lambda one: (one.source != Origin.OWN, one.told_at, one.name))
    return dict(found)


def lines_of(profile: Profile) -> list[merging.Line]:
    """Return the profile's lines as merging sees them; a key is `part:line`.

    A time is as exact as it was told: a year from a file is a year. What she has said that she
    lacks is a line that is gone.
    """
    fresh = Profile.objects.get(pk=profile.pk)
    rows = _by_line(fresh)
    lines = [*_jobs(fresh), *_educations(fresh), *_named(fresh), *_abilities(fresh)]
    return [_as_told(line, rows.get(line_key(line.key), ())) for line in lines]


def line_key(key: str) -> LineKey:
    """Return part and line of a key of `lines_of`."""
    part, _colon, line = key.partition(":")
    return part, line


def questions_of(profile: Profile, *, sources: Collection[LineKey]) -> list[Question]:
    """Return what is to be settled, in the order of the profile.

    Only what these sources say is asked about (source and name): whose use she does not allow
    is not used.
    """
    allowed = set(sources)
    rows = _by_line(profile)
    asked: list[Question] = []
    for line in lines_of(profile):
        said = rows.get(line_key(line.key), ())
        usable = [row for row in said if (row.source, row.name) in allowed]
        asked += _questions(line, said, usable)
    return asked


def only_told_by_each(profile: Profile) -> Counter[LineKey]:
    """Return for each source (and name) how many lines nobody else tells."""
    rows = _by_line(profile).values()
    alone = [{(row.source, row.name) for row in said} for said in rows]
    return Counter(next(iter(who)) for who in alone if len(who) == 1)


def _questions(
    line: merging.Line, said: Sequence[Provenance], usable: Sequence[Provenance]
) -> list[Question]:
    part, key = line_key(line.key)
    versions: defaultdict[str, dict[str, list[Teller]]] = defaultdict(dict)
    for row in usable:
        told = replace(
            line, fields=row.said, concept=row.said.get("concept", ""), settled=frozenset()
        )
        where = merging.difference(line, told)
        for name in (*where.differs, *where.adds):
            value = row.said[name]
            versions[name].setdefault(value, []).append(_teller(row))
    return [
        Question(
            part=part,
            line=key,
            about=line.fields.get("title") or line.fields.get("words") or key,
            field=name,
            have=Version(
                line.fields.get(name, ""),
                tuple(_teller(row) for row in said
                      if row.said.get(name, "") == line.fields.get(name, "") != ""),
            ),
            others=tuple(Version(value, tuple(who)) for value, who in versions[name].items()),
        )
        for name in merging.COMPARED[line.kind]
        if name in versions
    ]  # fmt: skip


def _teller(row: Provenance) -> Teller:
    return Teller(row.source, row.name, row.told_at)


def _provenance(profile: Profile) -> Sequence[Provenance]:
    return list(Provenance.objects.filter(profile=profile).order_by("told_at", "pk"))


def _by_line(profile: Profile) -> dict[LineKey, list[Provenance]]:
    found: defaultdict[LineKey, list[Provenance]] = defaultdict(list)
    for row in _provenance(profile):
        found[row.part, row.line].append(row)
    return dict(found)


def _as_told(line: merging.Line, rows: Sequence[Provenance]) -> merging.Line:
    """Return the line with its settled fields, and times only as exact as they were told."""
    settled = frozenset(name for row in rows for name in row.settled)
    coarse = {
        name: row.said[name]
        for row in rows
        for name in ("started", "ended")
        if nearer(line.fields.get(name, ""), row.said.get(name, "")) and name not in settled
    }
    exact = {name for row in rows for name, value in row.said.items()
             if value == line.fields.get(name)}  # fmt: skip
    kept = {name: value for name, value in coarse.items() if name not in exact}
    return replace(line, fields={**line.fields, **kept}, settled=settled)


def _month(day: date | None) -> str:
    return f"{day:%Y-%m}" if day is not None else merging.NOW


def _jobs(profile: Profile) -> list[merging.Line]:
    return [
        merging.Line(
            key=f"{Part.EXPERIENCE}:{row.pk}",
            kind="experience",
            fields={
                "title": row.title,
                "employer": row.employer,
                "started": _month(row.started_on),
                "ended": _month(row.ended_on),
                "description": row.description,
            },
            concept=row.occupation_uri,
        )
        for row in Experience.objects.filter(profile=profile).order_by("-started_on", "-pk")
    ]


def _educations(profile: Profile) -> list[merging.Line]:
    return [
        merging.Line(
            key=f"{Part.EDUCATION}:{row.pk}",
            kind="education",
            fields={
                "title": row.title,
                "institution": row.institution,
                "level": row.level,
                "ended": str(row.ended_year or ""),
            },
        )
        for row in Education.objects.filter(profile=profile).order_by("-ended_year", "-pk")
    ]


def _named(profile: Profile) -> list[merging.Line]:
    skills = Competence.objects.filter(profile=profile).order_by("words", "pk")
    wishes = Wish.objects.filter(profile=profile).order_by("pk")
    return [
        *(_words("competence", row.pk, row.words, row.skill_uri) for row in skills),
        *(_words("wish", row.pk, row.words, row.occupation_uri) for row in wishes),
    ]


def _words(kind: merging.Kind, pk: int, words: str, concept: str) -> merging.Line:
    return merging.Line(key=f"{kind}:{pk}", kind=kind, fields={"words": words}, concept=concept)


def _abilities(profile: Profile) -> list[merging.Line]:
    languages: Mapping[str, str] = profile.languages
    basics = {"postal_code": profile.postal_code, "summary": profile.summary}
    return [
        *(_coded("language", code, {"level": level}) for code, level in languages.items()),
        *(_coded("licence", code, {}) for code in profile.licences),
        *(_coded("licence", code, {}, gone=True) for code in profile.lacks_licences),
        *(_coded("basics", name, {"value": value}) for name, value in basics.items() if value),
    ]


def _coded(
    kind: merging.Kind, code: str, fields: Mapping[str, str], *, gone: bool = False
) -> merging.Line:
    return merging.Line(key=f"{kind}:{code}", kind=kind, fields={"code": code, **fields}, gone=gone)
