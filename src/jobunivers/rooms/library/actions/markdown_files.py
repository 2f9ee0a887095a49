# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A Markdown file as content: front matter, steps by headings, questions, pictures, videos.

```
---
title: Skriv et CV
summary: En kort lektion om dit CV.
kind: lesson
minutes: 10
licence: CC BY 4.0
review: 2027-06-01
skills: [http://data.europa.eu/esco/skill/…]
---
## Begynd med det vigtigste
Skriv **først**, hvad du kan.
![En kvinde ved et skrivebord](kvinde.png)

## ? Hvad står øverst?
- [ ] Din hobby | Den kan stå til sidst.
- [x] Det, du kan | Ja, lige præcis.
```
`NAME.en.md` beside `NAME.md` holds the English: same steps, same choices. A video has its captions
beside it: `film.mp4`, `film.da.vtt`, `film.en.vtt`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from jobunivers.rooms.marketplace.queries import Kind, Level

LONGEST_FILE = 1_000_000
_KNOWN = {
    "title", "summary", "kind", "minutes", "licence", "review", "skills", "occupations",
    "categories", "level", "author", "language", "translated",
}  # fmt: skip
_NEEDED = ("title", "summary", "kind", "licence", "review")
_LISTS = {"skills", "occupations", "categories", "language"}
_LENGTHS = {"title": 150, "summary": 400, "licence": 60, "author": 150}
_LINE = re.compile(r"^([a-z_]+)\s*:\s*(.*)$")
_HEADING = re.compile(r"^##\s+(.*)$")
_CHOICE = re.compile(r"^[-*]\s+\[([ xX])\]\s+(.*)$")
_PICTURE = re.compile(r"^!\[([^\]]*)\]\(([^)\s]+)\)$")
_VIDEOS = {".mp4", ".webm"}
_MOST_MINUTES = 100_000


class BadFile(Exception):  # noqa: N818 - it reads as what it is
    """A file that cannot be taken, with the line where it goes wrong."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line, self.reason = line, reason


@dataclass(frozen=True, slots=True)
class Media:
    """A file that a step shows, by its name beside the text."""

    kind: str  # "image" or "video"
    name: str


@dataclass(frozen=True, slots=True)
class Written:
    """What one file says; `steps` are as in a body but for media, which are still names."""

    told: Mapping[str, Any]
    steps: tuple[dict[str, Any], ...]
    media: tuple[Media, ...]


def read(text: str) -> Written:
    """Return what a file says in its own language, under the names that end in `_da`.

    Raises:
        BadFile: no front matter, an unknown or missing name, a question without a right answer.
    """
    if len(text) > LONGEST_FILE:
        raise BadFile(1, "the file is longer than a million signs")
    lines = text.removeprefix("\ufeff").splitlines()
    told, first = _front_matter(lines)
    steps = _steps(lines, first, str(told["title"]))
    media = tuple(Media(k, str(one[k])) for one in steps for k in ("image", "video") if k in one)
    return Written(told, tuple(steps), media)


def english(danish: Written, other: Written) -> tuple[dict[str, Any], ...]:
    """Return the steps of both files together; raises BadFile when they do not have the same."""
    if len(danish.steps) != len(other.steps):
        raise BadFile(1, f"has {len(other.steps)} steps, the Danish file {len(danish.steps)}")
    return tuple(
        _together(one, two, n)
        for n, (one, two) in enumerate(zip(danish.steps, other.steps, strict=True), 1)
    )


def _together(one: dict[str, Any], two: dict[str, Any], number: int) -> dict[str, Any]:
    if len(one.get("choices", ())) != len(two.get("choices", ())):
        raise BadFile(1, f"step {number} has another number of answers than the Danish file")
    made = one | {f"{k[:-3]}_en": v for k, v in two.items() if k.endswith("_da")}
    if "choices" in one:
        made["choices"] = [
            a | {"en": b["da"], "say_en": b["say_da"]}
            for a, b in zip(one["choices"], two["choices"], strict=True)
        ]
    return made


def _front_matter(lines: list[str]) -> tuple[dict[str, Any], int]:
    if not lines or lines[0].strip() != "---":
        raise BadFile(1, "begins without front matter (a line of ---)")
    told: dict[str, Any] = {}
    for number, line in enumerate(lines[1:], 2):
        if line.strip() == "---":
            return _checked(told), number
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = _LINE.match(line)
        if found is None or found[1] not in _KNOWN:
            raise BadFile(number, f"is not one of {', '.join(sorted(_KNOWN))}: {line[:60]}")
        if found[1] in told:
            raise BadFile(number, f"says {found[1]} twice")
        told[found[1]] = _value(found[1], found[2].strip().strip('"'), number)
    raise BadFile(len(lines), "front matter has no end (a line of ---)")


def _checked(told: dict[str, Any]) -> dict[str, Any]:
    missing = [name for name in _NEEDED if not told.get(name)]
    if missing:
        raise BadFile(1, f"does not say {', '.join(missing)}")
    return told


def _value(name: str, text: str, line: int) -> Any:
    if name in _LISTS:
        parts = text.removeprefix("[").removesuffix("]").split(",")
        return [one.strip().strip('"') for one in parts if one.strip()]
    if name == "minutes":
        if not (text.isascii() and text.isdigit() and 0 < int(text) <= _MOST_MINUTES):
            raise BadFile(line, f"minutes is not a whole number: {text[:30]}")
        return int(text)
    if name == "review":
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise BadFile(line, f"review is not a day (YYYY-MM-DD): {text[:30]}") from None
    if name == "kind" and text not in Kind.values:
        raise BadFile(line, f"kind is none of {', '.join(Kind.values)}: {text[:30]}")
    if name == "level" and text not in Level.values:
        raise BadFile(line, f"level is none of {', '.join(Level.values)}: {text[:30]}")
    if name == "translated" and text not in {"", "machine", "person"}:
        raise BadFile(line, f"translated is neither machine nor person: {text[:30]}")
    if len(text) > _LENGTHS.get(name, 300):
        raise BadFile(line, f"{name} is longer than {_LENGTHS[name]} signs")
    return text


def _steps(lines: list[str], first: int, title: str) -> list[dict[str, Any]]:
    """Return the steps; each heading of the second level begins one."""
    steps: list[dict[str, Any]] = []
    heading, begun, kept = title, first + 1, list[str]()
    for number, line in enumerate(lines[first:], first + 1):
        found = _HEADING.match(line)
        if found is None:
            kept.append(line)
            continue
        steps += _step(heading, kept, begun)
        heading, begun, kept = found[1].strip(), number, []
    return steps + _step(heading, kept, begun)


def _step(heading: str, lines: list[str], begun: int) -> list[dict[str, Any]]:
    if heading.startswith("?"):
        return [_question(heading[1:].strip(), lines, begun)]
    made: list[dict[str, Any]] = []
    text: list[str] = []
    for line in lines:
        picture = _PICTURE.match(line.strip())
        if picture is None:
            text.append(line)
            continue
        if "".join(text).strip():
            made.append({"title_da": heading, "text_da": "\n".join(text).strip()})
        made.append(_shown(picture[1], picture[2], heading))
        text = []
    if "".join(text).strip():
        made.append({"title_da": heading, "text_da": "\n".join(text).strip()})
    return made


def _shown(alt: str, name: str, heading: str) -> dict[str, Any]:
    if PurePosixPath(name).suffix.lower() in _VIDEOS:
        return {"video": name, "title_da": alt or heading}
    return {"image": name, "alt_da": alt, "title_da": heading}


def _question(question: str, lines: list[str], begun: int) -> dict[str, Any]:
    choices: list[dict[str, Any]] = []
    text: list[str] = []
    for line in lines:
        found = _CHOICE.match(line.strip())
        if found is None:
            text.append(line)
            continue
        answer, _bar, say = found[2].partition("|")
        choices.append({"da": answer.strip(), "right": found[1] != " ", "say_da": say.strip()})
    if not any(one["right"] for one in choices):
        raise BadFile(begun, "the question has no right answer: - [x] answer | what is said")
    made: dict[str, Any] = {"question_da": question, "choices": choices}
    if "".join(text).strip():
        made["text_da"] = "\n".join(text).strip()
    return made
