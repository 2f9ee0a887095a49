# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every page's frame shows."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import desk
from jobunivers.foundation.notices import queries as notices
from jobunivers.foundation.ui.addresses import address
from jobunivers.identity.models import ADVISING, STAFF, Role


@dataclass(frozen=True, slots=True)
class Link:
    """One line of the navigation."""

    label: Any
    url: str
    current: bool
    icon: str


@dataclass(frozen=True, slots=True)
class Helping:
    """Whom a helper at the counter acts for, until when, and the ways to go on and to end it."""

    name: str
    until: datetime
    end_url: str
    go_url: str


# Label, address, icon; in the order a person of the role needs them.
_CITIZEN = (
    (_("Min side"), "front:my_page", "home"),
    (_("Find job"), "vacancies:search", "search"),
    (_("Relevante job"), "tailored:recommended", "star"),
    (_("Markedspladsen"), "marketplace:market", "bookmark"),
    (_("Min plan"), "plan:plan", "checklist"),
    (_("Min uge"), "week:week", "calendar-month"),
    (_("Ansøgninger"), "vacancies:applications", "check"),
    (_("Mit forløb"), "segmentation:journey", "map"),
    (_("Min profil"), "journey:profile", "account-circle"),
    (_("Mine data"), "mydata:overview", "folder"),
)
# What a helper at the counter may open in a citizen's name, and the way back.
_HELPED = (
    (_("Velkommen"), "entrance:welcome", "home"),
    (_("Min profil"), "journey:profile", "account-circle"),
    (_("Skranken"), "entrance:counter", "support-agent"),
)
_VISITOR = ((_("Forside"), "front:home", "home"), (_("Find job"), "vacancies:search", "search"))
_EDITOR = (
    (_("Forside"), "front:home", "home"),
    (_("Find job"), "vacancies:search", "search"),
    (_("Kommunens udseende"), "front:appearance", "settings"),
    (_("Introduktion"), "entrance:guide_items", "checklist"),
)
_ADMINISTRATOR = (
    *_EDITOR,
    (_("Regler for forløb"), "segmentation:policies", "tune"),
    (_("Jobkilder"), "vacancies:sources", "list"),
    (_("AI"), "trust:switches", "settings"),
    (_("Beskeder"), "front:pushes", "email"),
)
_NATIONAL = (
    (_("Kommuner"), "front:municipalities", "home"),
    (_("Jobkilder"), "vacancies:sources", "list"),
)
# Whose own lines, told by the rooms, end with the search.
_SEARCHING = ADVISING | {Role.MANAGER}
_LINKS: dict[str, tuple[tuple[Any, str, str], ...]] = {
    Role.CITIZEN: _CITIZEN,
    Role.EDITOR: _EDITOR,
    Role.ADMINISTRATOR: _ADMINISTRATOR,
    Role.NATIONAL: _NATIONAL,
}


def page(request: HttpRequest) -> dict[str, Any]:
    """Give the templates the frame: who, where, and the ways to go."""
    municipality = getattr(request, "municipality", None)
    if municipality is None:
        return {
            "demo_mode": settings.PERSONAS,
            "navigation": [],
            "navigation_more": [],
            "unread_notices": 0,
            "helping": None,
        }
    open_, more = navigation(request)
    return {
        "demo_mode": settings.PERSONAS,
        "helping": _helping(request),
        "user_links": _user_links(request),
        "navigation": open_,
        "navigation_more": more,
        "unread_notices": SimpleLazyObject(_unread(request)),
    }


def navigation(request: HttpRequest) -> tuple[list[Link], list[Link]]:
    """Return the links for the role of whoever asks, and those under "Mere"; the current is marked.

    What staff may open their rooms say (`foundation.desk`); the table here has the rest.
    """
    role = getattr(request.user, "role", "")
    helped = hasattr(request, "helper")
    table = _HELPED if helped else _LINKS.get(role, () if role else _VISITOR)
    wanted = [(label, address(name), icon) for label, name, icon in table]
    if not helped:
        # Whoever stands in the table already has her own lines first.
        wanted += [(way.label, address(way.url_name), way.icon) for way in desk.ways(role)]
    if role in _SEARCHING:
        wanted.append((_("Find job"), address("vacancies:search"), "search"))
    current = _current(request.path, [url for _label, url, _icon in wanted])
    links = [
        Link(label=label, url=url, current=url == current, icon=icon) for label, url, icon in wanted
    ]
    # One line more is shown rather than a way to one line.
    kept = desk.OPEN_WAYS if role in STAFF and len(links) > desk.OPEN_WAYS + 1 else len(links)
    return links[:kept], links[kept:]


def _current(here: str, urls: list[str]) -> str:
    """Return the address the page stands under: the longest, so that one link is marked."""
    # request.path has the kommune's prefix as address() has; path_info lacks it.
    home = address("front:home")
    under = [url for url in urls if here == url or (url != home and here.startswith(url))]
    return max(under, key=len, default="")


def _unread(request: HttpRequest) -> Callable[[], int]:
    def count() -> int:
        # A page that has asked already says so.
        if (known := getattr(request, "unread_notices", None)) is not None:
            return int(known)
        # A helper at the counter sees nothing of a citizen's messages, not even how many.
        pk = None if hasattr(request, "helper") else request.user.pk
        return notices.unread_count(person_id=pk) if pk is not None else 0

    return count


def _user_links(request: HttpRequest) -> list[Link]:
    """Return what stands under a person's name: the ways that no daily link leads to."""
    if hasattr(request, "helper"):
        return []
    links = [("entrance:welcome", _("Din vej ind"), "home")]
    if getattr(request.user, "role", "") != Role.CITIZEN:
        links = [("mydata:overview", _("Mine data"), "folder")]
    links.append(("identity:sessions", _("Her er du logget ind"), "lock"))
    return [
        Link(label=label, url=address(name), current=False, icon=icon)
        for name, label, icon in links
    ]


def _helping(request: HttpRequest) -> Helping | None:
    """Return whom a helper at the counter acts for in this browser, for the frame of each page."""
    session = getattr(request, "help", None)
    if session is None:
        return None
    return Helping(
        name=request.helped.name,  # type: ignore[attr-defined]
        until=session.ends_at,
        end_url=address("entrance:counter_end", session.pk),
        go_url=address("entrance:welcome"),
    )
