# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words that may name somebody, where an address must carry them.

An address stays in the browser's history, in bookmarks and in the logs of every proxy between.
What somebody looks a person up by is therefore sent in a form's body, and stands in the address
sealed: it can be turned over, shared with oneself and gone back to, and tells nobody anything.
"""

from urllib.parse import urlencode

from jobunivers.foundation.crypto.sealing import MARK, CannotOpen, open_text, seal_text
from jobunivers.foundation.tenancy.current import current_municipality_id

LONGEST = 1_000
_ABOUT = "an address"
_MOST_WORDS = 200


def sealed_words(words: str) -> str:
    """Return words as an address may carry them; none stay none."""
    told = words.strip()[:_MOST_WORDS]
    return seal_text(told, about=_ABOUT, whose=str(current_municipality_id()))


def sealed_address(address: str, name: str, words: str) -> str:
    """Return an address that carries these words sealed; the bare one when there are none."""
    told = sealed_words(words)
    return f"{address}?{urlencode({name: told})}" if told else address


def opened_words(told: str) -> str:
    """Return the words that an address carries, sealed or written by hand.

    What was sealed under a key that is gone, or by another kommune, says nothing.
    """
    if not told.startswith(f"{MARK}."):
        return told
    try:
        return open_text(told[:LONGEST], about=_ABOUT, whose=str(current_municipality_id()))
    except (CannotOpen, UnicodeError):
        return ""
