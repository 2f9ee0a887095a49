# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows as bytes: what was known of an opening or a person, kept so that an answer can be repeated.

Concepts are written by the caller's own numbers, so that the bytes outlive a vocabulary.
"""

import struct
from typing import TYPE_CHECKING, NamedTuple

from jobunivers.science.matching.arrays import DIMS
from jobunivers.science.matching.travel import NOWHERE

if TYPE_CHECKING:
    from jobunivers.science.matching.vocabulary import Vocabulary

PERCENT = 100
NO_LAST_DAY = 2**31 - 1
FORM = 1
"""The first byte: which form the rest has."""
_OPENING = struct.Struct("<BqqqqhiihhhiiiiiBBBH")
_SKILL = struct.Struct("<qBh")
_PERSON = struct.Struct("<BqBiiihhiBBBBHHHHHHHH")
_NUMBER = struct.Struct("<q")
_WORK = struct.Struct("<qh")
_LANGUAGE = struct.Struct("<h")


class OpeningRow(NamedTuple):
    """An opening in whole numbers; the units are those of `Openings`."""

    id: int
    owner: int
    employer: int
    kind: int
    sure: int
    lat: int
    lon: int
    hours_min: int
    hours_max: int
    remote: int
    licences: int
    published: int
    last: int
    positions: int
    kommune: int
    land: int
    meaning: bytes
    languages: tuple[int, ...]
    skills: tuple[tuple[int, int, int], ...]
    """(skill, essential 0/1, sureness in thousandths), by skill."""


class PersonRow(NamedTuple):
    """A person in whole numbers; the units are those of `People`."""

    owner: int
    land: int
    lat: int
    lon: int
    reach: int
    hours_min: int
    hours_max: int
    lacks: int
    boldness: int
    wants_remote: int
    works: tuple[tuple[int, int], ...]
    """(kind, years in hundredths), in her order."""
    wishes: tuple[int, ...]
    skills: tuple[int, ...]
    languages: tuple[int, ...]
    hidden_openings: tuple[int, ...]
    hidden_employers: tuple[int, ...]
    hidden_kinds: tuple[int, ...]
    applied: tuple[int, ...]
    meaning: bytes
    taste: bytes


def pack_opening(row: OpeningRow, vocabulary: "Vocabulary") -> bytes:
    """Return an opening as bytes; the same opening is always the same bytes."""
    meaning = row.meaning if any(row.meaning) else b""
    kind = int(vocabulary.kind_number[row.kind])
    head = _OPENING.pack(
        *(FORM, row.id, row.owner, row.employer, kind, *row[4:16]),
        *(bool(meaning), len(row.languages), len(row.skills)),
    )
    number = vocabulary.skill_number
    skills = (_SKILL.pack(int(number[skill]), *rest) for skill, *rest in row.skills)
    languages = (_LANGUAGE.pack(code) for code in row.languages)
    return b"".join((head, *skills, *languages, meaning))


def unpack_opening(kept: bytes, vocabulary: "Vocabulary") -> OpeningRow:
    """Return an opening from its bytes; ValueError when they are none.

    What the vocabulary no longer knows is left out.
    """
    _check(kept, _OPENING.size)
    _, pk, owner, employer, kind, *numbers, has_meaning, spoken, count = _OPENING.unpack_from(kept)
    end = _OPENING.size + count * _SKILL.size
    last = end + spoken * _LANGUAGE.size
    if len(kept) != last + has_meaning * DIMS:
        raise ValueError("These bytes hold no opening")
    asked = [
        (place, essential, sure)
        for number, essential, sure in _SKILL.iter_unpack(kept[_OPENING.size : end])
        if (place := vocabulary.skill_of_number(number)) >= 0
    ]
    languages = tuple(code for (code,) in _LANGUAGE.iter_unpack(kept[end:last]))
    meaning = kept[last:] or bytes(DIMS)
    found = vocabulary.kind_of_number(kind)
    return OpeningRow._make(
        (pk, owner, employer, found, *numbers, meaning, languages, tuple(sorted(asked)))
    )


def pack_person(row: PersonRow, vocabulary: "Vocabulary") -> bytes:
    """Return a person as bytes; the same person is always the same bytes."""
    meaning, taste = (one if any(one) else b"" for one in (row.meaning, row.taste))
    lists = row[10:18]
    head = _PERSON.pack(FORM, *row[:10], bool(meaning), bool(taste), *map(len, lists))
    kind, skill = vocabulary.kind_number, vocabulary.skill_number
    return b"".join(
        (
            head,
            *(_WORK.pack(int(kind[k]), years) for k, years in row.works),
            *(_NUMBER.pack(int(kind[k])) for k in row.wishes),
            *(_NUMBER.pack(int(skill[s])) for s in row.skills),
            *(_LANGUAGE.pack(code) for code in row.languages),
            *(_NUMBER.pack(pk) for pk in (*row.hidden_openings, *row.hidden_employers)),
            *(_NUMBER.pack(int(kind[k])) for k in row.hidden_kinds),
            *(_NUMBER.pack(pk) for pk in row.applied),
            meaning,
            taste,
        )
    )


def _check(kept: bytes, least: int) -> None:
    if len(kept) < least or kept[0] != FORM:
        raise ValueError("These bytes are of no form that is known")


class _Reader:
    """Reads one list after the other."""

    def __init__(self, kept: bytes, at: int) -> None:
        self.kept, self.at = kept, at

    def take(self, form: struct.Struct, count: int) -> list[tuple[int, ...]]:
        """Return the next `count` entries."""
        end = self.at + count * form.size
        if end > len(self.kept):
            raise ValueError("These bytes hold no person")
        found = list(form.iter_unpack(self.kept[self.at : end]))
        self.at = end
        return found

    def numbers(self, count: int) -> list[int]:
        """Return the next `count` numbers."""
        return [one for (one,) in self.take(_NUMBER, count)]

    def vector(self, *, there: bool) -> bytes:
        """Return the next vector, zeros when it was not kept."""
        if not there:
            return bytes(DIMS)
        end = self.at + DIMS
        found, self.at = self.kept[self.at : end], end
        return found


def unpack_person(kept: bytes, vocabulary: "Vocabulary") -> PersonRow:
    """Return a person from her bytes; ValueError when they are none."""
    _check(kept, _PERSON.size)
    _, *numbers = _PERSON.unpack_from(kept)
    own, (has_meaning, has_taste), counts = numbers[:10], numbers[10:12], numbers[12:]
    reader = _Reader(kept, _PERSON.size)
    kind = vocabulary.kind_of_number
    works = tuple((kind(k), years) for k, years in reader.take(_WORK, counts[0]))
    wishes = tuple(kind(k) for k in reader.numbers(counts[1]))
    skills = (vocabulary.skill_of_number(n) for n in reader.numbers(counts[2]))
    known = tuple(sorted(s for s in skills if s >= 0))
    languages = tuple(code for (code,) in reader.take(_LANGUAGE, counts[3]))
    openings, employers = (tuple(reader.numbers(n)) for n in counts[4:6])
    hidden_kinds = {kind(k) for k in reader.numbers(counts[6])} - {vocabulary.unknown}
    kinds = tuple(sorted(hidden_kinds))
    applied = tuple(reader.numbers(counts[7]))
    meaning, taste = reader.vector(there=has_meaning), reader.vector(there=has_taste)
    if reader.at != len(kept) or len(taste) != DIMS:
        raise ValueError("These bytes hold no person")
    hidden = openings, employers, kinds
    return PersonRow._make(
        (*own, works, wishes, known, languages, *hidden, applied, meaning, taste)
    )


__all__ = ["NOWHERE", "NO_LAST_DAY", "OpeningRow", "PersonRow"]
