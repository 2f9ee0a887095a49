# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The catalogue of data that everybody may read, and the record of processing."""

import csv
from io import StringIO

from django.http import Http404, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from jobunivers.foundation.http import Request, public, reads
from jobunivers.identity.access import for_officers_and_administrators
from jobunivers.trust.dcat import Published, as_dcat
from jobunivers.trust.queries.catalogue import catalogue as all_data
from jobunivers.trust.queries.processing import Processing, Record, record

_LONGEST = 80  # of what is searched for


@public
@reads
def catalogue(request: Request) -> HttpResponseBase:
    """List the data sets; with words to look for, the kinds of data in which they stand."""
    words = request.GET.get("q", "").replace("\0", "").strip()[:_LONGEST]
    context = {"found": all_data(words=words), "words": words}
    return render(request, "trust/catalogue.html", context)


@public
@reads
def dataset(request: Request, code: str) -> HttpResponseBase:
    """Show what is in one data set, why, by which right and how long."""
    found = all_data(only=code)
    if not found:
        raise Http404
    return render(request, "trust/dataset.html", {"dataset": found[0]})


@public
@reads
def catalogue_dcat(request: Request) -> HttpResponseBase:
    """Give the catalogue as DCAT in JSON-LD, for other catalogues to read."""
    found = all_data()

    def address(name: str, *args: str) -> str:
        return request.build_absolute_uri(reverse(name, args=args))

    told = as_dcat(
        found,
        Published(
            kommune=request.municipality,
            address=address("trust:catalogue"),
            addresses={one.code: address("trust:dataset", one.code) for one in found},
            language=request.LANGUAGE_CODE,
            at=timezone.now(),
        ),
    )
    options = {"ensure_ascii": False, "indent": 1}
    return JsonResponse(told, content_type="application/ld+json", json_dumps_params=options)


@for_officers_and_administrators
@reads
def processing(request: Request) -> HttpResponseBase:
    """Show the record of processing as it is today."""
    context = {"record": _record(request), "printing": False}
    return render(request, "trust/processing.html", context)


@for_officers_and_administrators
@reads
def processing_print(request: Request) -> HttpResponseBase:
    """Show the record with everything open, to be printed or handed to the authority."""
    context = {"record": _record(request), "printing": True}
    return render(request, "trust/processing.html", context)


@for_officers_and_administrators
@reads
def processing_csv(request: Request) -> HttpResponseBase:
    """Give the record as a table, a row for each purpose."""
    told = _record(request)
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        [_("Formål"), _("Ret"), _("Lov"), _("Personer"), _("Oplysninger"), _("Hvor følsomt"),
         _("Kilder"), _("Hvem må se det"), _("Modtagere"), _("Uden for EU"), _("Hvor længe")]
    )  # fmt: skip
    writer.writerows(_row(one) for one in told.processings)
    answer = HttpResponse(
        out.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8"
    )
    name = f"fortegnelse-{request.municipality.slug}-{told.on:%Y-%m-%d}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _record(request: Request) -> Record:
    return record(on=timezone.localdate(), language=request.LANGUAGE_CODE)


def _row(one: Processing) -> list[str]:
    data = [f"{name}: {'; '.join(str(what) for what in whats)}" for name, whats in one.data]
    cells = (
        [one.purpose.name],
        [one.basis.name],
        [one.basis.law],
        one.people,
        data,
        one.sorts,
        one.sources,
        one.seen_by,
        [f"{who.name} ({who.why})" for who in one.recipients],
        [f"{who.name}: {who.ground}" for who in one.abroad],
        one.kept,
    )
    return [" | ".join(str(text) for text in texts) for texts in cells]
