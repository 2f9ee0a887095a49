# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a source told or a file says, as things that can be compared with her profile."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from jobunivers.foundation.places import queries as places
from jobunivers.foundation.taxonomy import meaning
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.foundation.taxonomy import words as taxonomy_words
from jobunivers.foundation.taxonomy.remembered import Asked
from jobunivers.integrations.profiles.records import Document, ProfileTold, Told, WordsTold
from jobunivers.science import cv
from jobunivers.science.merging import Kind, Line
from jobunivers.trust import queries as trust

CODE = "cv"
"""The model's code in the register: what is guessed in running text."""
MOST = 400
"""Things of one telling."""
_WORDS, _MOST_GUESSED = 120, 20
_LISTED, _SENTENCE = frozenset({"competence", "language", "licence"}), 3
"""What stands as such is not guessed at again; fewer words than this are a heading."""


@dataclass(frozen=True, slots=True)
class Item:
    """One thing told. `place` says where it stands; a guess is not `sure`."""

    line: Line
    place: Mapping[str, str | int]
    sure: bool = True


def items_of(found: ProfileTold | Document) -> list[Item]:
    """Return all that was told, each thing once, in the source's order."""
    told = _of_profile(found) if isinstance(found, ProfileTold) else _of_text(found)
    seen: dict[str, Item] = {}
    for item in told:
        seen.setdefault(item.line.key, item)
    return list(seen.values())[:MOST]


def _line(kind: Kind, fields: Mapping[str, str], reference: str = "", concept: str = "") -> Line:
    """Return the line with a key that is the same whenever the source tells it again."""
    telling = {name: value for name, value in fields.items() if name != "description"}
    what = reference or json.dumps(telling, sort_keys=True, ensure_ascii=False)
    key = hashlib.sha256(f"{kind}\n{what}".encode()).hexdigest()[:40]
    return Line(key=key, kind=kind, fields=dict(fields), concept=concept)


def _place(told: Told) -> dict[str, str | int]:
    return {"part": told.where} if told.where else {}


def _of_profile(told: ProfileTold) -> Iterator[Item]:
    for job in told.jobs:
        fields = {
            "title": job.title,
            "employer": job.employer,
            "started": job.started,
            "ended": job.ended,
            "description": job.description,
        }
        line = _line("experience", fields, job.reference, _occupation(job.title))
        yield Item(line, _place(job))
    for school in told.educations:
        level = school.level or cv.level_of(school.title)
        fields = {
            "title": school.title,
            "institution": school.institution,
            "level": level,
            "ended": school.ended,
        }
        yield Item(_line("education", fields, school.reference), _place(school))
    yield from (_words("competence", one) for one in told.skills)
    yield from (_words("wish", one) for one in told.wishes)
    for one in told.languages:
        if one.code in taxonomy_words.LANGUAGES:
            yield Item(_line("language", {"code": one.code, "level": one.level}), _place(one))
    known = {*taxonomy_words.DRIVING, *taxonomy_words.CERTIFICATES}
    for licence in told.licences:
        if licence.code in known:
            yield Item(_line("licence", {"code": licence.code}), _place(licence))
    yield from _basics(told.postal_code, told.summary, {})


def _words(kind: Kind, told: WordsTold) -> Item:
    concept = told.concept if _is_concept(kind, told.concept) else ""
    if not concept:
        meant = meaning.skill_meant if kind == "competence" else _occupation
        concept = meant(told.words)
    return Item(_line(kind, {"words": told.words}, told.reference, concept), _place(told))


def _is_concept(kind: Kind, uri: str) -> bool:
    known = taxonomy.skill_by_uri if kind == "competence" else taxonomy.occupation_by_uri
    return bool(uri) and known(uri) is not None


def _occupation(title: str) -> str:
    meant = meaning.occupation_meant(title)
    return meant.uri if meant else ""


def _basics(postal_code: str, summary: str, place: Mapping[str, str | int]) -> Iterator[Item]:
    digits = "".join(c for c in postal_code if c.isdigit())
    if places.postcode(digits) is not None:
        yield Item(_line("basics", {"code": "postal_code", "value": digits}), place)
    if summary:
        yield Item(_line("basics", {"code": "summary", "value": summary}), place)


def _of_text(document: Document) -> Iterator[Item]:
    found = cv.read_cv(document.lines, _sureness)
    for one in found:
        place: dict[str, str | int] = {
            "page": one.place.page,
            "line": one.place.line,
            "text": one.place.text[:300],
        }
        if one.kind == "basics":
            code, value = one.fields["code"], one.fields["value"]
            yield from _basics(*((value, "") if code == "postal_code" else ("", value)), place)
            continue
        concept = ""
        if one.kind == "experience":
            concept = _occupation(one.fields["title"])
        elif one.kind == "competence":
            concept = meaning.skill_meant(one.fields["words"])
        yield Item(_line(one.kind, one.fields, concept=concept), place, one.sure)
    yield from _guessed(document, found)


def _sureness(titles: Sequence[str]) -> list[float]:
    meant = [meaning.occupation_meant(title) for title in titles]
    return [one.confidence if one else 0.0 for one in meant]


def _guessed(document: Document, found: Sequence[cv.Found]) -> Iterator[Item]:
    """Yield skills that running text names: guesses, unless the kommune has switched them off."""
    if not trust.is_on(CODE):
        return
    told = {(one.place.page, one.place.line) for one in found if one.kind in _LISTED}
    lines = [
        line
        for line in document.lines
        if (line.page, line.number) not in told and len(line.text.split()) >= _SENTENCE
    ]
    text = "\n".join(line.text for line in lines)
    (skills,) = meaning.skills_of_texts([Asked(text)])
    surest = sorted(skills, key=lambda one: (-one.confidence, one.start))[:_MOST_GUESSED]
    labels = taxonomy.labels([one.uri for one in surest], get_language() or "da")
    for one in sorted(surest, key=lambda skill: skill.start):
        label = labels.get(one.uri, one.words)[:_WORDS]
        line = lines[text.count("\n", 0, one.start)]
        place: dict[str, str | int] = {
            "page": line.page,
            "line": line.number,
            "text": line.text.strip()[:300],
        }
        fields = {"words": label}
        yield Item(_line("competence", fields, one.uri, one.uri), place, sure=False)
