# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a citizen may be asked to allow, told by the room that wants to use the data."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise


class UnknownAsk(LookupError):  # noqa: N818 - it reads as what happened
    """Nobody asks for that consent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One consent that a citizen may give: one source, one purpose, in plain words.

    A changed text is a new `version`: who agreed to an older one is asked again, and what she
    agreed to then stays in her history.
    """

    source: str  # a code: "akasse"
    purpose: str  # a code: "profile"
    version: str
    name: str | Promise  # whose data: "Din a-kasse"
    what: str | Promise  # which data
    why: str | Promise  # what for, and what it is not used for
    law: str = ""
    page: str = ""  # the name of the address where it is used: "entrance:sources"

    @property
    def text(self) -> str:
        """Return all she reads before she says yes."""
        return f"{self.name}\n{self.what}\n{self.why}"


LetGo = Callable[[int, str, datetime], object]
"""(citizen, source, when) → what was used by the consent is used no more."""

_asks: dict[tuple[str, str], Ask] = {}
_let_go: dict[str, LetGo] = {}


def register(asked: Ask) -> None:
    """Let citizens be asked for a consent; called in an `apps.ready()`."""
    key = asked.source, asked.purpose
    if _asks.get(key, asked) != asked:
        raise ValueError(f"{key} is asked for twice")
    _asks[key] = asked


def when_withdrawn(purpose: str, let_go: LetGo) -> None:
    """Let a use end in the moment its consent is taken back; called in an `apps.ready()`.

    It happens in the same transaction: there is no time in which she has said no and the data is
    used. A room may instead leave out what is not allowed each time it asks (`open_consents`).
    """
    _let_go[purpose] = let_go


def ended(*, citizen_id: int, source: str, purpose: str, at: datetime) -> None:
    """End what a consent allowed, now that it is taken back."""
    if purpose in _let_go:
        _let_go[purpose](citizen_id, source, at)


def all_asks() -> list[Ask]:
    """Return every consent a citizen may be asked for, in the order they were registered."""
    return list(_asks.values())


def ask(source: str, purpose: str) -> Ask:
    """Return one ask; raises UnknownAsk."""
    try:
        return _asks[source, purpose]
    except KeyError:
        raise UnknownAsk(f"{source}/{purpose}") from None
