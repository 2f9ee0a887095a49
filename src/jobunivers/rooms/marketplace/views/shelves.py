# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The shelves themselves: listed, named, moved, hidden; and what a citizen would see of them."""

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.rooms.marketplace import access, actions
from jobunivers.rooms.marketplace.forms.shelves import PreviewForm, ShelfForm
from jobunivers.rooms.marketplace.queries import shelf_pages as asked
from jobunivers.rooms.marketplace.queries.shelf_rows import known, nearest_shelf, tier_of
from jobunivers.rooms.marketplace.views.shelves_common import (
    ASKED,
    actor,
    courses,
    for_shelf_editors,
    show,
    status_of,
    to,
)

_LAST_PLACE = 30_000
_STEP = 10


@for_shelf_editors
@reads
def shelves(request: Request) -> HttpResponseBase:
    """List all shelves in order, and what is taken down."""
    whose, cluster = access.shelves_or_404(request)
    today = timezone.localdate(timezone.now())
    page = asked.shelves_page(whose=whose, day=today, language=request.LANGUAGE_CODE)
    return show(request, "shelves.html", {"page": page}, cluster=cluster)


@for_shelf_editors
@require_http_methods(ASKED)
def shelf_new(request: Request) -> HttpResponseBase:
    """Set up a new shelf, last."""
    whose, cluster = access.shelves_or_404(request)
    now = timezone.now()
    form = ShelfForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        key = _free(form.key(), whose)
        day = timezone.localdate(now)
        orders = [one.order for one in known(day=day, whose=whose).shelves]
        order = min(max(orders, default=0) + _STEP, _LAST_PLACE)
        words = form.entry(order=order)
        actions.save_shelf(
            key=key, whose=whose, entry=words, seen=0, at=now, actor_id=actor(request)
        )
        messages.success(request, _("Hylden er sat op. Læg noget på den."))
        return to("shelf", key, cluster=cluster)
    context = {"form": form, "shelf": None, "current": None}
    return show(request, "edit.html", context, cluster=cluster, status=status_of(request))


def _free(wanted: str, whose: actions.Whose) -> str:
    key, number = wanted, 2
    while nearest_shelf(key, whose) is not None:
        key, number = f"{wanted[:36]}-{number}", number + 1
    return key


@for_shelf_editors
@reads
def shelf(request: Request, key: str) -> HttpResponseBase:
    """Show one shelf with everything that is said of it."""
    whose, cluster = access.shelves_or_404(request)
    access.shelf_or_404(key, whose)
    page = asked.shelf_page(key, whose=whose, language=request.LANGUAGE_CODE)
    return show(request, "shelf.html", {"page": page}, cluster=cluster)


@for_shelf_editors
@require_http_methods(ASKED)
def shelf_edit(request: Request, key: str) -> HttpResponseBase:
    """Change a shelf: one above becomes the editors' own; what others wrote is shown (409)."""
    whose, cluster = access.shelves_or_404(request)
    row = access.shelf_or_404(key, whose)
    own = tier_of(row.municipality_id, row.cluster_id) == whose.tier
    form = ShelfForm(request.POST or None, shelf=row, own=own)
    current = None
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_shelf(
                key=key,
                whose=whose,
                entry=form.entry(order=row.order),
                seen=form.seen_version,
                at=timezone.now(),
                actor_id=actor(request),
            )
        except actions.ShelfChanged as changed:
            current = changed.shelf or row
            form.data = _read_again(request, changed.shelf.version if changed.shelf else 0)
        else:
            messages.success(request, _("Hylden er gemt."))
            return to("shelf", key, cluster=cluster)
    context = {"form": form, "shelf": row, "own": own, "current": current}
    status = status_of(request, conflict=current is not None)
    return show(request, "edit.html", context, cluster=cluster, status=status)


def _read_again(request: Request, version: int) -> dict[str, str]:
    """Return what was typed, with the version that has now been read."""
    again = request.POST.copy()
    again["seen"] = str(version)
    return again


@for_shelf_editors
@require_POST
def shelf_remove(request: Request, key: str) -> HttpResponseBase:
    """Take away one's own shelf: the one above stands again, or what is on it rests."""
    whose, cluster = access.shelves_or_404(request)
    access.shelf_or_404(key, whose)
    if actions.remove_shelf(key=key, whose=whose, at=timezone.now(), actor_id=actor(request)):
        messages.success(request, _("Jeres egen udgave af hylden er væk."))
    return to("shelves", cluster=cluster)


@for_shelf_editors
@require_POST
def shelf_move(request: Request, key: str) -> HttpResponseBase:
    """Set a shelf before another; `foer` empty: last."""
    whose, cluster = access.shelves_or_404(request)
    access.shelf_or_404(key, whose)
    now = timezone.now()
    moved = actions.move_shelf(
        key=key,
        before=request.POST.get("foer") or None,
        whose=whose,
        day=timezone.localdate(now),
        at=now,
        actor_id=actor(request),
    )
    if not moved:
        messages.info(request, _("Hylderne er ændret imens. Se, hvordan de står nu."))
    return to("shelves", cluster=cluster)


@for_shelf_editors
@reads
def preview(request: Request) -> HttpResponseBase:
    """Show the shelves as a citizen of a course would see them on a day, with why."""
    whose, cluster = access.shelves_or_404(request)
    today = timezone.localdate(timezone.now())
    data = request.GET.copy()
    data.pop("hvis", None)
    form = PreviewForm(
        data,
        courses=courses(request.LANGUAGE_CODE),
        day=today,
        level=known(day=today, whose=whose).level,
    )
    course, day, level = form.asked()
    seen = asked.preview(
        whose=whose, course=course, day=day, level=level, language=request.LANGUAGE_CODE
    )
    context = {"form": form, "shelves": seen, "day": day}
    return show(request, "preview.html", context, cluster=cluster)
