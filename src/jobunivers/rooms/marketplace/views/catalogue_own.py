# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is hers on the market place."""

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.marketplace import access, queries
from jobunivers.rooms.marketplace.queries.own import own


@for_citizens
@reads
def mine(request: Request) -> HttpResponseBase:
    """Show what she has begun, is through with, has saved and was given."""
    citizen_id = access.citizen_id_or_404(request)
    standing = queries.standing_ids(queries.course_of(citizen_id), at=timezone.now())
    context = {"own": own(citizen_id), "standing": standing}
    return render(request, "marketplace/mine.html", context)
