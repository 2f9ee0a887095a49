# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The PDFs of an application: add, open, remove."""

from django.contrib import messages
from django.http import Http404, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jobunivers.foundation.files.contents import Refused
from jobunivers.foundation.files.serving import serve
from jobunivers.foundation.http import Request, reads
from jobunivers.identity.access import for_citizens
from jobunivers.rooms.vacancies import access, actions, queries
from jobunivers.rooms.vacancies.forms import DOCUMENTS, DocumentForm
from jobunivers.rooms.vacancies.models import DocumentKind


@for_citizens
@require_http_methods(["GET", "HEAD", "POST"])
def document(request: Request, pk: int, kind: str) -> HttpResponseBase:
    """Take a PDF, and say why when it is not taken; her application stays as it is."""
    row, wanted = access.application_or_404(request, pk), _kind_or_404(kind)
    sent = request.method == "POST"
    # A form sent without a file is empty, and is a form all the same.
    form = DocumentForm(request.POST, request.FILES) if sent else DocumentForm()
    if sent and form.is_valid():
        try:
            actions.add_document(
                application=row, kind=wanted, upload=form.cleaned_data["file"], at=timezone.now()
            )
        except Refused as refused:
            form.add_error("file", str(refused.words))
        else:
            messages.success(request, _("Filen er gemt hos din ansøgning."))
            return HttpResponseRedirect(reverse("vacancies:application", args=[pk]))
    context = {"row": row, "form": form, "words": DOCUMENTS[wanted]}
    status = 422 if sent else 200
    return render(request, "vacancies/document.html", context, status=status)


@for_citizens
@reads
def document_file(request: Request, pk: int, kind: str) -> HttpResponseBase:
    """Give her the PDF back."""
    row = access.application_or_404(request, pk)
    file = queries.document_file(application=row, kind=_kind_or_404(kind))
    if file is None:
        raise Http404
    return serve(request, file)


@for_citizens
@require_POST
def document_remove(request: Request, pk: int, kind: str) -> HttpResponseBase:
    """Take the PDF away."""
    row = access.application_or_404(request, pk)
    if actions.remove_document(application=row, kind=_kind_or_404(kind), at=timezone.now()):
        messages.success(request, _("Filen er slettet."))
    return HttpResponseRedirect(reverse("vacancies:application", args=[pk]))


def _kind_or_404(kind: str) -> DocumentKind:
    try:
        return DocumentKind(kind)
    except ValueError:
        raise Http404 from None
