# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cue cards as editors and those who hold talks write them."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_roles
from jobunivers.identity.models import Role
from jobunivers.rooms.talks import access, actions, queries
from jobunivers.rooms.talks.forms import CardForm
from jobunivers.rooms.talks.views.common import ASKED, status_of

for_card_writers = for_roles(Role.EDITOR, Role.ADMINISTRATOR, Role.ADVISER, Role.CONSULTANT)


@for_card_writers
@reads
def cards(request: Request) -> HttpResponseBase:
    """Show every card of the kommune and the country."""
    found = queries.cards_page(language=request.LANGUAGE_CODE)
    return render(request, "talks/cards.html", {"cards": found})


@for_card_writers
@require_http_methods(ASKED)
def card_new(request: Request) -> HttpResponseBase:
    """Write a new card of the kommune's own."""
    form = CardForm(request.POST or None, tags=_tags(request))
    if request.method == "POST" and form.is_valid():
        key = queries.free_key(form.key())
        actions.save_card(
            key=key, seen=0, entry=form.entry(), by_id=request.user.pk or 0, at=timezone.now()
        )
        messages.success(request, _("Kortet er gemt, og det vises, hvor det passer."))
        return HttpResponseRedirect(reverse("talks:cards"))
    context: dict[str, object] = {"form": form, "card": None, "versions": []}
    return render(request, "talks/card.html", context, status=status_of(request))


@for_card_writers
@require_http_methods(ASKED)
def card(request: Request, key: str) -> HttpResponseBase:
    """Change a card: the next version; what somebody else wrote meanwhile is shown (409)."""
    row, current = access.card_or_404(key), None
    form = CardForm(
        request.POST or None, tags=_tags(request), card=row, own=queries.own_number(key)
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_card(
                key=key,
                seen=form.cleaned_data["seen"] or 0,
                entry=form.entry(),
                by_id=request.user.pk or 0,
                at=timezone.now(),
            )
        except actions.CardChanged as changed:
            current = changed.card
            again = request.POST.copy()
            again["seen"] = str(current.number if current else 0)
            form.data = again
        else:
            messages.success(request, _("Kortet er gemt som en ny version."))
            return HttpResponseRedirect(reverse("talks:cards"))
    context = {
        "form": form,
        "card": row,
        "current": current,
        "versions": queries.versions_of(key),
    }
    status = status_of(request, conflict=current is not None)
    return render(request, "talks/card.html", context, status=status)


@for_card_writers
@require_POST
def card_retire(request: Request, key: str) -> HttpResponseBase:
    """Take a card out of use in the kommune; its versions stay."""
    access.card_or_404(key)
    try:
        actions.retire_card(key=key, by_id=request.user.pk or 0, at=timezone.now())
    except actions.CardChanged:
        messages.info(request, _("Kortet er ændret et andet sted imens. Se, hvordan det står nu."))
        return HttpResponseRedirect(reverse("talks:card", args=[key]))
    messages.success(request, _("Kortet vises ikke mere. Gem det igen, hvis det skal tilbage."))
    return HttpResponseRedirect(reverse("talks:cards"))


def _tags(request: Request) -> list[tuple[str, str]]:
    return queries.all_tags(request.LANGUAGE_CODE, queries.course_words(request.LANGUAGE_CODE))
