# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Stand-ins for systems outside: each answers in a thread of its own for the length of a `with`."""

import threading
from socketserver import BaseServer
from types import TracebackType
from typing import Self

_LOOKS_EVERY = 0.02  # seconds: so long it takes to stop


class InThread:
    """A stand-in that serves in a thread of its own; whoever builds on it makes `_server`."""

    _server: BaseServer

    def __enter__(self) -> Self:
        """Begin to answer."""
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(_LOOKS_EVERY,), daemon=True
        )
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop, and let go of the port."""
        self._server.shutdown()
        self._thread.join()
        self.close()

    def close(self) -> None:
        """Let go of the port."""
        self._server.server_close()
