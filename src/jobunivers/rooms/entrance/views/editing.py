# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The kommune's editor writes its own introduction; what it does not write, all kommuner share."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_roles
from jobunivers.identity.models import Role
from jobunivers.rooms.entrance import access, actions, queries
from jobunivers.rooms.entrance.forms.guide import PLACES, ItemForm, VideoForm
from jobunivers.rooms.entrance.models import GuideItem, Place

_for_editors = for_roles(Role.ADMINISTRATOR, Role.EDITOR)
_form_methods = require_http_methods(["GET", "HEAD", "POST"])


@_for_editors
@reads
def items(request: Request) -> HttpResponseBase:
    """List every item with where it stands, who wrote it and when it is to be read again."""
    rows = [
        (one, PLACES[Place(one.row.place)]) for one in queries.edited(today=timezone.localdate())
    ]
    return render(request, "entrance/editing/items.html", {"rows": rows})


@_for_editors
@_form_methods
def item_new(request: Request) -> HttpResponseBase:
    """Write an item of the kommune's own."""
    form = ItemForm(request.POST or None, initial={"written_by": request.municipality.name})
    if request.method == "POST" and form.is_valid():
        key = form.key()
        try:
            actions.add_item(
                key=key,
                entry=form.entry(),
                actor_id=access.actor_id_of(request),
                at=timezone.now(),
            )
        except actions.KeyTaken:
            form.add_error("title_da", _("I har allerede en tekst med den overskrift."))
        else:
            messages.success(request, _("Teksten er gemt."))
            return HttpResponseRedirect(reverse("entrance:guide_item", args=[key]))
    status = 422 if request.method == "POST" else 200
    return render(request, "entrance/editing/item.html", {"form": form}, status=status)


@_for_editors
@_form_methods
def item(request: Request, key: str) -> HttpResponseBase:
    """Write an item anew; a shared one becomes the kommune's own by it."""
    row = _standing_or_404(key)
    form = ItemForm(request.POST or None, initial=ItemForm.initial_of(row))
    if request.method == "POST" and form.is_valid():
        actions.save_item(
            key=key,
            entry=form.entry(),
            actor_id=access.actor_id_of(request),
            at=timezone.now(),
        )
        messages.success(request, _("Teksten er gemt."))
        return HttpResponseRedirect(reverse("entrance:guide_item", args=[key]))
    context = {"form": form, "row": row, "own": queries.is_own(row), "video_form": VideoForm()}
    status = 422 if request.method == "POST" else 200
    return render(request, "entrance/editing/item.html", context, status=status)


@_for_editors
@require_POST
def item_remove(request: Request, key: str) -> HttpResponseBase:
    """Take the kommune's own text away."""
    actions.remove_own_item(key=key, actor_id=access.actor_id_of(request), at=timezone.now())
    messages.success(request, _("Jeres egen tekst er fjernet."))
    return HttpResponseRedirect(reverse("entrance:guide_items"))


@_for_editors
@require_POST
def item_video(request: Request, key: str) -> HttpResponseBase:
    """Give the kommune's own item a video with captions, or take it away."""
    row = _standing_or_404(key)
    if not queries.is_own(row):
        raise Http404
    actor_id, now = access.actor_id_of(request), timezone.now()
    if request.POST.get("fjern"):
        actions.save_video(item=row, video=None, actor_id=actor_id, at=now)
        messages.success(request, _("Videoen er fjernet."))
        return HttpResponseRedirect(reverse("entrance:guide_item", args=[key]))
    form = VideoForm(request.POST, request.FILES)
    if not form.is_valid():
        context = {"form": ItemForm(initial=ItemForm.initial_of(row)), "row": row, "own": True}
        context["video_form"] = form
        return render(request, "entrance/editing/item.html", context, status=422)
    actions.save_video(item=row, video=form.video_entry(), actor_id=actor_id, at=now)
    messages.success(request, _("Videoen er gemt."))
    return HttpResponseRedirect(reverse("entrance:guide_item", args=[key]))


def _standing_or_404(key: str) -> GuideItem:
    row = queries.standing(key)
    if row is None:
        raise Http404
    return row
