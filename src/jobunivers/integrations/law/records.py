# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is read of a law: frozen, checked, and where it stood."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DocumentRecord:
    """An act, consolidation or order by its official number."""

    kind: str
    number: int
    year: int
    title: str
    issued_on: date
    source: str


@dataclass(frozen=True, slots=True)
class ProvisionRecord:
    """One paragraph; `reference` is the source's own name for it, unique in its document."""

    year: int
    number: int
    reference: str
    section: str
    chapter: str
    heading: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Bad:
    """A record that cannot be used, and why."""

    file: str
    line: int
    reason: str
