# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a tool sends back when content of it was picked, read and checked (LTI-DL 2.0)."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from jobunivers.rooms.launching.queries import lti_words as lti
from jobunivers.rooms.launching.queries.reading import NotBelieved

MOST_ITEMS = 100
_LONGEST_TITLE, _LONGEST_TEXT = 150, 400
_MOST_CUSTOM, _LONGEST_NAME, _LONGEST_VALUE = 30, 100, 1_000


@dataclass(frozen=True, slots=True)
class PickedItem:
    """One piece of content; `url` is empty where the tool is launched as it is."""

    title: str
    text: str
    url: str
    custom: Mapping[str, str] = field(default_factory=dict)

    @property
    def mark(self) -> str:
        """Return what tells it from other content of the same tool."""
        told = json.dumps([self.url, dict(self.custom)], sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()[:16]


def items_of(claims: Mapping[str, Any]) -> list[PickedItem | None]:
    """Return what was picked; None in place of what cannot be opened here.

    Raises:
        NotBelieved: "claims": it is no answer to a picking.
    """
    said = claims.get(f"{lti.PICKING}content_items", [])
    if (
        claims.get(f"{lti.CLAIM}message_type") != lti.PICKED
        or claims.get(f"{lti.CLAIM}version") != lti.VERSION
        or not isinstance(said, list)
        or len(said) > MOST_ITEMS
    ):
        raise NotBelieved("claims")
    return [_item(one) for one in said]


def _item(said: object) -> PickedItem | None:
    if not isinstance(said, dict) or said.get("type") != lti.RESOURCE:
        return None
    words = [_words(said.get(name)) for name in ("title", "text", "url")]
    custom = said.get("custom") or {}
    if None in words or not _is_custom(custom):
        return None
    title, text, url = (word or "" for word in words)
    return PickedItem(title[:_LONGEST_TITLE], text[:_LONGEST_TEXT], url, custom)


def _words(said: object) -> str | None:
    if said is None:
        return ""
    return " ".join(said.split()) if isinstance(said, str) and "\0" not in said else None


def _is_custom(said: object) -> bool:
    return (
        isinstance(said, dict)
        and len(said) <= _MOST_CUSTOM
        and all(
            len(name) <= _LONGEST_NAME
            and isinstance(value, str)
            and len(value) <= _LONGEST_VALUE
            and "\0" not in name + value
            for name, value in said.items()
        )
    )
