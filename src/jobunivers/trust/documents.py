# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The documentation that the law asks for: of all models or of one, as data and for paper."""

from django.http import Http404, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from jobunivers.foundation.http import Request, public, reads
from jobunivers.trust import exporting, queries
from jobunivers.trust.exporting import Json
from jobunivers.trust.fixed import FIXED
from jobunivers.trust.papers import Paper, paper
from jobunivers.trust.queries import CardPage
from jobunivers.trust.register import UnknownModel


@public
@reads
def register_json(request: Request) -> HttpResponseBase:
    """Give the whole register under the headings of the law, for anybody."""
    now = timezone.now()
    told: Json = exporting.register_documentation(
        queries.card_pages(at=now),
        kommune=request.municipality,
        language=request.LANGUAGE_CODE,
        at=now,
    )
    answer = JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer.headers["Content-Disposition"] = f'inline; filename="ai-{now:%Y-%m-%d}.json"'
    return answer


@public
@reads
def register_printed(request: Request) -> HttpResponseBase:
    """Show the whole register under the headings of the law, for paper."""
    now = timezone.now()
    papers = [paper(page) for page in queries.card_pages(at=now)]
    return _printed(request, _("Dokumentation af kommunens AI"), papers, with_fixed=True)


@public
@reads
def model_printed(request: Request, code: str) -> HttpResponseBase:
    """Show one model under the headings of the law, for paper."""
    page = _page(code)
    title = _("Dokumentation: %(name)s") % {"name": page.card.name}
    return _printed(request, title, [paper(page)], with_fixed=False)


def _page(code: str) -> CardPage:
    try:
        return queries.card_page(code, at=timezone.now())
    except UnknownModel:
        raise Http404 from None


def _printed(
    request: Request, title: str, papers: list[Paper], *, with_fixed: bool
) -> HttpResponseBase:
    context = {
        "title": title,
        "papers": papers,
        "fixed": FIXED if with_fixed else (),
        "now": timezone.now(),
    }
    return render(request, "trust/documentation.html", context)
