# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Putting the parts of all rooms together: all their questions in one journey."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from jobunivers.foundation import together
from jobunivers.rooms.casework.queries.dossier.asking import part_questions
from jobunivers.trust import dossier
from jobunivers.trust.dossier import Part, Showing

# Who she is stands left and what needs help right of it; all else below them.
_HELP_FROM, _REST_FROM = 20, 30


@dataclass(frozen=True, slots=True)
class Section:
    """A part with what it shows."""

    part: Part
    shown: Mapping[str, Any]

    @property
    def anchor(self) -> str:
        """Return what it is called within the page."""
        return self.part.code.replace(".", "-")

    @property
    def place(self) -> str:
        """Return where it stands: who | help | rest."""
        if self.part.order < _HELP_FROM:
            return "who"
        return "help" if self.part.order < _REST_FROM else "rest"


def titles(role: str) -> list[tuple[str, str]]:
    """Return code and heading of every part that can be printed."""
    return [(part.code, str(part.name)) for part in dossier.parts(role) if part.printed]


def assembled(showing: Showing, *, without: Collection[str] = ()) -> list[Section]:
    """Return the parts that have something to show, in their order.

    Args:
        showing: who is shown to whom; when it prints, only what may be printed is returned.
        without: codes that are left out.
    """
    offered = [
        part
        for part in dossier.parts(showing.role)
        if part.code not in without and (part.printed or not showing.printing)
    ]
    asked = {
        part.code: tuple(part_questions(part, showing)) for part in offered if part.ask is not None
    }
    together.ask([question for many in asked.values() for question in many])
    showing.answers.update(asked)
    loaded = ((part, part.load(showing)) for part in offered)
    return [Section(part, shown) for part, shown in loaded if shown is not None]


def looks_of(sections: Iterable[Section]) -> list[str]:
    """Return as which parts the sections are logged, each once, in their order.

    What a part shows of other rooms it says itself, as `looks` beside what it shows.
    """
    return list(
        dict.fromkeys(
            look for one in sections for look in (*one.part.looks, *one.shown.get("looks", ()))
        )
    )
