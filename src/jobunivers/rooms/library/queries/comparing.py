# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is new in a version, word by word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from jobunivers.rooms.library.queries.bodies import raw_steps
from jobunivers.rooms.marketplace.queries import OfferVersion

_WORDS = re.compile(r"\s+|[^\s]+")
# Beyond this a paragraph is told as a whole: nobody reads a thousand marks.
_MOST_WORDS = 4_000


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words: `same`, `gone` or `new`."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that differs, as pieces that read in order."""

    field: str
    pieces: tuple[Piece, ...]


def compare(before: OfferVersion, after: OfferVersion) -> list[Difference]:
    """Return the fields in which two versions differ; nothing when they say the same."""
    old, new = dict(_told(before)), dict(_told(after))
    return [
        Difference(name, tuple(pieces(old.get(name, ""), new.get(name, ""))))
        for name in dict.fromkeys((*new, *old))
        if old.get(name, "") != new.get(name, "")
    ]


def pieces(before: str, after: str) -> Iterator[Piece]:
    """Yield how one text became another: first by lines, and within changed lines by words."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = "".join(old[a:b]), "".join(new[c:d])
        if tag == "equal":
            yield Piece("same", gone)
        else:
            yield from _by_words(gone, come)


def _by_words(before: str, after: str) -> Iterator[Piece]:
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    if not old or not new or len(old) + len(new) > _MOST_WORDS:
        yield from _whole(before, after)
        return
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece("same", "".join(old[a:b]))
        else:
            yield from _whole("".join(old[a:b]), "".join(new[c:d]))


def _whole(before: str, after: str) -> Iterator[Piece]:
    if before:
        yield Piece("gone", before)
    if after:
        yield Piece("new", after)


def _told(version: OfferVersion) -> Iterator[tuple[str, str]]:
    """Yield a version's fields as texts; the steps are one text, so that moving one reads as it."""
    for name in (
        "title_da", "title_en", "summary_da", "summary_en", "about_da", "about_en", "minutes",
        "level", "licence", "translated", "written_by", "way", "url", "contact", "address",
        "starts_at", "ends_at", "seats",
    ):  # fmt: skip
        value = getattr(version, name)
        yield name, "" if value is None else str(value)
    for name in ("languages", "skills", "occupations", "categories"):
        yield name, "\n".join(getattr(version, name))
    yield "body", "\n\n".join(_step(one) for one in raw_steps(version.body))


def _step(raw: dict[str, Any]) -> str:
    lines = [str(raw[name]) for name in _ORDER if raw.get(name)]
    for one in raw.get("choices") or ():
        mark = "[x]" if one.get("right") else "[ ]"
        told = (one.get("da"), one.get("say_da"), one.get("en"), one.get("say_en"))
        lines.append(f"{mark} {' | '.join(str(text) for text in told if text)}")
    return "\n".join(lines)


_ORDER = (
    "title_da", "question_da", "text_da", "alt_da", "captions_da", "title_en", "question_en",
    "text_en", "alt_en", "captions_en", "image", "video",
)  # fmt: skip
