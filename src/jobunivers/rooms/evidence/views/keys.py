# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A solution's keys, what came and what was refused, for who runs the platform."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_national
from jobunivers.rooms.evidence import access, actions
from jobunivers.rooms.evidence.models import EvidenceKey
from jobunivers.rooms.evidence.queries.keys import (
    SHOWN_FOR,
    delivered_of,
    keys_of,
    newest_of,
    refused_of,
)
from jobunivers.rooms.marketplace.queries import Offer

_LARGEST_DIGITS = 18


@for_national
@reads
def keys(request: Request, pk: int) -> HttpResponseBase:
    """Show a solution's keys, and what has come by them."""
    return _shown(request, access.solution_or_404(request, pk))


@for_national
@require_POST
def make(request: Request, pk: int) -> HttpResponseBase:
    """Make a key; its secret is shown in the answer alone."""
    offer = access.solution_or_404(request, pk)
    seen = request.POST.get("nyeste", "")
    known = int(seen) if seen.isascii() and seen.isdigit() and len(seen) <= _LARGEST_DIGITS else 0
    try:
        made = actions.make_key(
            offer=offer, at=timezone.now(), seen=known, actor_id=request.user.pk
        )
    except actions.NoKey as wrong:
        return _not_made(request, offer, wrong)
    return _shown(request, offer, made=made)


@for_national
@require_POST
def rotate(request: Request, pk: int, key_pk: int) -> HttpResponseBase:
    """Exchange a key for a new one."""
    key = access.key_or_404(request, pk, key_pk)
    try:
        made = actions.rotate_key(key=key, at=timezone.now(), actor_id=request.user.pk)
    except actions.NoKey as wrong:
        return _not_made(request, key.offer, wrong)
    return _shown(request, key.offer, made=made)


@for_national
@require_POST
def close(request: Request, pk: int, key_pk: int) -> HttpResponseBase:
    """Close a key at once."""
    key = access.key_or_404(request, pk, key_pk)
    actions.close_key(key=key, at=timezone.now(), actor_id=request.user.pk)
    messages.success(request, _("Nøglen er lukket. Den åbner ikke for noget mere."))
    return HttpResponseRedirect(reverse("evidence:keys", args=[pk]))


def _not_made(request: Request, offer: Offer, wrong: actions.NoKey) -> HttpResponseBase:
    words = {
        "many": _("Der er nok nøgler. Luk en, der ikke bruges."),
        "offer": _("Kun en leverandørs løsning kan få en nøgle."),
    }
    messages.info(request, words.get(wrong.code, _("Det er ændret imens. Sådan står det nu.")))
    return HttpResponseRedirect(reverse("evidence:keys", args=[offer.pk]))


def _shown(
    request: Request, offer: Offer, *, made: tuple[EvidenceKey, str] | None = None
) -> HttpResponseBase:
    now = timezone.now()
    since = timezone.localdate(now - SHOWN_FOR)
    context = {
        "offer": offer,
        "keys": keys_of(offer.pk, at=now),
        "newest": newest_of(offer.pk),
        "made": made[0] if made else None,
        "secret": made[1] if made else "",
        "refused": refused_of(offer.pk, since=since),
        "delivered": delivered_of(offer.pk, since=since),
    }
    response = render(request, "evidence/keys.html", context)
    response.headers["Cache-Control"] = "no-store"
    return response
