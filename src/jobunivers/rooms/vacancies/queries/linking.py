# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address that she has copied to the advertisement it leads to. Nothing is fetched."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.db.models import Q
from django.urls import Resolver404, resolve

from jobunivers.rooms.vacancies.models import Vacancy

_LONGEST = 2000
# What letters and searches add to an address so that they know where she came from.
_TRACKING = ("utm_", "fbclid", "gclid", "mc_", "trk", "ref", "source")


def is_web_address(address: str) -> bool:
    """Say whether it is an address of the web; none has a NUL, which PostgreSQL refuses too."""
    if "\0" in address:
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and "." in parts.netloc and len(address) <= _LONGEST


def vacancy_at(*, address: str) -> int | None:
    """Return the number of the advertisement that an address leads to; an open one first.

    It is one of our own pages, or the page of the advertisement at its source.
    """
    if not is_web_address(address):
        return None
    parts = urlsplit(address)
    own = _own(parts.path)
    if own is not None and Vacancy.objects.filter(pk=own).exists():
        return own
    forms = _forms(address)
    rows = Vacancy.objects.filter(Q(url__in=forms) | Q(apply_url__in=forms))
    found: int | None = rows.order_by("closed_at", "-pk").values_list("pk", flat=True).first()
    return found


def _own(path: str) -> int | None:
    """Return the number in the address of one of our own pages, with or without a kommune."""
    whole = path if path.endswith("/") else f"{path}/"
    for tried in (whole, "/" + whole.lstrip("/").partition("/")[2]):
        try:
            match = resolve(tried)
        except Resolver404:
            continue
        if match.view_name == "vacancies:vacancy":
            return int(match.kwargs["pk"])
    return None


def _forms(address: str) -> list[str]:
    """Return the ways in which a source may have written the address."""
    parts = urlsplit(address.partition("#")[0])
    pairs = [
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True)
        if not pair[0].lower().startswith(_TRACKING)
    ]
    queries = dict.fromkeys((parts.query, urlencode(pairs)))
    paths = dict.fromkeys((parts.path, parts.path.rstrip("/"), f"{parts.path.rstrip('/')}/"))
    found = (
        urlunsplit((scheme, parts.netloc, path, query, ""))
        for scheme in ("https", "http")
        for query in queries
        for path in paths
    )
    return list(dict.fromkeys(found))
