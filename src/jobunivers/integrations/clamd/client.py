# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asks clamd: version and content, over a socket (man clamd: z-commands, INSTREAM)."""

import socket
import struct
from typing import IO
from urllib.parse import urlsplit

_PIECE = 64 * 1024
_SECONDS = 30.0
_FOUND = " FOUND"


class NoAnswer(Exception):  # noqa: N818 - it reads as what is wrong
    """The scanner is not there, broke off, or said something that is no answer."""


def scan(address: str, file: IO[bytes], *, seconds: float = _SECONDS) -> str:
    """Return the name of what was found in a file, empty for a clean one.

    Args:
        address: `tcp://host:3310` or `unix:/run/clamav/clamd.ctl`.
        file: read from where it stands to its end.
        seconds: the longest wait for each step.

    Raises:
        NoAnswer: nothing that could be trusted as "clean" was said.
    """
    try:
        with _connected(address, seconds) as line:
            line.sendall(b"zINSTREAM\0")
            while piece := file.read(_PIECE):
                line.sendall(struct.pack("!I", len(piece)) + piece)
            line.sendall(struct.pack("!I", 0))
            said = _answer(line)
    except (OSError, ValueError) as error:
        raise NoAnswer(str(error)) from error
    if said == "stream: OK":
        return ""
    if said.endswith(_FOUND):
        return said.removeprefix("stream: ").removesuffix(_FOUND)
    raise NoAnswer(said)


def check(address: str, *, seconds: float = 5.0) -> str:
    """Return the scanner's version, for a status page; raises NoAnswer."""
    try:
        with _connected(address, seconds) as line:
            line.sendall(b"zVERSION\0")
            return _answer(line)
    except (OSError, ValueError) as error:
        raise NoAnswer(str(error)) from error


def _connected(address: str, seconds: float) -> socket.socket:
    parts = urlsplit(address)
    if parts.scheme == "unix":
        line = socket.socket(socket.AF_UNIX)
        try:
            line.settimeout(seconds)
            line.connect(parts.path)
        except OSError:
            line.close()
            raise
        return line
    if parts.scheme != "tcp" or not parts.hostname:
        message = f"not an address of a scanner: {address}"
        raise ValueError(message)
    return socket.create_connection((parts.hostname, parts.port or 3310), timeout=seconds)


def _answer(line: socket.socket) -> str:
    said = b""
    while not said.endswith(b"\0"):
        more = line.recv(4096)
        if not more:
            break
        said += more
    if not said.endswith(b"\0"):
        message = "the scanner broke off"
        raise ValueError(message)
    return said[:-1].decode("utf-8", "replace")
