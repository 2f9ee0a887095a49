# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She takes her data with her, in a file."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jobunivers.foundation.files.serving import serve
from jobunivers.foundation.http import Request, afterwards, reads
from jobunivers.rooms.mydata import access, actions, queries
from jobunivers.rooms.mydata.models import Form
from jobunivers.rooms.mydata.queries.words import FORMS
from jobunivers.rooms.mydata.views.common import for_everybody


@for_everybody
@reads
def downloads(request: Request) -> HttpResponseBase:
    """Show the two kinds of files, and what she has fetched before."""
    rows = queries.downloads(access.reader_or_404(request).pk)
    files = [(row, FORMS[row.form]) for row in rows]
    context = {"files": files, "today": timezone.localdate()}
    return render(request, "mydata/downloads.html", context)


@for_everybody
@require_POST
def download_new(request: Request) -> HttpResponseBase:
    """Have a file made: at once, or by the worker when there is much."""
    reader = access.reader_or_404(request)
    wanted = request.POST.get("form", "")
    if wanted not in Form.values:
        messages.info(request, _("Vælg, hvilken fil du vil have."))
        return HttpResponseRedirect(reverse("mydata:downloads"))
    row = actions.ask_for_download(
        reader=reader, form=Form(wanted), language=request.LANGUAGE_CODE, at=timezone.now()
    )
    if row.made_at is None:
        messages.success(request, _("Filen bliver lavet nu. Du får besked, når den er klar."))
    else:
        messages.success(request, _("Filen er klar. Hent den her på siden."))
    return HttpResponseRedirect(reverse("mydata:downloads"))


@for_everybody
@reads
def download(request: Request, pk: int) -> HttpResponseBase:
    """Give her a file that is made; that she took it is noted."""
    row, file = access.download_or_404(request, pk)
    now = timezone.now()
    afterwards(request, lambda: actions.note_taken(download_id=row.pk, at=now))
    return serve(request, file)
