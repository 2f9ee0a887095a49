# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which types of notice there are, and who sends them. Rooms say so in their `apps.py`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from django.utils.functional import Promise

from jobunivers.foundation.notices.models import Channel, Notice, Rhythm

Text = Promise | str
Wording = Callable[[Mapping[str, Any]], str]
Data = Mapping[str, Any]
_CALM: Mapping[str, Rhythm] = MappingProxyType(
    {Channel.EMAIL: Rhythm.DAILY, Channel.PHONE: Rhythm.AT_ONCE}
)


def _always(_notice: Notice, _at: datetime) -> bool:
    return True


def _any(_data: Data, _event: Data) -> bool:
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeType:
    """One type of notice.

    Attributes:
        code: `room.thing`, never renamed.
        name: what it is called among her settings; `about` says in a sentence when it comes.
        wording: the notice in words, from its data, in the language in use.
        outside: the words that may leave the house, where the full ones say too much.
        defaults: the rhythm of each channel until she says something else; a channel that is
            not named is off. Nothing leaves before she has given an address herself.
        critical: about her rights or an appointment; goes out at once, past quiet hours, pause
            and limits, and cannot be turned off everywhere. It counts towards the limits.
        wants_answer: asks her to do something, so that silence means something.
        acts: events that are the act it was for; `acted` says whether the event is about it.
        relevant: asked just before it leaves the house; what no longer matters is left out.
    """

    code: str
    sender: str
    name: Text
    about: Text
    wording: Wording
    outside: Wording | None = None
    defaults: Mapping[str, Rhythm] = field(default_factory=lambda: _CALM)
    critical: bool = False
    wants_answer: bool = False
    acts: tuple[str, ...] = ()
    acted: Callable[[Data, Data], bool] = _any
    relevant: Callable[[Notice, datetime], bool] = _always
    staff: bool = False  # told to those who work for the kommune, not to citizens
    firms: bool = False  # told to who acts for a firm; with `staff`, to both

    def is_for(self, *, staff: bool, firm: bool) -> bool:
        """Say whether one of a firm, of staff or (neither) a citizen is ever told it."""
        if firm:
            return self.firms
        return self.staff if staff else not (self.staff or self.firms)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Somebody who sends: a task with a rhythm, or a room that sends as things happen.

    `every`: how often it runs to its end, even when there is nothing to send.
    `quiet_for`: how long a kommune that used to get its notices may go without one.
    """

    code: str
    name: Text
    every: timedelta | None = None
    quiet_for: timedelta | None = None


_types: dict[str, NoticeType] = {}
_senders: dict[str, Sender] = {}
_act_listeners: list[Callable[[str], None]] = []
_alarmed: list[Callable[[], list[int]]] = []


def sender(known: Sender) -> Sender:
    """Register who sends."""
    _senders[known.code] = known
    return known


def notice_type(known: NoticeType) -> NoticeType:
    """Register a type of notice; its sender must be known."""
    if known.sender not in _senders:
        raise ValueError(f"{known.code}: nobody knows the sender {known.sender}")
    _types[known.code] = known
    for event in known.acts:
        for listen in _act_listeners:
            listen(event)
    return known


def on_acts(listen: Callable[[str], None]) -> None:
    """Call `listen` with each event that is an act some type is for, now and later."""
    _act_listeners.append(listen)
    for event in {event for known in _types.values() for event in known.acts}:
        listen(event)


def answers_for_sending(who: Callable[[], list[int]]) -> None:
    """Say whom to tell, of the kommune being worked for, when sending stands still."""
    _alarmed.append(who)


def whom_to_alarm() -> list[int]:
    """Return the people of the kommune who answer for sending."""
    return sorted({pk for who in _alarmed for pk in who()})


def type_of(kind: str) -> NoticeType | None:
    """Return a type by its code."""
    return _types.get(kind)


def types() -> list[NoticeType]:
    """Return every type by code."""
    return [_types[code] for code in sorted(_types)]


def senders() -> list[Sender]:
    """Return every sender by code."""
    return [_senders[code] for code in sorted(_senders)]


def types_for_act(event: str) -> list[NoticeType]:
    """Return the types for which this event is the act they ask for."""
    return [known for known in types() if event in known.acts]
