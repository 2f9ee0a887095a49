# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finds the records of a JSON text of any size, without parsing it.

Brackets and quotes alone say where a record ends. A JSON parser that streams would hold a string of
five gigabytes whole and stop at the first error; this holds one record up to the limit, and goes on
after a record that is wrong inside.
"""

import re
from collections.abc import Iterator

from jobunivers.integrations.jobads.framing import Frame, Held
from jobunivers.integrations.jobads.source import ByteSource

_BETWEEN = re.compile(rb"[\s,\x1e]*+")  # \x1e: RFC 7464 JSON text sequences
_IN_STRING = re.compile(rb'(?:[^"\\]++|\\.)*+', re.DOTALL)
_TOKEN = re.compile(rb'"(?:[^"\\]++|\\.)*+"|["{}\[\]]', re.DOTALL)
_QUOTE, _ARRAY = ord('"'), ord("[")
_BARE_END = re.compile(rb'[,\]}\[{"\n]')
_OPEN, _STRING, _BARE = "open", "string", "bare"
_KEY_LIMIT = 64


class _Values:
    """The state between two chunks: are we in a record, in a string, how deep."""

    def __init__(self, limit: int, envelopes: frozenset[bytes]) -> None:
        self._held = Held(limit)
        self._envelopes = envelopes
        self._state = ""  # "" = between records
        self._depth = 0  # brackets open within the record
        self._in_string = False
        self._escaped = False  # the chunk ended after a backslash
        self._arrays = 0  # 1 inside the array that holds the records
        self._envelope = False  # that array is a member of an object, where we return to
        self._maybe_envelope = False  # the object being read stands at the top
        self._key = b""  # last string seen directly in that object
        self.count = 0

    def feed(self, data: bytes) -> Iterator[Frame]:
        """Yield the records that end in `data`."""
        at = 0
        while at < len(data):
            if self._state == "":
                at = self._begin(data, at)
            elif self._state == _BARE:
                end = _BARE_END.search(data, at)
                stop = end.start() if end else len(data)
                self._held.add(data[at:stop])
                at = stop
                if end:
                    yield self._record()
            elif self._in_string:
                at, ended = self._string(data, at)
                if ended and self._state == _STRING:
                    yield self._record()
            else:
                at, done = self._brackets(data, at)
                if done:
                    yield self._record()

    def _record(self) -> Frame:
        self._state = ""
        self.count += 1
        return self._held.frame(self.count, nested=self._envelope)

    def _begin(self, data: bytes, at: int) -> int:
        match = _BETWEEN.match(data, at)
        at = match.end() if match else at
        if at >= len(data):
            return at
        first = data[at : at + 1]
        if first == b"]" and self._arrays:
            self._arrays = 0
            if self._envelope:
                self._state, self._depth, self._maybe_envelope = _OPEN, 1, True
            return at + 1
        if first == b"[" and not self._arrays and not self._envelope:
            self._arrays = 1
            return at + 1
        if first in b"{[":
            self._state, self._depth = _OPEN, 1
            self._maybe_envelope = first == b"{" and not self._arrays
            self._key = b""
        elif first == b'"':
            self._state, self._in_string = _STRING, True
        else:
            self._state = _BARE
        self._held.add(first)
        return at + 1

    def _string(self, data: bytes, at: int) -> tuple[int, bool]:
        begin = at
        if self._escaped:
            at, self._escaped = at + 1, False
        match = _IN_STRING.match(data, at)
        at = match.end() if match else at
        if at < len(data):
            if data[at : at + 1] == b'"':
                self._in_string = False
            else:
                self._escaped = True
            at += 1
        if self._maybe_envelope and self._depth == 1 and len(self._key) < _KEY_LIMIT:
            self._key += data[begin : min(at, begin + _KEY_LIMIT)]
        self._keep(data[begin:at])
        return at, not self._in_string

    def _brackets(self, data: bytes, at: int) -> tuple[int, bool]:
        """Go on to the record's end, or to a string that does not end within `data`."""
        begin = at
        while match := _TOKEN.search(data, at):
            at, first = match.end(), data[match.start()]
            if first == _QUOTE:
                if at - match.start() == 1:
                    self._in_string, self._key = True, b""
                    break
                if self._maybe_envelope and self._depth == 1:
                    self._key = data[match.start() + 1 : min(at, match.start() + _KEY_LIMIT)]
            elif first in b"{[":
                if first == _ARRAY and self._opens_envelope():
                    self._held.clear()
                    self._state, self._arrays, self._envelope = "", 1, True
                    return at, False
                self._depth += 1
            else:
                self._depth -= 1
                if self._depth == 0:
                    break
        else:
            at = len(data)
        self._keep(data[begin:at])
        if self._depth:
            return at, False
        if self._envelope and self._maybe_envelope:
            self._envelope, self._state = False, ""
            return at, False
        return at, True

    def _opens_envelope(self) -> bool:
        return (
            self._maybe_envelope and self._depth == 1 and self._key.rstrip(b'"') in self._envelopes
        )

    def _keep(self, piece: bytes) -> None:
        # What an envelope says beside its records is not a record.
        if not (self._envelope and self._maybe_envelope):
            self._held.add(piece)

    def rest(self) -> Iterator[Frame]:
        """Yield what was begun and not ended when the source stopped."""
        if self._state == _BARE:
            yield self._record()
        if self._state or self._arrays or self._envelope:
            yield Frame(self.count + 1, self._held.bytes(), "truncated")


def json_values(
    source: ByteSource, limit: int, envelopes: frozenset[bytes] = frozenset()
) -> Iterator[Frame]:
    """Yield each value of an array, of an envelope's array, or of a row of JSON texts.

    An envelope is an object at the top with one of the members `envelopes`, whose elements are the
    records: {"@graph": […]}. An object without such a member is itself a record.
    """
    values = _Values(limit, envelopes)
    for chunk in source.chunks():
        yield from values.feed(chunk)
    if source.damage:
        frames = list(values.rest())
        raw = frames[-1].raw if frames else b""
        yield Frame(values.count + 1, raw, source.damage)
    else:
        yield from values.rest()
