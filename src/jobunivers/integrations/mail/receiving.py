# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Receiving e-mail by SMTP (RFC 5321): for the addresses that somebody here knows, and no others.

It stands behind the kommune's own mail server, which does what belongs to it: encryption towards
the world, and unwanted mail. What is received is handed on in the same conversation, so that a
letter we cannot keep is the sender's to send again.
"""

import asyncio
import logging
import signal
import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TypeVar

from aiosmtpd.smtp import SMTP, Envelope, Session

LARGEST = 10 * 1024 * 1024
_SECONDS = 60.0
_AT_A_TIME = 4
_MOST_TALKING = 40
_MOST_COMMANDS = 100
_T = TypeVar("_T")
_log = logging.getLogger(__name__)


class Answer(Enum):
    """What becomes of a letter, as the other side is told."""

    TAKEN = "250 2.6.0 Modtaget / received"
    NOBODY = "550 5.1.1 Ukendt modtager / no such mailbox"
    LATER = "452 4.3.1 For mange breve, prøv igen senere / too many letters, try again later"
    UNREADABLE = "554 5.6.0 Brevet kan ikke læses / the letter cannot be read"
    TROUBLE = "451 4.3.0 Prøv igen senere / try again later"


@dataclass(frozen=True, slots=True)
class Inbox:
    """Who knows addresses and takes letters. Both are called in a thread of their own.

    Attributes:
        knows: whether an address (as written, in small letters) is somebody's.
        take: takes a letter for an address.
    """

    knows: Callable[[str], bool]
    take: Callable[[str, bytes], Answer]


class _Talk:
    """What aiosmtpd asks in a conversation (its names, its signatures)."""

    def __init__(self, inbox: Inbox) -> None:
        self.inbox = inbox
        self.few = asyncio.Semaphore(_AT_A_TIME)

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self,
        server: SMTP,  # noqa: ARG002
        session: Session,  # noqa: ARG002
        envelope: Envelope,
        address: str,
        rcpt_options: list[str],  # noqa: ARG002
    ) -> str:
        """Take a receiver whom somebody knows."""
        wanted = address.strip().lower()
        if envelope.rcpt_tos:
            return "452 4.5.3 En modtager ad gangen / one recipient at a time"
        answer = await self._asked(lambda: self.inbox.knows(wanted))
        if not answer:
            return str((Answer.TROUBLE if answer is None else Answer.NOBODY).value)
        envelope.rcpt_tos.append(wanted)
        return "250 2.1.5 OK"

    async def handle_DATA(  # noqa: N802 - aiosmtpd's name
        self,
        server: SMTP,  # noqa: ARG002
        session: Session,  # noqa: ARG002
        envelope: Envelope,
    ) -> str:
        """Hand the letter on, and say what became of it."""
        content = envelope.content
        raw = content if isinstance(content, bytes) else (content or "").encode()
        to = envelope.rcpt_tos[0]
        answer = await self._asked(lambda: self.inbox.take(to, raw))
        return str((answer or Answer.TROUBLE).value)

    async def _asked(self, ask: Callable[[], _T]) -> _T | None:
        """Ask in a thread, a few at a time; None when it failed, which the log says."""
        async with self.few:
            try:
                return await asyncio.to_thread(ask)
            except Exception:  # noqa: BLE001 - the letter is the sender's to send again
                _log.exception("a letter could not be taken")
                return None


class Receiver:
    """A mail server for an inbox. `run` serves until `stop`, which any thread may call."""

    def __init__(self, inbox: Inbox, *, host: str, port: int, name: str = "") -> None:
        self.inbox, self.host, self.port, self.name = inbox, host, port, name
        self.ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._told: asyncio.Event | None = None

    def run(self, *, until_signal: bool = False) -> None:
        """Serve until told to stop. OSError: nobody can listen there."""
        asyncio.run(self._serve(until_signal=until_signal))

    def stop(self) -> None:
        """Let it end after the conversations of this moment."""
        if self._loop is not None and self._told is not None:
            self._loop.call_soon_threadsafe(self._told.set)

    async def _serve(self, *, until_signal: bool) -> None:
        loop = self._loop = asyncio.get_running_loop()
        told = self._told = asyncio.Event()
        if until_signal:
            for one in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(one, told.set)
        talk = _Talk(self.inbox)

        def conversation() -> SMTP:
            return SMTP(
                talk,
                data_size_limit=LARGEST,
                enable_SMTPUTF8=True,
                hostname=self.name or "jobunivers",
                ident="Jobunivers",
                timeout=_SECONDS,
                command_call_limit=_MOST_COMMANDS,
                loop=loop,
            )

        server = await loop.create_server(conversation, self.host, self.port, backlog=_MOST_TALKING)
        self.port = int(server.sockets[0].getsockname()[1])
        self.ready.set()
        async with server:
            await told.wait()
