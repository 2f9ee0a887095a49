# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every address walked for what must hold at all of them: forms' tokens, ways in, text as text."""

import re
from typing import Any

import pytest
from django.contrib.auth import SESSION_KEY
from django.db import connection, models, transaction

from jobunivers.foundation.datamap.holdings import Sort, holdings
from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.testing import ROOT
from jobunivers.testing.browsers import KommuneClient
from tests.addresses.table import TABLE
from tests.addresses.world import World

pytestmark = pytest.mark.django_db

# They take no cookie: a program shows a key, a signed message, or a letter's own secret.
_WITHOUT_A_TOKEN = ("xapi/", "oidc/", "lti/", "afmeld/", "log-ind/med/<slug:code>/slut/")
# Who gets in here has proven who she is; or chooses somebody of a demo.
_WAYS_IN = {"log-ind/<int:pk>/", "log-ind/med/<slug:code>/tilbage/"}


@pytest.mark.parametrize("who", ["kirsten", "anne"])
def test_nothing_that_is_sent_without_the_forms_token_is_taken(world: World, who: str) -> None:
    browser = world.browsers[who]
    strict = KommuneClient(browser.prefix.strip("/"), enforce_csrf_checks=True)
    strict.cookies = browser.cookies
    strict.raise_request_exception = False
    taken, refused = [], 0
    for address in TABLE:
        if address.startswith(_WITHOUT_A_TOKEN):
            continue
        with transaction.atomic():
            answer = strict.post(world.path(address))
            transaction.set_rollback(True)
        refused += answer.status_code == 403
        if answer.status_code not in {403, 404, 405}:
            taken.append(f"{address}: {answer.status_code}")
    assert taken == []
    assert refused > 300


def test_no_address_lets_a_visitor_in_but_those_where_one_logs_in(world: World) -> None:
    inside, asked = [], 0
    for address in TABLE:
        if address in _WAYS_IN:
            continue
        for method in ("GET", "POST"):
            browser = KommuneClient("aarhus")
            browser.raise_request_exception = False
            with transaction.atomic():
                browser.generic(method, world.path(address))
                inside += [address] if SESSION_KEY in browser.session else []
                transaction.set_rollback(True)
            asked += 1
    assert inside == []
    assert asked > 500


_MARK = "<b id=x>'\"&"


def _written_by_people() -> list[tuple[type[models.Model], list[str]]]:
    """Return every column that holds somebody's own words, by the map of what is held."""
    found = []
    for holding in holdings():
        fields = [
            name
            for name, held in holding.fields.items()
            if held.sort is Sort.FREE_TEXT
            and isinstance(
                field := holding.model._meta.get_field(name), models.CharField | models.TextField
            )
            and not field.choices
            and (field.max_length or 100) >= len(_MARK)
        ]
        if fields:
            found.append((holding.model, fields))
    return found


def _mark_all(municipality_id: int) -> int:
    """Let all that anybody has written in the kommune be HTML; return how many columns could be."""
    done = 0
    with working_for(municipality_id):
        for model, fields in _written_by_people():
            for name in fields:
                try:
                    with transaction.atomic():
                        rows = model._base_manager.exclude(**{f"{name}__isnull": True})
                        if model._meta.get_field(name).blank:
                            rows = rows.exclude(**{name: ""})
                        done += bool(rows.update(**{name: _MARK}))
                        connection.check_constraints()
                except Exception:  # noqa: BLE001, S112 - a log, or a column with words of its own
                    continue
    return done


@pytest.mark.parametrize("who", ["kirsten", "omar", "anne"])
def test_what_people_have_written_is_text_on_every_page(
    world: World, kirsten: Person, who: str
) -> None:
    assert kirsten.municipality_id is not None
    marked = _mark_all(kirsten.municipality_id)
    browser: Any = world.browsers[who]
    browser.raise_request_exception = False
    raw, escaped = [], 0
    for address, line in TABLE.items():
        if line.method != "GET":
            continue
        answer = browser.get(world.path(address))
        if answer.streaming or "html" not in answer.get("Content-Type", ""):
            continue
        page = answer.content.decode()
        escaped += "&lt;b id=x&gt;" in page
        raw += [address] if "<b id=x>" in page else []
    assert raw == []
    assert marked > 30, "columns"
    assert escaped > 5, "pages on which it is read as text"


def _asked_for() -> list[str]:
    """Return every parameter that a view reads from an address."""
    named = re.compile(r"GET(?:\.get|\.getlist)?[(\[]\"(\w+)\"")
    views = (ROOT / "src" / "jobunivers").rglob("*.py")
    return sorted({name for one in views for name in named.findall(one.read_text())})


@pytest.mark.parametrize("who", ["kirsten", "omar", "anne"])
def test_a_sign_that_no_database_takes_breaks_no_page(world: World, who: str) -> None:
    names = _asked_for()
    browser = world.browsers[who]
    browser.raise_request_exception = False
    broken = []
    for address, line in TABLE.items():
        if line.method != "GET" or address == "sundhed":
            continue
        for asked in (dict.fromkeys(names, "a\x00"), {"q": "\0a"}):
            with transaction.atomic():
                answer = browser.get(world.path(address), asked)
                transaction.set_rollback(True)
            if answer.status_code == 500:
                broken.append(f"{address} {sorted(asked)[:1]}")
    assert broken == []
    assert len(names) > 30


def test_our_scripts_write_text_as_text_and_keep_nothing() -> None:
    dangerous = (
        "innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(",
        "localStorage", "sessionStorage", "indexedDB", "postMessage",
    )  # fmt: skip
    ours = [
        one
        for one in (ROOT / "src").rglob("*.js")
        if "vendor" not in one.parts and "node_modules" not in one.parts
    ]
    found = [f"{one.name}: {word}" for one in ours for word in dangerous if word in one.read_text()]
    assert len(ours) > 3
    assert found == []


@pytest.mark.parametrize(
    "path",
    ["/.git/config", "/.env", "/admin/", "/static/", "/static/ui/", "/static/../pyproject.toml"],
)
def test_no_inner_file_and_no_list_of_files_is_given(visitor: KommuneClient, path: str) -> None:
    visitor.prefix = ""
    assert visitor.get(path).status_code in {400, 404}
