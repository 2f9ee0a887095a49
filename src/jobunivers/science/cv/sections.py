# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The parts of a CV: which lines are headings, and what stands under them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from jobunivers.science.cv.records import LineLike
from jobunivers.science.cv.words import HEADINGS

_LONGEST_HEADING = 40
_SPACED = 3
_NAMES: Final = {name: section for section, names in HEADINGS.items() for name in names}
TOP = "top"
"""What stands before the first heading."""


@dataclass(slots=True)
class Section:
    """A part of a CV; `inline` is what stands on the heading's own line: `Sprog: dansk`."""

    name: str
    lines: list[LineLike] = field(default_factory=list)


def fold(text: str) -> str:
    """Return a heading in small letters with single spaces; `E R F A R I N G` is one word."""
    words = text.split()
    if len(words) > _SPACED and all(len(word) == 1 for word in words):
        text = "".join(words)
    plain = re.sub(r"[^\wæøåé]+", " ", text.casefold())
    return " ".join(plain.split())


def sections(lines: Sequence[LineLike]) -> list[Section]:
    """Return the parts in their order; a heading comes back as often as it stands."""
    parts = [Section(TOP)]
    for line in lines:
        name, rest = _heading(line.text)
        if name:
            parts.append(Section(name))
            if rest:
                parts[-1].lines.append(_Rest(rest, line.page, line.number))
        else:
            parts[-1].lines.append(line)
    return [part for part in parts if part.lines]


@dataclass(frozen=True, slots=True)
class _Rest:
    """What follows a heading on its line."""

    text: str
    page: int
    number: int


def _heading(text: str) -> tuple[str, str]:
    """Return the section a line opens, and what else stands on the line."""
    folded = fold(text)
    if len(text) <= _LONGEST_HEADING and folded in _NAMES and not text.startswith(("•", "- ")):
        return _NAMES[folded], ""
    before, colon, after = text.partition(":")
    name = _NAMES.get(fold(before), "")
    # "Sprog: dansk" opens a part; "Erfaring: 12 år" says something within one.
    if colon and after.strip() and name in {"languages", "licences", "skills"}:
        return name, after.strip()
    return "", ""
