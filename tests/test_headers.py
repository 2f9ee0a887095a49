# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every answer tells the browser, whatever the address and whoever asks."""

import re

import pytest

from tests.addresses.table import TABLE
from tests.addresses.world import World, ask
from tests.test_production import start

pytestmark = pytest.mark.django_db

ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
# Files: asked for again each time, so nothing shows after log-out; videos are the same for all.
KEPT = {
    "ansoegninger/<int:pk>/fil/<slug:kind>/hent/",
    "mine-data/hent/<int:pk>/",
    "medarbejder/kalender/fil/",
    "velkommen/video/<int:pk>/",
    "velkommen/video/<int:pk>/<str:language>.vtt",
    "laering/fil/<int:pk>/",
    "markedspladsen/<int:pk>/tilgaengelighed.pdf",
}
_KINDS = re.compile(
    r"text/(html|css|plain|csv|javascript|vtt|calendar)|application/(json|pdf|xml|[\w.-]+\+(json|xml)"
    r"|javascript|zip|octet-stream)|image/(png|jpeg|webp|svg\+xml)|video/(mp4|webm)"
)


@pytest.mark.parametrize("who", ["visitor", "kirsten", "omar", "anne"])
def test_every_answer_has_the_strict_headers(world: World, who: str) -> None:
    wrong = []
    for address, line in TABLE.items():
        browser = world.browsers[who]
        answer = (browser.get if line.method == "GET" else browser.post)(world.path(address))
        for name, value in ALWAYS.items():
            if answer.get(name) != value:
                wrong.append(f"{address}: {name} is {answer.get(name)}")
        if "frame-ancestors 'none'" not in answer["Content-Security-Policy"]:
            wrong.append(f"{address} may be framed")
        if "camera=()" not in answer["Permissions-Policy"]:
            wrong.append(f"{address} may ask for the camera")
        if "Access-Control-Allow-Origin" in answer and "jwks" not in address:
            wrong.append(f"{address} may be read by others' pages")
        kind = answer.get("Content-Type", "")
        if answer.status_code == 200 and kind and not _KINDS.match(kind):
            wrong.append(f"{address} is of the kind {kind}")
        if kind.startswith("text/") and "charset=utf-8" not in kind.lower():
            wrong.append(f"{address}: {kind} names no letters")
    assert wrong == []


@pytest.mark.parametrize("who", ["kirsten", "omar"])
def test_what_somebody_logged_in_is_shown_is_kept_by_no_browser(world: World, who: str) -> None:
    wrong = []
    for address, line in TABLE.items():
        # What anybody may read without a login may be kept, and says so itself.
        if line.method != "GET" or not line.answers.startswith("login"):
            continue
        answer = world.browsers[who].get(world.path(address))
        said = answer.get("Cache-Control", "")
        if address in KEPT:
            assert said.startswith("private"), address
            continue
        if "no-store" not in said:
            wrong.append(f"{address}: {said!r}")
    assert not wrong, " ".join(wrong)


def test_a_trace_of_a_request_is_not_given_back(world: World) -> None:
    answer = world.browsers["visitor"].generic("TRACE", "/", headers={"X-Secret": "tell"})
    assert answer.status_code in {403, 405}
    assert b"tell" not in answer.content
    assert ask(world.browsers["visitor"], "GET", "/") == "200"


def test_in_production_cookies_are_of_this_host_alone_and_all_is_encrypted() -> None:
    ask_settings = (
        "from django.conf import settings as s;"
        "print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.LANGUAGE_COOKIE_NAME,"
        " s.SESSION_COOKIE_SECURE and s.CSRF_COOKIE_SECURE and s.LANGUAGE_COOKIE_SECURE,"
        " s.SESSION_COOKIE_HTTPONLY and s.CSRF_COOKIE_HTTPONLY and s.LANGUAGE_COOKIE_HTTPONLY,"
        " s.SESSION_COOKIE_SAMESITE, s.SECURE_HSTS_SECONDS >= 31536000,"
        " s.SECURE_HSTS_INCLUDE_SUBDOMAINS, s.SECURE_SSL_REDIRECT,"
        " s.SESSION_COOKIE_DOMAIN, s.SESSION_COOKIE_PATH)"
    )
    said = start(ask_settings).stdout.split()
    assert said == [
        "__Host-jobunivers", "__Host-csrf", "__Host-language", "True", "True", "Lax", "True",
        "True", "True", "None", "/",
    ]  # fmt: skip
