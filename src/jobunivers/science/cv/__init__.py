# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a CV in plain lines says: jobs, educations, abilities, each with where it stands.

Nothing is decided here: whoever shows it lets the person herself tick what is right.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from jobunivers.science.cv import abilities, entries
from jobunivers.science.cv.levels import level_of
from jobunivers.science.cv.records import Found, Kind, LineLike, Place, Titles
from jobunivers.science.cv.sections import TOP, Section, sections

__all__ = ["VERSION", "Found", "Kind", "LineLike", "Place", "Titles", "level_of", "read_cv"]

VERSION = "cv-1"
LONGEST_NAME, LONGEST_TEXT = 200, 2000
_MOST = 200
_MOST_LINES = 3000
_ADDRESS_LINES = 25
_NUMBER = re.compile(r"\b\d{6}\s?-\s?\d{4}\b")
"""A civil registration number, which nobody needs and nothing keeps."""
_POSTAL = re.compile(r"(?<![\d-])(?:DK-?\s?)?([1-9]\d{3})\s+([A-ZÆØÅ][a-zæøå]+(?: [A-ZÆØÅ]\b)?)")
_EDUCATION = re.compile(
    r"uddannelse|uddannet|eksamen|prøve|kursus|faglært|cand\.|bachelor|kandidat|diplom|degree"
    r"|certificate|course|master|school\b.*(?:primary|secondary)|(?:primary|secondary|compulsory).*school|\bhf\b|\bhhx\b|\bhtx\b|\bstx\b|student|elev\b|svend",
    re.IGNORECASE,
)
_LEAST_TITLE = 0.25
"""A title surer than the other name by so much is the title, whatever stands first."""


def read_cv(lines: Sequence[LineLike], titles: Titles) -> list[Found]:
    """Return what a CV says, in its own order, each thing once.

    Args:
        lines: its lines, from the top; at most 3,000 are read.
        titles: how surely a text is a job's title.
    """
    parts = sections(lines[:_MOST_LINES])
    named = {part.name for part in parts}
    found = [one for part in parts for one in _of(part, titles, named)]
    return list(_once(found))


def _of(part: Section, titles: Titles, named: set[str]) -> Iterator[Found]:
    if part.name == "experience":
        yield from _jobs(part.lines, titles)
    elif part.name in {"education", "courses"}:
        yield from _educations(part.lines, course=part.name == "courses")
    elif part.name == "skills":
        yield from abilities.skills(part.lines)
    elif part.name == "summary":
        yield from _summary(part.lines)
    elif part.name in {TOP, "other"}:
        yield from _postal_code(part.lines)
        if part.name == TOP and not named & {"experience", "education"}:
            yield from _jobs(part.lines, titles, sure=False)  # a CV without headings
    if part.name != "summary":
        yield from abilities.languages(part.lines, listed=part.name == "languages")
    yield from abilities.held(part.lines, listed=part.name == "licences")


def _jobs(lines: Sequence[LineLike], titles: Titles, *, sure: bool = True) -> Iterator[Found]:
    made = entries.entries(lines, single=False)
    names = [entries.named(entry.heads) for entry in made]
    scores = dict(zip(flat := [n for some in names for n in some], titles(flat), strict=True))
    for entry, some in zip(made, names, strict=True):
        if not some or entries.is_out_of_work(some[0]):
            continue
        title, employer = _title_and_employer(some, scores)
        fields = {
            "title": title[:LONGEST_NAME],
            "employer": employer[:LONGEST_NAME],
            "started": entry.period.started,
            "ended": entry.period.ended,
            "description": _text(entry.body),
        }
        yield Found(kind="experience", fields=fields, place=entry.place, sure=sure)


def _title_and_employer(names: Sequence[str], scores: dict[str, float]) -> tuple[str, str]:
    """Return which name is the job's and which the employer's; the first two are looked at."""
    first, second = names[0], (names[1] if len(names) > 1 else "")
    if not second:
        return first, ""
    lead = _as_title(first, scores) - _as_title(second, scores)
    return (second, first) if lead < -_LEAST_TITLE else (first, second)


def _as_title(name: str, scores: dict[str, float]) -> float:
    return scores.get(name, 0.0) - 0.5 * entries.looks_like_employer(name)


def _educations(lines: Sequence[LineLike], *, course: bool) -> Iterator[Found]:
    for entry in entries.entries(lines, single=True):
        names = [part for name in entries.named(entry.heads) for part in entries.parted(name)]
        if not names:
            continue
        title, school = names[0], (names[1] if len(names) > 1 else "")
        if school and _as_education(school) > _as_education(title):
            title, school = school, title
        ended = entry.period.ended if entry.period.ended != "now" else ""
        level = level_of(title) or ("course" if course else "")
        fields = {"title": title[:LONGEST_NAME], "institution": school[:LONGEST_NAME],
                  "level": level, "ended": ended[:4]}  # fmt: skip
        yield Found(kind="education", fields=fields, place=entry.place)


def _as_education(name: str) -> float:
    """Return how much a name is an education's rather than a school's."""
    cue = _EDUCATION.search(name) is not None
    return cue + 0.5 * bool(level_of(name)) - 0.5 * entries.looks_like_school(name)


def _summary(lines: Sequence[LineLike]) -> Iterator[Found]:
    text = _text([line.text for line in lines])
    if text:
        place = abilities.place_of(lines[0])
        yield Found(kind="basics", fields={"code": "summary", "value": text}, place=place)


def _postal_code(lines: Sequence[LineLike]) -> Iterator[Found]:
    for line in lines[:_ADDRESS_LINES]:
        if (found := _POSTAL.search(line.text)) is not None:
            fields = {"code": "postal_code", "value": found[1], "city": found[2]}
            yield Found(kind="basics", fields=fields, place=abilities.place_of(line))
            return


def _text(lines: Iterable[str]) -> str:
    return _NUMBER.sub("…", "\n".join(lines))[:LONGEST_TEXT].strip()


def _once(found: Iterable[Found]) -> Iterator[Found]:
    """Yield each thing once: where it stands as such before where it is guessed."""
    seen: dict[tuple[str, ...], int] = {}
    kept: list[Found] = []
    for one in found:
        told = {name: value for name, value in one.fields.items() if name != "level"}
        coded = one.kind in {"language", "licence", "basics"}
        values = (one.fields["code"],) if coded else tuple(told.values())
        key = one.kind, *(" ".join(value.casefold().split()) for value in values)
        if key not in seen:
            seen[key] = len(kept)
            kept.append(one)
        elif _better(one, kept[seen[key]]):
            kept[seen[key]] = one
    yield from kept[: _MOST * 2]


def _better(one: Found, other: Found) -> bool:
    return (one.sure, bool(one.fields.get("level"))) > (other.sure, bool(other.fields.get("level")))
