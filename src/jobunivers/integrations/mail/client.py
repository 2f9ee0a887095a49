# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sending e-mail by SMTP (RFC 5321), with the standard library."""

import contextlib
import smtplib
import ssl
import threading
from dataclasses import dataclass
from email.utils import parseaddr
from typing import Self
from urllib.parse import parse_qs, unquote, urlsplit

from jobunivers.integrations.carrying import ACCEPTED, Fate, Message, Outcome
from jobunivers.integrations.mail.letter import BadAddress, address_of, letter

SECONDS = 20.0
_PORTS = {"smtp": 25, "smtps": 465}
_NO_SUCH_BOX = frozenset({550, 551, 553, 556})
_PERMANENT = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where e-mail is handed over. `tls`: "on" from the first byte, "start" (STARTTLS), "off"."""

    host: str
    port: int
    user: str = ""
    password: str = ""
    tls: str = "off"

    @classmethod
    def read(cls, address: str) -> Self:
        """Return the server of an address: `smtps://user:password@host`, `smtp://host:587`.

        `smtp` uses STARTTLS unless it ends in `?tls=off`, which only this machine is asked.

        Raises:
            ValueError: it is no such address.
        """
        parts = urlsplit(address)
        if parts.scheme not in _PORTS or not parts.hostname:
            raise ValueError("write smtps://user:password@host or smtp://host:port")
        wanted = parse_qs(parts.query).get("tls", ["start"])[0]
        if wanted not in {"start", "off"}:
            raise ValueError("tls is start or off")
        return cls(
            host=parts.hostname,
            port=parts.port or _PORTS[parts.scheme],
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
            tls="on" if parts.scheme == "smtps" else wanted,
        )


class SmtpMailer:
    """Hands messages over to one mail server; the connection is kept between them."""

    def __init__(self, server: Server, *, sender: str, seconds: float = SECONDS) -> None:
        self.server = server
        self.sender = sender
        self.seconds = seconds
        self._open: smtplib.SMTP | None = None
        self._one_at_a_time = threading.Lock()

    @classmethod
    def at(cls, address: str, *, sender: str) -> Self:
        """Return a mailer for a server's address."""
        return cls(Server.read(address), sender=sender)

    def send(self, message: Message, address: str) -> Outcome:
        """Hand one e-mail over."""
        try:
            mail = letter(message, to=address, sender=self.sender)
            to = address_of(address).addr_spec
        except BadAddress:
            return Outcome(Fate.GONE, "bad_address")
        with self._one_at_a_time:
            try:
                self._connected().send_message(mail, parseaddr(self.sender)[1], [to])
            except smtplib.SMTPRecipientsRefused as error:
                ((code, _words),) = error.recipients.values()
                self._clean()
                return _refused(code, box=True)
            except smtplib.SMTPResponseException as error:
                self._close()
                return _refused(error.smtp_code, box=False)
            except (OSError, smtplib.SMTPException) as error:
                self._close()
                return Outcome(Fate.LATER, f"smtp-{type(error).__name__.lower()}"[:40])
        return ACCEPTED

    def check(self) -> str:
        """Return what is wrong with the server, or nothing."""
        with self._one_at_a_time:
            try:
                self._close()
                self._connected().noop()
            except (OSError, smtplib.SMTPException) as error:
                return type(error).__name__
            finally:
                self._close()
        return ""

    def close(self) -> None:
        """Let go of the connection; the next letter opens another."""
        with self._one_at_a_time:
            self._close()

    def _connected(self) -> smtplib.SMTP:
        """Return the connection, opened anew when the server has let go of it."""
        if self._open is not None:
            with contextlib.suppress(OSError, smtplib.SMTPException):
                if self._open.noop()[0] < _PERMANENT - 100:
                    return self._open
            self._close()
        where, how = self.server, self.seconds
        context = ssl.create_default_context()
        if where.tls == "on":
            opened: smtplib.SMTP = smtplib.SMTP_SSL(
                where.host, where.port, timeout=how, context=context
            )
        else:
            opened = smtplib.SMTP(where.host, where.port, timeout=how)
        self._open = opened  # from here on it is closed whatever happens
        if where.tls == "start":
            opened.starttls(context=context)
        if where.user:
            opened.login(where.user, where.password)
        return opened

    def _clean(self) -> None:
        if self._open is not None:
            with contextlib.suppress(OSError, smtplib.SMTPException):
                self._open.rset()

    def _close(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None


def _refused(code: int, *, box: bool) -> Outcome:
    """Return what a refusal means: 4xx is "later", 55x of a mailbox means it is not there."""
    reason = f"smtp-{code}"
    if code < _PERMANENT:
        return Outcome(Fate.LATER, reason)
    return Outcome(Fate.GONE if box and code in _NO_SUCH_BOX else Fate.REFUSED, reason)
