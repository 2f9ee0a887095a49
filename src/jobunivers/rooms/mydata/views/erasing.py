# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She deletes what she has written herself: choose, read what goes, and say yes."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from jobunivers.foundation.http import Request, reads
from jobunivers.rooms.mydata import access, actions
from jobunivers.rooms.mydata.actions.surveying import survey
from jobunivers.rooms.mydata.views.common import WRONG, for_everybody


@for_everybody
@reads
def erase(request: Request) -> HttpResponseBase:
    """Show what she may delete; with `hvad` chosen, what goes when she says yes."""
    page = survey(access.reader_or_404(request), chosen=_codes(request.GET.getlist("hvad")))
    return render(request, "mydata/erase.html", {"page": page, "sure": bool(page.chosen)})


@for_everybody
@require_POST
def erase_now(request: Request) -> HttpResponseBase:
    """Delete what she has chosen and said yes to."""
    reader = access.reader_or_404(request)
    codes = _codes(request.POST.getlist("hvad"))
    page = survey(reader, chosen=codes)
    if page.chosen and not request.POST.get("ja"):
        context = {"page": page, "sure": True, "missing": True}
        return render(request, "mydata/erase.html", context, status=WRONG)
    try:
        gone = actions.erase(person_id=reader.pk, codes=codes, at=timezone.now())
    except actions.NothingChosen:
        messages.info(request, _("Vælg først, hvad du vil slette."))
        return HttpResponseRedirect(reverse("mydata:erase"))
    count = sum(gone.values())
    said = ngettext(
        "Nu er det slettet: %(count)s ting er væk.",
        "Nu er det slettet: %(count)s ting er væk.",
        count,
    ) % {"count": count}
    messages.success(request, said if count else _("Der var ikke mere at slette."))
    return HttpResponseRedirect(reverse("mydata:erase"))


def _codes(said: list[str]) -> list[str]:
    """Return the codes of a form: a box of each, or all of them in one hidden field."""
    return [code for part in said for code in part.split(",")]
