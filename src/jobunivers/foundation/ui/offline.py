# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages of hers that a device may keep for when there is no connection.

A room says which of its pages may be kept; an answer with the two headers lets the service worker
keep it, under a mark that tells nothing of whose it is. Forms sent to certain addresses, logging
out first of all, make the worker forget.
"""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise

# Whose answer this is, and that this page may be kept. `NOBODY`: what was kept is forgotten.
READER, KEEP, NOBODY = "Jobunivers-Reader", "Jobunivers-Keep", "nobody"


@dataclass(frozen=True, slots=True)
class Kept:
    """A page that may be kept: its address within the kommune now asked, and its name."""

    path: str
    name: Promise | str


_pages: dict[str, Promise | str] = {}
_forgets: list[str] = ["identity:log_out"]


def keep_page(name: str, label: Promise | str) -> None:
    """Let a page be kept, by the name of its address; said in a room's `apps.py`."""
    _pages[name] = label


def forget_at(name: str) -> None:
    """Let a form sent to this address make devices forget."""
    if name not in _forgets:
        _forgets.append(name)


def kept_pages() -> list[Kept]:
    """Return the pages that may be kept, where they have an address."""
    found = [(_address(name), label) for name, label in _pages.items()]
    return [Kept(path, label) for path, label in found if path]


def forgetting_paths() -> list[str]:
    """Return the addresses at which devices forget."""
    return [path for name in _forgets if (path := _address(name))]


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""
