# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a source tells of a person, whatever its format.

Months are written `2019` or `2019-05`, never more exact than the source; an end may be `now`.
"" says nothing. `where` is the place in the source, for a person to look it up.
"""

from dataclasses import dataclass, field
from typing import Literal

NOW = "now"
"""The end of what has not ended."""
LEVELS = ("primary", "upper_secondary", "vocational", "short", "bachelor", "master", "phd",
          "course")  # fmt: skip
"""How far an education goes; "" when the source does not say it by a code."""
LanguageLevel = Literal["", "basic", "working", "fluent"]
LONGEST_NAME, LONGEST_WORDS, LONGEST_TEXT = 200, 120, 2000
MOST = 200
"""Lines of one kind: nobody has had more jobs; a hostile file has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing a source tells. `reference` is the source's own name for it, if it has one."""

    reference: str = ""
    where: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JobTold(Told):
    """A job."""

    title: str
    employer: str = ""
    started: str = ""
    ended: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EducationTold(Told):
    """An education or course."""

    title: str
    institution: str = ""
    level: str = ""  # one of LEVELS or ""
    ended: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsTold(Told):
    """A skill or a wish: its words, and its concept where the source names one."""

    words: str
    concept: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageTold(Told):
    """A language, ISO 639-1."""

    code: str
    level: LanguageLevel = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceTold(Told):
    """A licence: a driving category or another code of the platform."""

    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileTold:
    """All that a source tells of one person. No name, number, age or picture is among it."""

    format: str
    jobs: tuple[JobTold, ...] = ()
    educations: tuple[EducationTold, ...] = ()
    skills: tuple[WordsTold, ...] = ()
    wishes: tuple[WordsTold, ...] = ()
    languages: tuple[LanguageTold, ...] = ()
    licences: tuple[LicenceTold, ...] = ()
    postal_code: str = ""
    summary: str = ""
    updated_on: str = ""  # ISO date when the source says it
    passed_over: int = 0  # entries that said nothing usable, such as a job without a name

    @property
    def is_empty(self) -> bool:
        """Return whether it tells nothing at all."""
        lists = (self.jobs, self.educations, self.skills, self.wishes, self.languages)
        return not (any(lists) or self.licences or self.postal_code or self.summary)


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of a document: its text, page (from 1) and number on the page (from 1)."""

    text: str
    page: int
    number: int
    size: float = 0.0  # height of its letters; 0 when the format does not tell
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A CV as text: understanding it is not this package's business."""

    format: str
    lines: tuple[TextLine, ...] = field(default_factory=tuple)


class Unreadable(Exception):  # noqa: N818 - it reads as what happened
    """A file that cannot be read; `why` is one of `WHYS`, for a message in her language."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


WHYS = frozenset(
    ("empty", "too_large", "too_much", "encrypted", "images_only", "wrong_type", "old_word",
     "unsafe", "broken", "too_slow", "nothing_found")
)  # fmt: skip
"""Why a file is not read.

too_large: more bytes than we take. too_much: small, but unfolds to too much. unsafe: it points
out of itself (entities). nothing_found: read, but nothing of a CV was in it.
"""
