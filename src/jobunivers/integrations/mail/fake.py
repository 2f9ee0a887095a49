# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A mail server that delivers to a folder: for the demo, for development and for tests.

`python -m jobunivers.integrations.mail.fake PORT FOLDER` runs it on this machine. It speaks real
SMTP on a real socket. Mailboxes that begin with `ukendt` do not exist (550), with `optaget` are
busy (451), with `afvis` refuse the letter itself (554).
"""

import argparse
import contextlib
import itertools
import os
import re
import socket
import socketserver
import time
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import ClassVar

from jobunivers.integrations.serving import InThread

_LARGEST = 5 * 1024 * 1024
_MOST_KEPT = 500
_ADDRESS = re.compile(r"<([^<>\s]*)>")
_NAME = re.compile(r"[0-9]{13,20}-[0-9]{1,9}-[0-9]{1,9}\.eml")
_number = itertools.count()


@dataclass(frozen=True, slots=True)
class Caught:
    """One letter that was caught: the name it is kept under, and what it says."""

    name: str
    mail: EmailMessage

    @property
    def subject(self) -> str:
        """Return what it is about."""
        return str(self.mail["Subject"] or "")

    @property
    def to(self) -> str:
        """Return whom it was written to."""
        return str(self.mail["To"] or "")

    @property
    def text(self) -> str:
        """Return it as plain text."""
        part = self.mail.get_body(("plain",))
        return str(part.get_content()) if part is not None else ""

    @property
    def html(self) -> str:
        """Return it as HTML; empty when it has none."""
        part = self.mail.get_body(("html",))
        return str(part.get_content()) if part is not None else ""


def caught(folder: Path, *, most: int = 100) -> list[Caught]:
    """Return the newest letters of a folder, newest first."""
    names = sorted((one.name for one in folder.glob("*.eml")), reverse=True)[:most]
    return [one for name in names if (one := read(folder, name)) is not None]


def read(folder: Path, name: str) -> Caught | None:
    """Return one letter by its name; None when there is none, or it is no name of a letter."""
    path = folder / name
    if not _NAME.fullmatch(name) or not path.is_file():
        return None
    mail = message_from_bytes(path.read_bytes(), policy=policy.default)
    return Caught(name, mail)


class _Talk(socketserver.StreamRequestHandler):
    """One conversation in SMTP (RFC 5321)."""

    catcher: ClassVar["MailCatcher"]
    timeout = 60

    def handle(self) -> None:
        self.catcher.talking.add(self.connection)
        try:
            self._talk()
        except OSError:
            pass  # the other side, or we ourselves, went away
        finally:
            self.catcher.talking.discard(self.connection)

    def _talk(self) -> None:
        self._begin()
        self._say("220 jobunivers mail catcher")
        while line := self.rfile.readline(4096):
            verb, _space, rest = line.decode("utf-8", "replace").strip().partition(" ")
            if verb.upper() == "QUIT":
                self._say("221 Farvel")
                return
            self._answer(verb.upper(), rest)

    def _begin(self) -> None:
        self.sender = ""
        self.to: list[str] = []

    def _answer(self, verb: str, rest: str) -> None:
        if verb == "EHLO":
            self._say("250-jobunivers")
            self._say("250-8BITMIME")
            self._say(f"250 SIZE {_LARGEST}")
        elif verb == "MAIL":
            self._begin()
            self.sender = self._address(rest)
            self._say("250 Godt")
        elif verb == "RCPT":
            self._recipient(self._address(rest))
        elif verb == "DATA":
            self._data()
        elif verb in {"RSET", "NOOP", "HELO"}:
            if verb == "RSET":
                self._begin()
            self._say("250 Godt")
        else:
            self._say("502 Det forstår jeg ikke")

    @staticmethod
    def _address(rest: str) -> str:
        found = _ADDRESS.search(rest)
        return found[1] if found else ""

    def _recipient(self, address: str) -> None:
        if not self.sender or "@" not in address:
            self._say("503 MAIL og RCPT i rækkefølge")
        elif address.startswith("ukendt"):
            self._say("550 5.1.1 Ingen postkasse med det navn")
        elif address.startswith("optaget"):
            self._say("451 4.2.1 Prøv igen senere")
        else:
            self.to.append(address)
            self._say("250 Godt")

    def _data(self) -> None:
        if not self.to:
            self._say("503 Til hvem?")
            return
        self._say("354 Slut med et punktum alene")
        body = bytearray()
        while (line := self.rfile.readline(65536)) not in {b".\r\n", b".\n", b""}:
            if len(body) <= _LARGEST:
                body += line.removeprefix(b".") if line.startswith(b"..") else line
        if len(body) > _LARGEST:
            self._say("552 For stort")
        elif any(one.startswith("afvis") for one in self.to):
            self._say("554 5.7.1 Det brev tager vi ikke")
        else:
            self.catcher.keep(bytes(body))
            self._say("250 Gemt")
        self._begin()

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


class MailCatcher(InThread):
    """The catcher on a loopback port, for as long as a `with` lasts."""

    def __init__(self, folder: Path, port: int = 0) -> None:
        self.folder = folder
        self.talking: set[socket.socket] = set()
        folder.mkdir(parents=True, exist_ok=True)
        talk = type("Talk", (_Talk,), {"catcher": self})
        socketserver.ThreadingTCPServer.allow_reuse_address = True
        self._server = socketserver.ThreadingTCPServer(("127.0.0.1", port), talk)
        self._server.daemon_threads = True
        self.port = int(self._server.server_address[1])
        self.address = f"smtp://127.0.0.1:{self.port}?tls=off"

    def keep(self, body: bytes) -> None:
        """Put one letter in the folder; it appears whole. Only the newest few hundred are kept."""
        name = f"{time.time_ns()}-{os.getpid()}-{next(_number)}.eml"
        half = self.folder / f"{name}.half"
        half.write_bytes(body)
        half.replace(self.folder / name)
        for old in sorted(self.folder.glob("*.eml"))[:-_MOST_KEPT]:
            old.unlink(missing_ok=True)

    def letters(self) -> list[Caught]:
        """Return what has been caught, oldest first."""
        return caught(self.folder)[::-1]

    def serve(self) -> None:
        """Catch until the process ends."""
        self._server.serve_forever(0.2)

    def close(self) -> None:
        """End the talks that go on, and let go of the port."""
        for talk in list(self.talking):
            with contextlib.suppress(OSError):
                talk.shutdown(socket.SHUT_RDWR)
        super().close()


def main() -> None:
    """Run the catcher."""
    parser = argparse.ArgumentParser(description="Catch e-mail into a folder")
    parser.add_argument("port", type=int)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    MailCatcher(options.folder, options.port).serve()


if __name__ == "__main__":
    main()
