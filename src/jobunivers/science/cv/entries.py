# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Jobs and educations: lines with a time, what stands beside them, before or after."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jobunivers.science.cv import times
from jobunivers.science.cv.records import LineLike, Place
from jobunivers.science.cv.words import EMPLOYER, OUT_OF_WORK, SCHOOL

LONGEST_HEAD = 90
"""Letters of a line that may be a title or an employer; longer ones are text."""
_MOST_HEADS = 2
_MARGIN, _SENTENCE = 12, 8
"""Letters beside a time that may stand in a margin; words from which a line is a sentence."""
_BULLET = re.compile(r"^\s*(?:[•·●▪◦‣∙○■*\uf0b7]|[-–—](?=\s))\s*")
_JOIN = re.compile(r"\t+|\s+[|·•–—-]\s+|,\s+|;\s+|\s+(?:hos|ved|at|@)\s+|\s+/\s+", re.IGNORECASE)
_EMPLOYER = re.compile(EMPLOYER, re.IGNORECASE)
_OUT_OF_WORK = re.compile(OUT_OF_WORK, re.IGNORECASE)
_SCHOOL = re.compile(SCHOOL, re.IGNORECASE)


@dataclass(slots=True)
class Entry:
    """One entry: its time, the lines that name it, and what is said under it."""

    period: times.Period
    place: Place
    heads: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)


def entries(lines: Sequence[LineLike], *, single: bool) -> list[Entry]:
    """Return the entries of a part, in its order.

    Args:
        lines: the part's lines.
        single: whether a date alone opens an entry, as it does among educations and courses.
    """
    dated = [(i, found) for i, line in enumerate(lines)
             if (found := _opens(line.text, single=single))]  # fmt: skip
    named_before = bool(dated) and _heads_stand_before(lines, dated)
    made: list[Entry] = []
    claimed: set[int] = set()
    for index, found in dated:
        line = lines[index]
        entry = Entry(found, Place(line.page, line.number, line.text.strip()))
        rest = times.without(line.text, found)
        if rest:
            entry.heads.append(_unbulleted(rest))
        if not rest or (named_before and len(_parts(rest)) == 1):
            before = _heads_before(lines, index, claimed | {i for i, _ in dated})
            entry.heads = [_unbulleted(lines[i].text) for i in before] + entry.heads
            claimed |= set(before)
        claimed.add(index)
        made.append(entry)
    _fill(lines, made, [index for index, _ in dated], claimed)
    return made


def _opens(text: str, *, single: bool) -> times.Period | None:
    found = times.period(text, single=single)
    if found is None or (single and found.started == "" and not _alone_or_first(text, found)):
        return None
    # A time in the middle of running text is part of the text.
    before, after = text[: found.start].strip(), text[found.end :].strip()
    if _in_brackets(text, found):
        return found
    sentence = after.endswith(".") and len(after.split()) > _SENTENCE
    return None if sentence or min(len(before), len(after)) > _MARGIN else found


def _in_brackets(text: str, found: times.Period) -> bool:
    return "(" in text[max(0, found.start - 1) : found.start + 1]


def _alone_or_first(text: str, found: times.Period) -> bool:
    """Return whether a single date stands first, last or in brackets, not within a sentence."""
    if _in_brackets(text, found):
        return True
    before, after = text[: found.start].strip(" (–-•·\t"), text[found.end :].strip(" )–-:.\t")
    return not before or not after


def _heads_stand_before(
    lines: Sequence[LineLike], dated: Sequence[tuple[int, times.Period]]
) -> bool:
    """Return whether names stand above their times: the first time has a name above it."""
    at = {index for index, _found in dated}
    for index, found in dated:
        rest = times.without(lines[index].text, found)
        if is_out_of_work(rest):
            continue
        above = index > 0 and index - 1 not in at
        return above and len(_parts(rest)) <= 1 and _is_head(lines[index - 1].text)
    return False


def _heads_before(lines: Sequence[LineLike], index: int, taken: set[int]) -> list[int]:
    found: list[int] = []
    for i in range(index - 1, max(-1, index - 1 - _MOST_HEADS), -1):
        if i in taken or not _is_head(lines[i].text):
            break
        found.insert(0, i)
    return found


def _fill(
    lines: Sequence[LineLike], made: Sequence[Entry], starts: Sequence[int], claimed: set[int]
) -> None:
    """Give each entry the lines below it: names first when it has too few, then what is said."""
    ends = [*starts[1:], len(lines)] if starts else []
    for entry, start, end in zip(made, starts, ends, strict=True):
        for i in range(start + 1, end):
            text = lines[i].text
            if i in claimed:
                break
            names = sum(len(_parts(head)) for head in entry.heads)
            if not entry.body and names < _MOST_HEADS and _is_head(text):
                entry.heads.append(_unbulleted(text))
            else:
                entry.body.append(text.strip())


def _is_head(text: str) -> bool:
    """Return whether a line may name a job or its place: short, no bullet, no sentence."""
    stripped = text.strip()
    return (
        0 < len(stripped) <= LONGEST_HEAD
        and not _BULLET.match(stripped)
        and not stripped.endswith((".", ":", ";"))
        and any(character.isalpha() for character in stripped)
        and "@" not in stripped
    )


def _unbulleted(text: str) -> str:
    return _BULLET.sub("", text).strip()


def _parts(head: str) -> list[str]:
    return [part.strip(" ()–-,") for part in _JOIN.split(head) if part and part.strip(" ()–-,")]


def named(heads: Sequence[str]) -> list[str]:
    """Return the names in an entry's heads, in order, each once."""
    parts = [part for head in heads for part in _parts(head)]
    return list(dict.fromkeys(part for part in parts if any(c.isalpha() for c in part)))


def is_out_of_work(text: str) -> bool:
    """Return whether a time is told of in which there was no job."""
    return _OUT_OF_WORK.search(text.strip()) is not None


def parted(name: str) -> list[str]:
    """Return a name and what stands in brackets after it when that is a school."""
    found = re.fullmatch(r"(.+?)\s*\(([^()]+)\)?", name)
    if found is not None and looks_like_school(found[2]):
        return [found[1], found[2]]
    return [name]


def looks_like_employer(text: str) -> bool:
    """Return whether a name has what employers' names have."""
    return _EMPLOYER.search(text) is not None


def looks_like_school(text: str) -> bool:
    """Return whether a name has what schools' names have."""
    return _SCHOOL.search(text) is not None
