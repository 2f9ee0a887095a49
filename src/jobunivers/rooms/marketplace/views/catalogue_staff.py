# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Staff suggest something from a citizen's own shelves to her; she decides."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jobunivers.foundation.http import Request
from jobunivers.identity.access import for_advisers
from jobunivers.rooms.marketplace import access, actions, queries
from jobunivers.rooms.marketplace.queries.own import own
from jobunivers.rooms.marketplace.queries.parameters import Parameters
from jobunivers.rooms.marketplace.queries.searching import found_page
from jobunivers.trust.opening import with_citizen


@for_advisers
@require_safe
def give(request: Request, pk: int) -> HttpResponseBase:
    """Show what can be suggested to her: what stands on her shelves, searched in."""
    now = timezone.now()
    opened = with_citizen(request, pk, parts=("offers",), today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    page = found_page(
        parameters=Parameters.read(request.GET),
        owner=request.municipality.pk,
        among=queries.standing_ids(queries.course_of(pk), at=now),
        at=now,
    )
    hers = own(pk)
    context = {
        "citizen": opened.person,
        "search": page,
        "stars": queries.ratings_of([row.pk for row in page.rows]),
        "using": {use.offer_id for use in (*hers.begun, *hers.done)},
        "given": {offer.pk for offer, _at in hers.given},
    }
    return render(request, "marketplace/give.html", context)


@for_advisers
@require_POST
def give_one(request: Request, pk: int, offer_pk: int) -> HttpResponseBase:
    """Suggest one to her: it stands in her plan as a suggestion, and she is told."""
    now = timezone.now()
    opened = with_citizen(request, pk, parts=(), today=timezone.localdate(now))
    if isinstance(opened, HttpResponseRedirect):
        return opened
    found, _said = access.offer_or_404(request, offer_pk)
    if offer_pk not in queries.standing_ids(queries.course_of(pk), at=now):
        raise Http404
    if request.user.pk is None:
        raise Http404
    new = actions.assign(
        citizen_id=pk,
        offer=found,
        key=f"assign:{pk}:{offer_pk}",
        actor_id=request.user.pk,
        at=now,
    )
    if new:
        messages.success(request, _("Foreslået. Borgeren får besked og kan sige ja i sin plan."))
    else:
        messages.info(request, _("Den er allerede foreslået til borgeren."))
    return HttpResponseRedirect(reverse("marketplace:give", args=[pk]))
