# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with a statement, each with words its sender can mend it by."""

from collections.abc import Mapping
from dataclasses import dataclass

# English: they are read by whoever programs against the interface.
WORDS: Mapping[str, str] = {
    "json": "it is not JSON",
    "twice": "a property stands twice",
    "number": "a number is not finite",
    "depth": "it is nested too deeply",
    "text": "a text holds a character that cannot be kept",
    "kind": "it is of the wrong kind",
    "missing": "it is missing",
    "unknown": "xAPI has no such property here",
    "null": "null is allowed in extensions alone",
    "empty": "it is empty",
    "choice": "it is none of the values allowed here",
    "iri": "it is not an absolute IRI",
    "mailto": "it is not mailto: and an address",
    "sha1": "it is not 40 hexadecimal digits",
    "sha2": "it is not the hexadecimal digits of a SHA-2 sum",
    "uuid": "it is not a UUID",
    "timestamp": "it is not a moment as RFC 3339 writes it",
    "duration": "it is not a duration as ISO 8601 writes it",
    "language": "it is not a language tag (RFC 5646)",
    "media_type": "it is not a media type",
    "version": "it is not a version this interface speaks",
    "identifier": "exactly one of mbox, mbox_sha1sum, openid and account is needed",
    "range": "it is outside the range",
    "object": "it is not allowed with such an object",
    "nested": "a sub-statement may not hold another",
    "same": "the same identifier stands twice",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    Attributes:
        place: where, as a path: "actor.account.homePage"; "" is the whole.
        code: what, a key of `WORDS`.
    """

    place: str
    code: str

    @property
    def words(self) -> str:
        """Return what is wrong in a sentence."""
        return f"{self.place or 'the statement'}: {WORDS.get(self.code, self.code)}"
