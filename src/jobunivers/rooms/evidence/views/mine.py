# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a solution has told of a citizen, for herself."""

from django.http.response import HttpResponseBase
from django.shortcuts import render

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.evidence import access
from jobunivers.rooms.evidence.queries.told import lines_of

_LONGEST = 18


@for_citizens
@reads
def mine(request: Request, pk: int) -> HttpResponseBase:
    """Show what came back of her from one offer."""
    citizen_id, offer = access.used_or_404(request, pk)
    text = request.GET.get("foer", "")
    before = int(text) if text.isascii() and text.isdigit() and len(text) <= _LONGEST else None
    lines, older = lines_of(
        citizen_id=citizen_id, offer_id=offer.pk, language=request.LANGUAGE_CODE, before=before
    )
    context = {"offer": offer, "lines": lines, "older": older, "is_first": before is None}
    return render(request, "evidence/mine.html", context)
