# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Min side: what is a citizen's own, at a glance, as she wants it."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from django.contrib import messages
from django.db import DatabaseError
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobunivers.foundation import tiles
from jobunivers.foundation.http import Request, afterwards, reads
from jobunivers.foundation.notices import tiles as notices
from jobunivers.foundation.tiles import Arrangement, Asking, actions, arranging, queries
from jobunivers.front import tiling
from jobunivers.identity.access import for_citizens
from jobunivers.identity.models import Person

_LAYOUT = "tiles.layout"
_CONFLICT, _WITH_ERRORS = 409, 422
Change = Callable[[Arrangement], Arrangement]


class _UnknownActError(Exception):
    """The form asks for something that nobody can do to a page."""


@for_citizens
def my_page(request: Request) -> HttpResponseBase:
    """Show what is the citizen's own; a tile that breaks the database's work is left out."""
    try:
        return _my_page(request, careful=False)
    except (tiling.TilesBroken, DatabaseError):
        return _my_page(request, careful=True)


@reads
def _my_page(request: Request, *, careful: bool) -> HttpResponseBase:
    asking = _asking(request)
    settled = _settled(request, asking)
    new = _new_tiles(request, settled, asking)
    shown = tiling.fill(settled.arrangement, asking, careful=careful, beside=new)
    request.unread_notices = notices.unread_count(asking)  # type: ignore[attr-defined]
    for write in asking.writes:
        afterwards(request, write)
    removed = tiles.tile_of(request.GET.get("fjernet", ""))
    context = {
        "columns": {
            name: [shown[code] for code in column if code in shown]
            for name, column in settled.arrangement.columns.items()
        },
        "styles": list(dict.fromkeys(s for one in shown.values() for s in one.tile.styles)),
        "view": settled.arrangement.view,
        "version": max(1, settled.version),
        "new": next((shown[code].tile for code in new if _has_something(shown.get(code))), None),
        "removed": removed if removed and removed.code not in settled.arrangement.codes else None,
    }
    return render(request, "front/my_page.html", context)


def _get_to_know(citizen_id: int, version: int, codes: frozenset[str]) -> None:
    # Changed in another window meanwhile: the next visit says it again.
    with suppress(actions.ChangedMeanwhile):
        actions.get_to_know(person_id=citizen_id, version=version, codes=codes)


def _has_something(one: tiling.ShownTile | None) -> bool:
    return one is not None and one.context is not None


def _new_tiles(request: Request, settled: queries.Settled, asking: Asking) -> list[str]:
    """Return the tiles that her course begins with and that are newer than her page."""
    unknown = settled.unknown
    if not unknown:
        return []
    start = tiles.start_of(asking.citizen_id, at=asking.at)
    others = unknown - start.everywhere
    if others:
        afterwards(request, lambda: _get_to_know(asking.citizen_id, settled.version, others))
    # The start may be of the other view: what counts is the one she looks at.
    begins = arranging.looked_at(start, settled.arrangement.view)
    return [code for code in begins.codes if code in unknown]


@for_citizens
@reads
def arrange(request: Request) -> HttpResponseBase:
    """Show the page's tiles as names that can be moved, removed and added."""
    asking = _asking(request)
    return _arrange_page(request, _settled(request, asking))


@for_citizens
@require_POST
def rearrange(request: Request) -> HttpResponseBase:
    """Change the page as a button or a drag says; it leads back to where the button stood."""
    # A drag is sent without a button: which one the browser would name is not ours to say.
    said = "order" if "dragged" in request.POST else request.POST.get("act", "")
    act, _space, code = said.partition(" ")
    back = request.POST.get("back", "")
    try:
        version = int(request.POST.get("version", "")[:9])
        done = _change(request, act, code, version)
    except (_UnknownActError, ValueError):
        messages.info(request, _("Det kunne ikke lade sig gøre. Prøv med knapperne her."))
    except actions.NothingToTakeBack:
        messages.info(request, _("Der er ikke mere at fortryde."))
    except actions.CannotArrange:
        messages.info(request, _("Flisen kan ikke flyttes derhen."))
    except actions.ChangedMeanwhile:
        return _changed_meanwhile(request)
    else:
        if act == "remove" and back == "side":
            return HttpResponseRedirect(f"{reverse('front:my_page')}?fjernet={code}")
        if back != "side":
            messages.success(request, done)
    if back == "side":
        return HttpResponseRedirect(reverse("front:my_page"))
    anchor = f"#{tiling.anchor_of(code)}" if tiles.tile_of(code) else ""
    return HttpResponseRedirect(f"{reverse('front:my_page_arrange')}{anchor}")


def _change(request: Request, act: str, code: str, version: int) -> str:
    """Do what was asked for, and return in words what was done."""
    now, citizen_id = timezone.now(), _citizen_id(request)
    if act == "decline" and tiles.tile_of(code) is not None:
        actions.get_to_know(person_id=citizen_id, version=version, codes=[code])
        return _("Siden er gemt.")
    if act == "undo":
        actions.take_back(person_id=citizen_id, version=version, at=now)
        return _("Siden står, som den gjorde før.")
    tile = tiles.tile_of(code)
    known = frozenset(one.code for one in tiles.tiles())
    name = "" if tile is None else str(tile.name)
    wide = tile is not None and tile.wide
    dragged = {name: request.POST.getlist(name) for name in ("main", "side", "simple")}
    start = tiles.start_of(citizen_id, at=now)
    acts: dict[str, tuple[Change, str]] = {
        "up": (partial(arranging.moved, code=code, by=-1, shown=known), _("%s er rykket op.")),
        "down": (partial(arranging.moved, code=code, by=1, shown=known), _("%s er rykket ned.")),
        "across": (partial(arranging.across, code=code), _("%s står nu i den anden kolonne.")),
        "remove": (partial(arranging.removed, code=code), _("%s er fjernet.")),
        "add": (partial(arranging.added, code=code, wide=wide), _("%s er lagt på Min side.")),
        "begin": (partial(arranging.begun, code=code, start=start), _("%s er lagt på Min side.")),
        "order": (partial(arranging.ordered, wanted=dragged, shown=known), _("Siden er gemt.")),
        "view": (partial(arranging.looked_at, view=code), _("Siden er gemt.")),
        "start": (lambda _page: start, _("Siden er, som den var fra start.")),
    }
    if act not in acts or (
        act in {"up", "down", "across", "remove", "add", "begin"} and tile is None
    ):
        raise _UnknownActError
    change, words = acts[act]
    actions.rearrange(person_id=citizen_id, version=version, change=change, at=now)
    return words % f"“{name}”" if "%s" in words else words


def _changed_meanwhile(request: Request) -> HttpResponseBase:
    """Say that the page was changed in another window, and show it as it stands now."""
    settled = queries.settled(person_id=_citizen_id(request), at=timezone.now())
    status = _WITH_ERRORS if request.htmx else _CONFLICT
    return _arrange_page(request, settled, meanwhile=True, status=status)


def _arrange_page(
    request: Request, settled: queries.Settled, *, meanwhile: bool = False, status: int = 200
) -> HttpResponseBase:
    page = settled.arrangement
    columns = {
        name: [tile for code in column if (tile := tiles.tile_of(code)) is not None]
        for name, column in page.columns.items()
    }
    context = {
        "columns": columns,
        "to_add": queries.to_add(page),
        "view": page.view,
        "version": max(1, settled.version),
        "can_undo": queries.can_take_back(person_id=_citizen_id(request)),
        "meanwhile": meanwhile,
    }
    return render(request, "front/arrange.html", context, status=status)


def _asking(request: Request) -> Asking:
    user: object = request.user
    return Asking(
        citizen_id=_citizen_id(request),
        language=request.LANGUAGE_CODE,
        at=timezone.now(),
        logged_in_at=user.last_login if isinstance(user, Person) else None,
    )


def _settled(request: Request, asking: Asking) -> queries.Settled:
    """Return how her page stands; what she sees the first time is kept."""
    person_id, at = asking.citizen_id, asking.at
    asking.wants(_LAYOUT, queries.layout_question(person_id=person_id))
    notices.want_unread(asking)
    settled = queries.from_rows(asking.rows(_LAYOUT), person_id=person_id, at=at)
    if not settled.version:
        begins = settled.arrangement
        afterwards(request, lambda: actions.settle(person_id=person_id, arrangement=begins, at=at))
    return settled


def _citizen_id(request: Request) -> int:
    if request.user.pk is None:
        raise Http404
    return request.user.pk
