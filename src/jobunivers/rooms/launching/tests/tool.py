# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""An LTI tool of another make, and her browser beside it: a program that tests run.

It is told what to do as JSON and says what came of it. Her browser's requests carry a mark.
"""

import html
import json
import re
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import requests
from pylti1p3.cookie import CookieService
from pylti1p3.deep_link_resource import DeepLinkResource
from pylti1p3.exception import LtiException, LtiServiceException, OIDCException
from pylti1p3.grade import Grade
from pylti1p3.lineitem import LineItem
from pylti1p3.message_launch import MessageLaunch
from pylti1p3.oidc_login import OIDCLogin
from pylti1p3.request import Request
from pylti1p3.service_connector import ServiceConnector
from pylti1p3.session import SessionService
from pylti1p3.tool_config.dict import ToolConfDict

HERS = {"x-her-browser": "1"}
_COOKIES: dict[str, str] = {}
_TOKENS: dict[str, str] = {}


class Asked(Request):
    def __init__(self, told: dict[str, str], session: dict[str, Any]) -> None:
        self.told, self.kept = told, session

    @property
    def session(self) -> dict[str, Any]:
        return self.kept

    def is_secure(self) -> bool:
        return False

    def get_param(self, key: str) -> str:
        return self.told.get(key, "")


class Cookies(CookieService):
    def get_cookie(self, name: str) -> str | None:
        return _COOKIES.get(name)

    def set_cookie(self, name: str, value: str | int, exp: int | None = 3600) -> None:  # noqa: ARG002
        _COOKIES[name] = str(value)


class Connector(ServiceConnector):
    def _get_cached_access_token(self, scope_key: str) -> str | None:
        return _TOKENS.get(scope_key)

    def _cache_access_token(self, scope_key: str, access_token: str, expires_in: float) -> None:  # noqa: ARG002
        _TOKENS[scope_key] = access_token


class Login(OIDCLogin):  # type: ignore[type-arg]
    def get_redirect(self, url: str) -> Any:
        raise NotImplementedError(url)  # her browser is led on by this program


class Launch(MessageLaunch):  # type: ignore[type-arg]
    def _get_request_param(self, key: str) -> str:
        return str(self._request.get_param(key))


def show_keys(port: int, keys: dict[str, Any]) -> None:
    """Show the tool's keys at an address of its own."""

    class Keys(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(keys).encode())

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", port), Keys)
    threading.Thread(target=server.serve_forever, daemon=True).start()


def configured(told: dict[str, Any]) -> ToolConfDict:
    """Return how the tool knows the platform."""
    issuer = told["platform"]
    config = ToolConfDict(
        {
            f"{issuer}/oidc": {
                "default": True,
                "client_id": told["client_id"],
                "auth_login_url": f"{issuer}/lti/authorize",
                "auth_token_url": f"{issuer}/lti/token",
                "auth_audience": None,
                "key_set_url": f"{issuer}/oidc/jwks.json",
                "key_set": None,
                "deployment_ids": [told["deployment"]],
            }
        }
    )
    config.set_private_key(f"{issuer}/oidc", told["private"])
    config.set_public_key(f"{issuer}/oidc", told["public"])
    return config


def started(told: dict[str, Any]) -> dict[str, str]:
    """Let her browser begin, and return what it brings to the tool's login page."""
    ask = requests.post if told.get("picking") else requests.get
    page = ask(
        f"{told['platform']}{told['start']}", headers=HERS, allow_redirects=False, timeout=20
    )
    return dict(parse_qsl(urlsplit(page.headers["Refresh"].split("url=", 1)[1]).query))


def posted(there: str) -> dict[str, str]:
    """Return what her browser would post to the tool."""
    page = requests.get(there, headers=HERS, allow_redirects=False, timeout=20).text
    form = page.split("data-launch", 1)[1].split("</form>", 1)[0]
    found = re.findall(r'name="([^"]*)" value="([^"]*)"', form)
    return {name: html.unescape(value) for name, value in found}


def graded(launch: Any, told: dict[str, Any], sub: str) -> dict[str, Any]:
    """Tell results of her, twice, and a line and a result of somebody else."""
    ags = launch.get_ags()
    grade = Grade().set_score_given(8).set_score_maximum(10).set_timestamp(told["now"])
    grade.set_activity_progress("Completed").set_grading_progress("FullyGraded").set_user_id(sub)
    ags.put_grade(grade)
    ags.put_grade(grade)
    part = LineItem().set_tag("del").set_label("En del").set_score_maximum(5)
    line = ags.find_or_create_lineitem(part)
    again = ags.find_or_create_lineitem(part)
    try:
        ags.put_grade(grade.set_user_id("en-anden"))
        other = ""
    except LtiServiceException as wrong:
        other = wrong.response.json()["error_description"]
    return {
        "grades": list(ags.get_grades()),
        "same_line": line.get_id() == again.get_id(),
        "lines": len(list(ags.get_lineitems())),
        "other": other,
    }


def picked(launch: Any) -> dict[str, Any]:
    """Let two pieces of content be picked, and send the answer twice."""
    link = launch.get_deep_link()
    one = DeepLinkResource().set_title("Skriv et CV").set_url("https://tool.example/cv")
    two = DeepLinkResource().set_title("Øv samtalen").set_custom_params({"kapitel": "2"})
    two.set_url("https://tool.example/samtale")
    sent = {"JWT": link.get_response_jwt([one, two])}
    there = launch.get_launch_data()[
        "https://purl.imsglobal.org/spec/lti-dl/claim/deep_linking_settings"
    ]["deep_link_return_url"]
    first, again = (
        requests.post(there, data=sent, allow_redirects=False, timeout=20) for _ in range(2)
    )
    return {
        "back": first.headers.get("Location", ""),
        "status": [first.status_code, again.status_code],
    }


def launched(told: dict[str, Any]) -> dict[str, Any]:
    """Do it all, and return what came of it."""
    config, session = configured(told), {}  # type: ignore[var-annotated]
    brought = Asked(started(told), session)
    login = Login(
        brought, config, session_service=SessionService(brought), cookie_service=Cookies()
    )
    there = login._prepare_redirect_url(told["redirect_uri"])
    fields = posted(there)
    if "error" in fields:
        return {"refused": fields}
    again = posted(there)
    if told.get("forget"):
        session.clear()
    answer = Asked(fields, session)
    launch = Launch(
        answer,
        config,
        session_service=SessionService(answer),
        cookie_service=Cookies(),
        service_connector_cls=Connector,
    ).validate()
    data = launch.get_launch_data()
    more = picked(launch) if told.get("picking") else graded(launch, told, data["sub"])
    return {"data": data, "again": again.get("error_description"), **more}


def main() -> None:
    """Do what is told, and say what came of it."""
    told = json.loads(sys.argv[1])
    if told.get("keys_port"):
        show_keys(told["keys_port"], told["keys"])
    try:
        said = launched(told)
    except LtiServiceException as wrong:
        said = {"failed": "service", "why": wrong.response.text}
    except (LtiException, OIDCException) as wrong:
        said = {"failed": type(wrong).__name__, "why": str(wrong)}
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()
