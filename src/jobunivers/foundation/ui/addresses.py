# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses by name, each found once: a page asks for sixty, mostly the same as the last page did.

`address` says what `reverse` does. It keeps what comes before and after the number in an address,
for each kommune's own beginning; what takes more than one number is looked up as ever.
"""

from django.conf import settings
from django.urls import get_script_prefix, get_urlconf, reverse

_MOST = 20_000  # a hundred kommuner, two hundred names
_kept: dict[tuple[str, str, str, bool], tuple[str, str]] = {}


def address(name: str, *args: object) -> str:
    """Return the address of a page.

    Raises:
        NoReverseMatch: no page has the name, or it takes other values.
    """
    match args:
        case ():
            return _parts(name, numbered=False)[0]
        case (int() as number,) if type(number) is int and number >= 0:
            before, after = _parts(name, numbered=True)
            return f"{before}{number}{after}"
    return reverse(name, args=args)


def _parts(name: str, *, numbered: bool) -> tuple[str, str]:
    key = (get_urlconf() or settings.ROOT_URLCONF, get_script_prefix(), name, numbered)
    found = _kept.get(key)
    if found is None:
        if len(_kept) >= _MOST:
            _kept.clear()
        found = _kept[key] = _found(name, numbered=numbered)
    return found


def _found(name: str, *, numbered: bool) -> tuple[str, str]:
    if not numbered:
        return reverse(name), ""
    # Two numbers, so that one in the kommune's own beginning is not taken for the place.
    before, _first, after = reverse(name, args=[7]).rpartition("7")
    if f"{before}8{after}" != reverse(name, args=[8]):
        raise ValueError(f"The address of {name} does more with its number than to say it.")
    return before, after
