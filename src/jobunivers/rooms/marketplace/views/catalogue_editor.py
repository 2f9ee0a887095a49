# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading experiences before others do."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_roles
from jobunivers.identity.models import Role
from jobunivers.rooms.marketplace import access, actions
from jobunivers.rooms.marketplace.forms.catalogue import HideWordsForm
from jobunivers.rooms.marketplace.models import Rating, RatingState
from jobunivers.rooms.marketplace.queries.ratings import words_to_read

_PER_PAGE = 25
_LONGEST_NUMBER = 9  # digits of an integer of the database
# What the address says → the state it shows.
_STATES = {"": RatingState.WAITING, "vist": RatingState.SHOWN, "skjult": RatingState.HIDDEN}
for_editors = for_roles(Role.EDITOR, Role.ADMINISTRATOR)


@for_editors
@reads
def experiences(request: Request) -> HttpResponseBase:
    """Show the experiences that wait, or those shown or hidden; nobody's name is on them."""
    wanted = request.GET.get("vis", "")
    state = _STATES.get(wanted, RatingState.WAITING)
    page = Paginator(words_to_read(state=state), _PER_PAGE).get_page(request.GET.get("side"))
    lines = [(row, HideWordsForm(initial={"version": row.version}, prefix="")) for row in page]
    context = {"page": page, "lines": lines, "state": state.value}
    return render(request, "marketplace/experiences.html", context)


def _seen_version(request: Request) -> int:
    """Return the version the editor saw; none she can have seen, where it cannot be read."""
    value = request.POST.get("version", "")
    return int(value) if value.isdecimal() and len(value) <= _LONGEST_NUMBER else 0


def _home() -> HttpResponseBase:
    return HttpResponseRedirect(reverse("marketplace:experiences"))


@for_editors
@require_POST
def show_experience(request: Request, pk: int) -> HttpResponseBase:
    """Let others read it."""
    row = access.rating_or_404(request, pk)
    version = _seen_version(request)
    try:
        actions.show_words(rating=row, version=version, actor_id=_actor(request), at=timezone.now())
    except actions.ChangedRating as changed:
        return _changed(request, changed.rating)
    messages.success(request, _("Erfaringen kan nu læses af andre."))
    return _home()


@for_editors
@require_POST
def hide_experience(request: Request, pk: int) -> HttpResponseBase:
    """Keep it from others, and say why."""
    row = access.rating_or_404(request, pk)
    form = HideWordsForm(request.POST)
    if not form.is_valid():
        context = {"row": row, "form": form}
        return render(request, "marketplace/experience.html", context, status=422)
    try:
        actions.hide_words(
            rating=row,
            version=form.cleaned_data["version"],
            why=form.cleaned_data["why"],
            actor_id=_actor(request),
            at=timezone.now(),
        )
    except actions.ChangedRating as changed:
        return _changed(request, changed.rating)
    messages.success(request, _("Erfaringen er skjult. Borgeren kan læse hvorfor."))
    return _home()


def _changed(request: Request, row: Rating) -> HttpResponseBase:
    """Show what stands now: she wrote something else, or another editor was first."""
    form = HideWordsForm(initial={"version": row.version, "why": request.POST.get("why", "")[:200]})
    context = {"row": row, "form": form, "changed": True}
    return render(request, "marketplace/experience.html", context, status=409)


def _actor(request: Request) -> int:
    if request.user.pk is None:
        raise Http404
    return request.user.pk
