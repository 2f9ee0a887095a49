# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small platform of one kommune, with the look alone: the foundation knows no rooms."""

import mimetypes
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import include, path, resolve

from jobunivers.foundation.tenancy.models import Municipality

CSP = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'"
ORIGIN = "http://aarhus.example"


def _nothing(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    return HttpResponse("")


_FRONT = ("", "om/", "tilgaengelighed/", "persondata/", "kontakt/", "sprog/", "beskeder/")
_NAMES = ("home", "about", "accessibility", "privacy", "contact", "choose_language", "notices")
urlpatterns = [
    path("", include("jobunivers.foundation.ui.urls")),
    path(
        "",
        include(
            (
                [path(a, _nothing, name=n) for a, n in zip(_FRONT, _NAMES, strict=True)],
                "front",
            )
        ),
    ),
    path(
        "",
        include(
            (
                [
                    path("log-ind/", _nothing, name="log_in"),
                    path("log-ud/", _nothing, name="log_out"),
                ],
                "identity",
            )
        ),
    ),
]


def frame(request: HttpRequest) -> dict[str, Any]:
    """What the front gives every page."""
    labels = ["Min side", "Find job", "Relevante job", "Ansøgninger", "Min profil"]
    return {
        "demo_mode": True,
        "unread_notices": 2,
        "navigation": [
            SimpleNamespace(label=label, url=f"/{n}/", current=n == 1, icon="home")
            for n, label in enumerate(labels)
        ],
        "navigation_more": [],
    }


Get = Callable[..., HttpResponse]


@pytest.fixture
def get(settings: Any) -> Get:
    """Ask for an address as somebody (`name`), in a language, and get the answer."""
    settings.ROOT_URLCONF = "jobunivers.foundation.ui.tests.conftest"
    options = settings.TEMPLATES[0]["OPTIONS"]
    here = "jobunivers.foundation.ui.tests.conftest.frame"
    processors = [p for p in options["context_processors"] if p.startswith("django.template")]
    settings.TEMPLATES = [
        {**settings.TEMPLATES[0], "OPTIONS": {**options, "context_processors": [*processors, here]}}
    ]

    def asked(address: str, name: str = "", **changes: Any) -> HttpResponse:
        request = RequestFactory().get(address)
        request.municipality = Municipality(  # type: ignore[attr-defined]
            **{"code": "0751", "slug": "aarhus", "name": "Aarhus", **changes}
        )
        request.user = SimpleNamespace(  # type: ignore[assignment]
            is_authenticated=bool(name), name=name, role="citizen", pk=None
        )
        found = resolve(urlsplit(address).path)
        response = found.func(request, *found.args, **found.kwargs)
        assert isinstance(response, HttpResponse)
        return response

    return asked


@pytest.fixture
def site(get: Get) -> Callable[[Any], None]:
    """Serve the same platform to a browser, without a socket: answers are made in place."""

    def answer(route: Any) -> None:
        address = urlsplit(route.request.url)
        if f"{address.scheme}://{address.netloc}" != ORIGIN:
            raise AssertionError(f"A page asked a third party: {route.request.url}")
        if address.path.startswith("/static/"):
            place = finders.find(address.path.removeprefix("/static/"))
            assert isinstance(place, str), f"No such file: {address.path}"
            route.fulfill(path=place, content_type=mimetypes.guess_type(place)[0] or "text/plain")
            return
        query = f"?{address.query}" if address.query else ""
        response = get(f"{address.path}{query}", name="Amina Holm" if "bruger" in query else "")
        route.fulfill(
            status=response.status_code,
            body=response.content,
            headers={"content-type": response["content-type"], "content-security-policy": CSP},
        )

    def attach(context: Any) -> None:
        context.route("**/*", answer)

    return attach
