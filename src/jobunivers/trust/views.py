# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.http import Http404, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from jobunivers.foundation.http import Request, public, reads
from jobunivers.identity.access import for_citizens
from jobunivers.trust import exporting, local, queries
from jobunivers.trust.register import UnknownModel


@for_citizens
@reads
def who_has_looked(request: Request) -> HttpResponseBase:
    if request.user.pk is None:
        raise Http404
    looks = queries.looks_at(citizen_id=request.user.pk, page=request.GET.get("side"))
    context = {"looks": looks, "remarks": local.remarks_about(request.user.pk)}
    return render(request, "trust/who_has_looked.html", context)


@public
@reads
def models(request: Request) -> HttpResponseBase:
    """Show which models the kommune uses, for anybody."""
    return render(request, "trust/models.html", {"page": queries.register_page()})


@public
@reads
def model(request: Request, code: str) -> HttpResponseBase:
    """Show all there is to know of one model, for anybody."""
    return render(request, "trust/model.html", {"page": _card_page(code)})


@public
@reads
def model_json(request: Request, code: str) -> HttpResponseBase:
    """Give one model's documentation under the headings of the law, for anybody."""
    now = timezone.now()
    told = exporting.documentation(
        _card_page(code),
        kommune=request.municipality,
        language=request.LANGUAGE_CODE,
        at=now,
    )
    options = {"ensure_ascii": False, "indent": 2}
    answer = JsonResponse(told, json_dumps_params=options)
    answer.headers["Content-Disposition"] = f'inline; filename="{code}-{now:%Y-%m-%d}.json"'
    return answer


def _card_page(code: str) -> queries.CardPage:
    try:
        return queries.card_page(code, at=timezone.now())
    except UnknownModel:
        raise Http404 from None
