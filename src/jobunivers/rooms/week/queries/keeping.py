# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which pages a device may keep for when there is no connection, and whose they are."""

from datetime import timedelta

from django.urls import NoReverseMatch, reverse
from django.utils.crypto import salted_hmac

COOKIE = "jobunivers_uden_net"
# A device that keeps her pages says whose they are by a mark that tells nothing of her.
READER, KEEP = "Jobunivers-Reader", "Jobunivers-Keep"
NOBODY = "nobody"
KEPT_FOR = timedelta(days=365)
_PAGES = ("week:week", "plan:plan")
_LENGTH = 32


def reader_of(*, person_id: int, municipality_id: int) -> str:
    """Return the mark of a person on devices that keep her pages: 32 hexadecimal digits."""
    made = salted_hmac(
        "jobunivers.week.reader", f"{municipality_id}:{person_id}", algorithm="sha256"
    )
    return made.hexdigest()[:_LENGTH]


def kept_paths() -> list[str]:
    """Return the addresses of the pages that may be kept, within the kommune now asked."""
    found = []
    for name in _PAGES:
        try:
            found.append(reverse(name))
        except NoReverseMatch:
            continue
    return found
