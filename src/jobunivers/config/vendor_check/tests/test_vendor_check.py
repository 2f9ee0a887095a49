# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sample app holds every check; apps that leave something out are told which."""

import importlib.util
import json
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import ModuleType
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, connections
from django.utils import timezone

from jobunivers.config.vendor_check.checking import check, place_for, signer
from jobunivers.config.vendor_check.platform import Doorkeeper, serving
from jobunivers.config.vendor_check.registering import Given, kommune, new_vendor
from jobunivers.config.vendor_check.report import Line, Outcome, as_json, as_text, failed
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.testing import ROOT


@pytest.fixture(scope="module")
def sample() -> ModuleType:
    path = ROOT / "examples/vendor-app/vendor_app.py"
    found = importlib.util.spec_from_file_location("sample_vendor_app", path)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    sys.modules[found.name] = module  # its dataclasses look themselves up there
    sys.path.insert(0, str(path.parent))  # as when it is run: the tool's file is beside it
    found.loader.exec_module(module)
    return module


class Stand:
    """A platform in the test's own transaction, answering behind a socket."""

    def __init__(self, municipality: Municipality, given: Given, keeper: Doorkeeper) -> None:
        self.municipality, self.given, self.keeper = municipality, given, keeper

    def check(self, url: str, *, seconds: float = 10.0) -> list[Line]:
        place = place_for(self.municipality, self.given, self.keeper, seconds=seconds)
        return check(place, self.given, self.municipality, url=url)


@pytest.fixture
def stand(db: None, settings: Any) -> Iterator[Stand]:
    connection = connections["default"]
    keeper = Doorkeeper(app=WSGIHandler(), sign=lambda _claims: "")

    def share() -> None:
        connections["default"] = connection

    keeper.before = share
    connection.inc_thread_sharing()
    # The test's transaction is the requests' too: none of them may end it.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        with serving(keeper) as port:
            settings.ADDRESS = f"http://127.0.0.1:{port}/"
            given = new_vendor(at=timezone.now())
            municipality = kommune()
            assert municipality is not None
            keeper.sign = signer(municipality)
            yield Stand(municipality, given, keeper)
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)
        connection.dec_thread_sharing()


@contextmanager
def running(server: Any) -> Iterator[str]:
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def app_of(
    sample: ModuleType, stand: Stand, change: Callable[[Any], None] = lambda _app: None
) -> Iterator[str]:
    settings = sample.Settings(**stand.given.told())
    server = sample.serve(settings, 0)
    server.RequestHandlerClass.log_message = lambda *_args: None
    change(server.get_app())
    with running(server) as url:
        yield url


def not_held(lines: list[Line]) -> list[str]:
    return [one.check for one in lines if one.outcome == Outcome.FAILED]


def test_the_sample_app_holds_every_check(sample: ModuleType, stand: Stand) -> None:
    with app_of(sample, stand) as url:
        lines = stand.check(url)

    assert not_held(lines) == [], as_text(lines)
    assert not failed(lines)
    assert {one.outcome for one in lines} == {Outcome.PASSED}
    assert len(lines) == 29
    assert sum("LTI" in one.check for one in lines) == 12


def test_it_can_be_checked_again_without_being_set_up_anew(
    sample: ModuleType, stand: Stand
) -> None:
    with app_of(sample, stand) as url:
        stand.check(url)
        assert not failed(stand.check(url))


def test_an_app_that_checks_no_id_token_is_told_what_it_let_in(
    sample: ModuleType, stand: Stand
) -> None:
    def careless(app: Any) -> None:
        from joserfc import jws

        app.login._checked = lambda token, _nonce: json.loads(
            jws.extract_compact(token.encode()).payload
        )

    with app_of(sample, stand, careless) as url:
        lines = not_held(stand.check(url))

    assert [one for one in lines if "ID token" in one] == [
        "an ID token for another login (nonce) is refused",
        "an ID token for another app (aud) is refused",
        "an ID token of another issuer (iss) is refused",
        "an ID token that has run out (exp) is refused",
        "an ID token with a wrong signature is refused",
    ]
    assert "a citizen says yes and is logged in" not in lines


def test_an_app_that_checks_no_webhook_is_told_so(sample: ModuleType, stand: Stand) -> None:
    def careless(app: Any) -> None:
        app.pages["/webhook"] = lambda _environ: (200, "text/plain", "ok")

    with app_of(sample, stand, careless) as url:
        assert not_held(stand.check(url)) == [
            "a changed message is refused",
            "a message of ten minutes ago is refused",
            "a message signed with another secret is refused",
            "a message without a signature is refused",
        ]


def test_an_app_with_another_secret_takes_no_message(sample: ModuleType, stand: Stand) -> None:
    def other(app: Any) -> None:
        from dataclasses import replace

        app.settings = replace(app.settings, webhook_secret="whsec_AAAA")

    with app_of(sample, stand, other) as url:
        assert "a signed message is taken" in not_held(stand.check(url))


def test_an_app_that_asks_any_issuer_and_leads_round_is_told_so(
    sample: ModuleType, stand: Stand
) -> None:
    def round_and_round(app: Any) -> None:
        app.pages["/start"] = lambda _environ: (302, "", f"{app.address}/start")

    with app_of(sample, stand, round_and_round) as url:
        found = stand.check(url)
    [login] = [one for one in found if one.check == "a citizen says yes and is logged in"]
    assert "led on 15 times" in login.why


def test_what_is_not_said_is_not_tried(sample: ModuleType, stand: Stand) -> None:
    def small(app: Any) -> None:
        told = json.loads(app.describe({})[2])
        del told["webhook_url"], told["xapi"]
        del told["lti"]["exercise"], told["lti"]["pick"]
        app.pages["/.well-known/jobunivers-vendor.json"] = lambda _environ: (
            200, "application/json", json.dumps(told),
        )  # fmt: skip

    with app_of(sample, stand, small) as url:
        lines = stand.check(url)
    skipped = [one for one in lines if one.outcome == Outcome.NOT_TRIED]
    assert [one.check for one in skipped] == [
        "statements are sent and taken (xAPI)", "webhooks", "a grade is told and taken (LTI)",
        "content is picked (LTI deep linking)",
    ]  # fmt: skip
    assert all(one.why for one in skipped)
    assert not failed(lines)


def test_a_tool_that_checks_nothing_of_a_launch_is_told_what_it_let_in(
    sample: ModuleType, stand: Stand
) -> None:
    def careless(app: Any) -> None:
        from joserfc import jws

        app.tool.finish = lambda told, _asked: json.loads(
            jws.extract_compact(told["id_token"].encode()).payload
        )

    with app_of(sample, stand, careless) as url:
        lines = [one for one in stand.check(url) if "LTI" in one.check]

    assert not_held(lines) == [
        "a launch of another login (nonce) is refused (LTI)",
        "a launch of another tool (aud) is refused (LTI)",
        "a launch of another platform (iss) is refused (LTI)",
        "a launch of an hour ago (exp) is refused (LTI)",
        "a launch of another deployment (deployment_id) is refused (LTI)",
        "a launch with a wrong signature is refused (LTI)",
        "a launch that was not begun is refused (LTI)",
        "the same launch a second time is refused (LTI)",
    ]
    assert all("the app went on" in one.why for one in lines if one.outcome == Outcome.FAILED)


def _says(change: Callable[[dict[str, Any]], None]) -> Callable[[Any], None]:
    """Return what lets an app say something else of itself as a tool."""

    def changed(app: Any) -> None:
        told = json.loads(app.describe({})[2])
        change(told["lti"])
        app.pages["/.well-known/jobunivers-vendor.json"] = lambda _environ: (
            200, "application/json", json.dumps(told),
        )  # fmt: skip

    return changed


def _other_key(app: Any) -> None:
    app.pages["/lti/keys"] = lambda _environ: (200, "application/json", '{"keys": []}')


def _signs_with_another(app: Any) -> None:
    from joserfc.jwk import RSAKey

    shown = app.tool.public_keys()
    app.tool.public_keys = lambda: shown
    app.tool.key = RSAKey.generate_key(2048, {"kid": app.tool.key.kid})


def _tells_less(app: Any) -> None:
    right = app.tool.begin

    def begin(told: dict[str, str]) -> Any:
        there, asked = right(told)
        return there.replace("response_mode=form_post", "response_mode=query"), asked

    app.tool.begin = begin


@pytest.mark.parametrize(
    ("change", "check", "words"),
    [
        (_other_key, "addresses and keys", "no JWK set with an RSA key"),
        (_says(lambda lti: lti.update(keys_uri=lti["keys_uri"] + "x")), "addresses and", "404"),
        (_says(lambda lti: lti.update(launch_uri="http://a.example/")), "addresses and",
         "launch: http://a.example/"),
        (_signs_with_another, "a grade", "/lti/token was refused with 401"),
        (_signs_with_another, "content is picked", "its signature must be by a key of keys_uri"),
        (_says(lambda lti: lti.update(redirect_uris=[lti["launch_uri"] + "/other"])),
         "a citizen is launched", "letter by letter"),
        (_tells_less, "a citizen is launched", "form_post"),
        (_says(lambda lti: lti.update(login_uri=lti["keys_uri"])), "a citizen is launched",
         "did not lead to our /lti/authorize"),
        (_says(lambda lti: lti.update(exercise={"url": lti["keys_uri"], "fields": {}})),
         "a grade", "no token was asked for"),
        (_says(lambda lti: lti.update(pick={"url": lti["keys_uri"], "fields": {}})),
         "content is picked", "no form with JWT"),
    ],
)  # fmt: skip
def test_a_tool_that_is_wrong_is_told_so_in_plain_words(
    sample: ModuleType, stand: Stand, change: Callable[[Any], None], check: str, words: str
) -> None:
    with app_of(sample, stand, change) as url:
        found = stand.check(url)
    [line] = [one for one in found if check in one.check and "LTI" in one.check]
    assert line.outcome == Outcome.FAILED
    assert words in line.why


@pytest.mark.parametrize(
    ("lti", "words"),
    [
        ([], ""),
        (["x"], "lti must be an object"),
        ({"login_uri": "https://a.example/"}, "lti: launch_uri must be a text"),
        ({"login_uri": "a", "launch_uri": "b"}, "lti: redirect_uris must be a list"),
    ],
)
def test_a_tool_that_is_described_wrongly_is_told_so(stand: Stand, lti: Any, words: str) -> None:
    told = {"name": "x", "login_uri": "http://a.example/", "redirect_uris": ["https://a.b/"]}
    handler = type("Odd", (_Odd,), {"answer": (200, json.dumps(told | {"lti": lti}).encode())})
    with running(ThreadingHTTPServer(("127.0.0.1", 0), handler)) as url:
        lines = stand.check(url, seconds=0.3)
    assert words in lines[-1].why


class _Odd(BaseHTTPRequestHandler):
    answer: tuple[int, bytes] = (200, b"")

    def do_GET(self) -> None:
        status, body = self.answer
        if status == 0:
            self.connection.recv(1)
            return
        self.send_response(status)
        if status == 302:
            self.send_header("Location", self.path)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((200, b"<html>"), "is not JSON"),
        ((200, b"[" * 60_000), "is not JSON"),
        ((200, b"[]"), "not an object"),
        ((200, b"{}"), "redirect_uris"),
        ((200, b'{"redirect_uris": ["https://a.example/"], "name": ""}'), "name must be a text"),
        ((200, b"x" * 70_000), "larger than"),
        ((404, b""), "answers 404"),
        ((302, b""), "answers 302"),
        ((0, b""), "no answer within 0.3 s"),
        (
            (
                200,
                b'{"name": "x", "login_uri": "http://a.example/", "redirect_uris": ["https://a.b/"]}',
            ),
            "login: http://a.example/",
        ),
    ],
)
def test_a_description_that_cannot_be_read_is_told_in_one_line(
    stand: Stand, answer: tuple[int, bytes], words: str
) -> None:
    handler = type("Odd", (_Odd,), {"answer": answer})
    with running(ThreadingHTTPServer(("127.0.0.1", 0), handler)) as url:
        lines = stand.check(url, seconds=0.3)
    assert lines[-1].outcome == Outcome.FAILED
    assert words in lines[-1].why


def test_a_dead_address_is_told_in_one_line(stand: Stand) -> None:
    from jobunivers.integrations.links.fake import free_port

    for url in (f"http://127.0.0.1:{free_port()}", "ftp://a.example", "http://[", ""):
        [line] = stand.check(url)
        assert line.outcome == Outcome.FAILED
        assert "\n" not in line.why
    assert json.loads(as_json([line]))[0]["outcome"] == "failed"
    assert "1 failed" in as_text([line])
