# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from jobunivers.foundation.http import Request, firms_too, public, reads
from jobunivers.foundation.notices import actions as notice_actions
from jobunivers.foundation.notices import queries as notice_queries
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.front import queries
from jobunivers.trust import queries as trust

_YEAR = 60 * 60 * 24 * 365
_DAY = "public, max-age=86400"
# Every address that asks for login, and those that only take what is sent (RFC 9309).
_NOT_FOR_SEARCH_ENGINES = (
    "administration/", "ansoegninger/", "beskeder/", "beslutninger-om-mig/", "breve/", "foelger/",
    "fra-kommunen/", "gemte-job/", "gemte-soegninger/", "soegehistorik/",
    "hvem-har-set/", "job/*/ansoegt/", "kalender/", "kilder/", "leder/", "leverandoer/",
    "log-ind/", "log-ud/",
    "markedspladsen/", "medarbejder/", "min-plan/", "min-side/", "min-uge/", "mine-data/",
    "laering/", "mit-forloeb/", "mit-login/",
    "opmaerksomhed/", "profil/", "raadighed/",
    "relevante-job/", "samtaler/", "samtykker/", "signaler/", "sprog/", "velkommen/",
    "videre/",
)  # fmt: skip


@public
@require_safe
def choose_municipality(request: HttpRequest) -> HttpResponse:
    context = {"municipalities": tenancy.opened(), "national": tenancy.national()}
    return render(request, "front/choose_municipality.html", context)


@public
@reads
def home(request: Request) -> HttpResponseBase:
    front = queries.front_page(
        municipality=request.municipality, language=request.LANGUAGE_CODE, at=timezone.now()
    )
    return render(request, "front/home.html", {"front": front})


@public
@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:  # noqa: ARG001
    """Answer 200 when pages can be served, 503 when they cannot; no login, no personal data.

    A sender of notices that has stopped is a warning: pages are served without it.
    """
    problems = queries.problems()
    warnings = [] if "database" in problems else queries.warnings(at=timezone.now())
    return JsonResponse(
        {
            "status": "ok" if not problems else "unwell",
            "problems": problems,
            "warnings": warnings,
            "audit": None if "database" in problems else queries.audit_standing(),
        },
        status=200 if not problems else 503,
    )


@public
@require_safe
def robots(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Ask search engines to read what is for everybody, and leave personal addresses alone."""
    lines = ["User-agent: *"]
    for path in _NOT_FOR_SEARCH_ENGINES:
        # A kommune stands at its own host name, or behind the first part of the path.
        lines += [f"Disallow: /{path}", f"Disallow: /*/{path}"]
    response = HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = _DAY
    return response


@public
@require_safe
def favicon(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Lead those who ask by the old address to the icon."""
    response = HttpResponseRedirect(static("ui/favicon.svg"))
    response.headers["Cache-Control"] = _DAY
    return response


@public
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()})
    response = HttpResponseRedirect(wanted if safe else get_script_prefix())
    language = request.POST.get("language", "")
    if language in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=_YEAR,
            samesite="Lax",
            secure=settings.PRODUCTION,
            httponly=True,
        )
    return response


@public
@reads
def about(request: Request) -> HttpResponseBase:
    return render(request, "front/about.html", {"datasets": queries.datasets()})


@public
@reads
def accessibility(request: Request) -> HttpResponseBase:
    return render(request, "front/accessibility.html")


@public
@reads
def privacy(request: Request) -> HttpResponseBase:
    return render(request, "front/privacy.html", {"officer": trust.officer_contact()})


@public
@reads
def contact(request: Request) -> HttpResponseBase:
    return render(request, "front/contact.html")


@firms_too
@reads
def notices(request: Request) -> HttpResponseBase:
    rows = [
        {"notice": notice, "text": notice_queries.text_of(notice)}
        for notice in notice_queries.latest(person_id=_own_id(request))
    ]
    return render(request, "front/notices.html", {"rows": rows})


@firms_too
@require_POST
def notices_read(request: Request) -> HttpResponseBase:
    notice_actions.mark_read(person_id=_own_id(request), at=timezone.now())
    return HttpResponseRedirect(reverse("front:notices"))


@public
@reads
def logo(request: Request, version: str) -> HttpResponseBase:  # noqa: ARG001 - the address changes with the logo
    municipality = request.municipality
    if not municipality.logo:
        raise Http404
    response = HttpResponse(bytes(municipality.logo), content_type=municipality.logo_type)
    response.headers["Cache-Control"] = f"public, max-age={_YEAR}, immutable"
    return response


def _own_id(request: Request) -> int:
    if request.user.pk is None:
        raise Http404
    return request.user.pk
