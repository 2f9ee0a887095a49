# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who asks for her page, and what its tiles ask the database together."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from jobunivers.foundation import together
from jobunivers.foundation.together import Question

_T = TypeVar("_T")
Build = Callable[[list[int]], Question]


@dataclass(slots=True)
class _Gathered:
    """Ids that several tiles want the rows of, and the question made of them all."""

    build: Build
    ids: set[int] = field(default_factory=set)
    asked: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Who asks for her page, and when; what several tiles need is asked for once."""

    citizen_id: int
    language: str
    at: datetime
    logged_in_at: datetime | None = None
    _kept: dict[str, Any] = field(default_factory=dict)
    _questions: dict[str, Question] = field(default_factory=dict)
    _gathered: dict[str, _Gathered] = field(default_factory=dict)
    _waiting: list[Question] = field(default_factory=list)
    _writes: list[Callable[[], object]] = field(default_factory=list)

    def once(self, name: str, ask: Callable[[], _T]) -> _T:
        """Return what `ask` gives, asked the first time only; `name` is `room.what`."""
        if name not in self._kept:
            self._kept[name] = ask()
        kept: _T = self._kept[name]
        return kept

    def wants(self, name: str, question: Question | Callable[[], Question]) -> None:
        """Have a question asked with all others that wait; `name` is `room.what`.

        Tiles that want the same use the same name: the first one's question is asked. Give what
        several want as a function: making a question costs more than looking whether it is there.
        """
        if name not in self._questions:
            self._put(name, question() if callable(question) else question)

    def wants_of(self, name: str, ids: Iterable[int], build: Build) -> None:
        """Have the rows of these ids asked for, together with those that other tiles want.

        `build` makes the question of all ids; `rows` gives the rows of all.
        """
        self._gathered.setdefault(name, _Gathered(build)).ids.update(ids)

    def rows(self, name: str) -> "list[Any]":
        """Return the rows of a question that was wanted; what waits is asked in one journey.

        Raises:
            KeyError: nobody has said that this is wanted.
        """
        if name not in self._questions and name not in self._gathered:
            raise KeyError(name)
        self.ask()
        return list(self._questions[name])

    def ask(self) -> None:
        """Ask all that waits, in one journey."""
        for name, gathered in self._gathered.items():
            if name not in self._questions or not gathered.ids <= gathered.asked:
                self._put(name, gathered.build(sorted(gathered.ids)))
                gathered.asked |= gathered.ids
        if self._waiting:
            together.ask(self._waiting)
            self._waiting.clear()

    def _put(self, name: str, question: Question) -> None:
        self._questions[name] = question
        self._waiting.append(question)

    def afterwards(self, write: Callable[[], object]) -> None:
        """Have something written when the page is made: what was shown, for instance."""
        self._writes.append(write)

    @property
    def writes(self) -> tuple[Callable[[], object], ...]:
        """Return what is to be written when the page is made."""
        return tuple(self._writes)
