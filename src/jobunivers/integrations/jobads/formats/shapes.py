# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the JSON formats are packed: lines, arrays, envelopes, rows of objects."""

import json
from collections.abc import Iterator

from jobunivers.integrations.jobads.framing import Frame, lines
from jobunivers.integrations.jobads.json_framing import json_values
from jobunivers.integrations.jobads.source import ByteSource


def json_frames(
    source: ByteSource, limit: int, envelopes: frozenset[bytes] = frozenset()
) -> Iterator[Frame]:
    """Yield the JSON values of a source as JSON lines if it is that, else by their brackets.

    Lines are preferred, as a broken line then harms no other.
    """
    return (
        lines(source, limit)
        if is_json_lines(source.head)
        else json_values(source, limit, envelopes)
    )


def is_json_lines(head: bytes) -> bool:
    """Say whether the first line is a whole JSON object and something stands after it."""
    first, newline, rest = head.lstrip().partition(b"\n")
    if not (first.startswith(b"{") and newline and rest.strip()):
        return False
    try:
        return isinstance(json.loads(first.decode("utf-8", "replace"), strict=False), dict)
    except (ValueError, RecursionError):
        # A broken first line, followed by a line that begins like one: still lines.
        second = rest.lstrip()[:1]
        return first.rstrip().endswith(b"}") and second == b"{"
