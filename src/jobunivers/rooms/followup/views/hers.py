# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What staff wrote to a citizen, and the notes she may read: her own pages."""

from django.http.response import HttpResponseBase
from django.shortcuts import render

from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.followup import access, queries


@for_citizens
@reads
def letters(request: Request) -> HttpResponseBase:
    """Show her letters and the notes that are shared with her."""
    citizen_id = access.citizen_id_or_404(request)
    context = {
        "letters": queries.her_letters(citizen_id),
        "notes": queries.her_notes(citizen_id),
    }
    return render(request, "followup/letters.html", context)


@for_citizens
@reads
def letter(request: Request, pk: int) -> HttpResponseBase:
    """Show her one letter, with the way it leads."""
    row = access.own_letter_or_404(request, pk)
    return render(request, "followup/letter.html", {"line": queries.letter_lines([row])[0]})
