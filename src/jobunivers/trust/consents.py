# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a citizen may be asked to allow, told by the room that wants to use the data."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.utils.functional import Promise

_log = logging.getLogger(__name__)
_WAIT = "2s"  # for who makes everybody's anew just then: the worker comes to her too


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

MadeAnew = Callable[[int, datetime], object]
"""(citizen, when) → what was made from what she allows is made from what she allows still."""

_asks: dict[tuple[str, str], Ask] = {}
_let_go: dict[str, LetGo] = {}
_made_anew: list[MadeAnew] = []


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


def made_anew_by(make: MadeAnew) -> None:
    """Let what a room keeps of her be made anew at once; called in an `apps.ready()`.

    Lower rooms first, as they are installed: an upper room's rows are made from theirs.
    """
    if make not in _made_anew:
        _made_anew.append(make)


def ended(*, citizen_id: int, source: str, purpose: str, at: datetime) -> None:
    """End what a consent allowed, now that it is taken back."""
    if purpose not in _let_go:
        return
    _let_go[purpose](citizen_id, source, at)
    for make in _made_anew:
        _at_once(make, citizen_id, at)


def _at_once(make: MadeAnew, citizen_id: int, at: datetime) -> None:
    """Make it now; when it cannot be, the worker does, and her no stands either way."""
    try:
        with transaction.atomic():
            before = _wait_at_most(_WAIT)
            make(citizen_id, at)
            _wait_at_most(before)
    except Exception:  # noqa: BLE001 - taking a consent back must not fail by what follows it
        _log.warning("what follows a consent taken back waits for the worker", exc_info=True)


def _wait_at_most(long: str) -> str:
    """Let locks be waited for so long in this transaction; return how long it was before."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        (before,) = cursor.fetchone()
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [long])
    return str(before)


def all_asks() -> list[Ask]:
    """Return every consent a citizen may be asked for, in the order they were registered."""
    return list(_asks.values())


def ask(source: str, purpose: str) -> Ask:
    """Return one ask; raises UnknownAsk."""
    try:
        return _asks[source, purpose]
    except KeyError:
        raise UnknownAsk(f"{source}/{purpose}") from None
