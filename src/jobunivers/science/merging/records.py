# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is merged: lines of a profile and of sources, and what becomes of each line told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Kind = Literal["experience", "education", "competence", "wish", "language", "licence", "basics"]
Verdict = Literal["new", "same", "more", "differs", "gone"]
NOW = "now"
"""The end of what has not ended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line that a profile has or a source tells.

    `fields` are texts; "" says nothing. Months are `2019` or `2019-05`, an end may be `NOW`.
    `concept` is what title or words mean, where that is known. `settled` are the fields that she
    has decided on, `gone` a line that she has taken out or said no to.
    """

    key: str
    kind: Kind
    fields: Mapping[str, str]
    concept: str = ""
    settled: frozenset[str] = field(default_factory=frozenset)
    gone: bool = False


class Reason(NamedTuple):
    """Why two lines are one: what is alike ("title", "employer", "dates", …), from 0 to 1."""

    what: str
    alike: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What becomes of one line told.

    new: the profile has nothing like it. same: it says nothing that the profile does not say.
    more: it fills fields that are empty. differs: it says otherwise in `differs`, and she is
    asked. gone: she has said no to it before.
    """

    told: Line
    verdict: Verdict
    line: Line | None = None  # the profile's line, or for a twin the line told first
    twin: bool = False  # the same source tells it twice: `line` is the other one
    reasons: tuple[Reason, ...] = ()
    adds: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()  # it says otherwise, but she has decided
