# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A scanner that speaks clamd's protocol and knows one harmful file: the EICAR test text."""

import socketserver
import struct

from jobunivers.integrations.serving import InThread

# Split, so that a scanner over this project's own files finds nothing.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}" + b"$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
VERSION = "ClamAV 1.4.1/27000/Thu Nov 26 00:00:00 2026"


class _Handler(socketserver.StreamRequestHandler):
    server: "_Server"

    def handle(self) -> None:
        command = self._until_zero()
        if self.server.scanner.broken:
            return
        if command == b"zVERSION":
            self.wfile.write(VERSION.encode() + b"\0")
        elif command == b"zINSTREAM":
            self.wfile.write(self._scanned() + b"\0")
        else:
            self.wfile.write(b"UNKNOWN COMMAND\0")

    def _until_zero(self) -> bytes:
        said = b""
        while (sign := self.rfile.read(1)) not in {b"", b"\0"}:
            said += sign
        return said

    def _scanned(self) -> bytes:
        whole = b""
        while length := struct.unpack("!I", self.rfile.read(4))[0]:
            whole += self.rfile.read(length)
            if len(whole) > self.server.scanner.most:
                return b"INSTREAM size limit exceeded. ERROR"
        return b"stream: Eicar-Signature FOUND" if EICAR in whole else b"stream: OK"


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self, scanner: "FakeScanner") -> None:
        self.scanner = scanner
        super().__init__(("127.0.0.1", 0), _Handler)


class FakeScanner(InThread):
    """A scanner on a loopback port; `address` is what the client takes.

    Attributes:
        broken: answer nothing, and close the line.
        most: bytes after which it refuses, as clamd's StreamMaxLength does.
    """

    def __init__(self, *, most: int = 25 * 1024 * 1024) -> None:
        self.broken = False
        self.most = most
        self._server = _Server(self)
        self.address = f"tcp://127.0.0.1:{self._server.server_address[1]}"
