# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a model is on in the kommune worked for, since when, and why."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from jobunivers.foundation.prepared import prepared
from jobunivers.foundation.tenancy import current_municipality_id
from jobunivers.identity import queries as identity
from jobunivers.trust import register
from jobunivers.trust.models import ModelSwitch


@dataclass(frozen=True, slots=True)
class State:
    """Whether a model is on; since when and why, when anybody ever switched it."""

    on: bool
    since: datetime | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SwitchRow:
    """One line of a switch's history."""

    at: datetime
    on: bool
    actor: str
    reason: str


_UNTOUCHED = State(on=True)
# Kommune → states, for as long as one request lasts; None outside requests.
_remembered: ContextVar[dict[int, Mapping[str, State]] | None] = ContextVar(
    "model_switches", default=None
)


@contextmanager
def remembering() -> Iterator[None]:
    """Ask the database at most once inside, however often pages ask whether a model is on."""
    token = _remembered.set({})
    try:
        yield
    finally:
        _remembered.reset(token)


def forget() -> None:
    """Ask the database anew: something was switched."""
    if (kept := _remembered.get()) is not None:
        kept.clear()


def is_on(code: str) -> bool:
    """Say whether the kommune worked for lets a model be used. What nobody switched is on.

    Raises:
        UnknownModel: there is none of that code.
    """
    return state_of(code).on


def state_of(code: str) -> State:
    """Return whether a model is on in the kommune worked for, since when and why.

    A part of another model is as that one is.

    Raises:
        UnknownModel: there is none of that code.
    """
    return states().get(register.switch_of(code), _UNTOUCHED)


def states() -> Mapping[str, State]:
    """Return the state of each model that was ever switched in the kommune worked for."""
    kept = _remembered.get()
    if kept is not None and (known := kept.get(current_municipality_id())) is not None:
        return known
    return remember(switches_question())


@prepared
def switches_question() -> QuerySet[ModelSwitch]:
    """Return the question for all switches, to be asked together with others; then `remember`."""
    return ModelSwitch.objects.order_by("code", "-pk").distinct("code")


def remember(rows: Iterable[ModelSwitch]) -> Mapping[str, State]:
    """Keep the answer to `switches_question` for the rest of the request, and return it."""
    found = {row.code: State(row.on, row.at, row.reason) for row in rows}
    if (kept := _remembered.get()) is not None:
        kept[current_municipality_id()] = found
    return found


def history_of(code: str) -> list[SwitchRow]:
    """Return each time the kommune worked for switched a model, newest first."""
    rows = list(ModelSwitch.objects.filter(code=code).order_by("-pk"))
    names = identity.names(ids=(row.actor_id for row in rows))
    return [
        SwitchRow(row.at, row.on, names.get(row.actor_id, ("", ""))[0], row.reason) for row in rows
    ]
