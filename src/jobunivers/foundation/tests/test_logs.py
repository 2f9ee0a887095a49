# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The log says what happened, and nothing of whom."""

import json
import logging
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client, RequestFactory
from django.utils.log import log_response

from jobunivers.foundation.logs import JsonFormatter, NoPersonalData
from jobunivers.foundation.tenancy.models import Municipality


def line(record: logging.LogRecord) -> dict[str, Any]:
    """Return a record as it is written."""
    assert NoPersonalData().filter(record)
    return dict(json.loads(JsonFormatter().format(record)))


def record(message: str, *args: object, **more: object) -> logging.LogRecord:
    made = logging.LogRecord("jobunivers", logging.ERROR, "x.py", 1, message, args, None)
    made.__dict__.update(more)
    return made


@pytest.mark.parametrize(
    "secret", ["010190-1234", "0101901234", "kirsten.holm+job@example.dk", "a@b.dk"]
)
@pytest.mark.parametrize("where", ["message", "argument", "field"])
def test_cpr_numbers_and_e_mail_addresses_are_blotted(secret: str, where: str) -> None:
    made = {
        "message": lambda: record(f"sent to {secret}"),
        "argument": lambda: record("sent to %s", secret),
        "field": lambda: record("sent", whom=f"to {secret}\n{secret}"),
    }[where]()
    written = json.dumps(line(made))
    assert secret not in written
    assert "[cpr]" in written or "[e-mail]" in written


@pytest.mark.parametrize("harmless", ["2026-11-23 09:00:00", "99999999", "12345678901", "id=10"])
def test_numbers_that_are_no_cpr_stay(harmless: str) -> None:
    assert line(record(harmless))["message"] == harmless


def test_an_error_says_where_and_what_kind_but_not_its_own_words() -> None:
    def deep(typed: str) -> int:
        return int(typed)

    try:
        try:
            deep("Kirsten Holm")
        except ValueError as error:
            raise RuntimeError("about Kirsten Holm") from error
    except RuntimeError as error:
        made = record("broke")
        made.exc_info = (type(error), error, error.__traceback__)
    told = line(made)["exc_info"]
    assert "Kirsten" not in told
    assert "builtins.ValueError" in told
    assert "builtins.RuntimeError" in told
    assert "test_logs.py" in told
    assert " deep" in told


@pytest.mark.django_db
def test_an_error_of_the_database_names_the_constraint_but_not_the_row(
    aarhus: Municipality,
) -> None:
    try:
        with transaction.atomic():
            Municipality.objects.create(code="0752", slug=aarhus.slug, name="Kirsten Holm")
    except IntegrityError as error:
        made = record("broke")
        made.exc_info = (type(error), error, error.__traceback__)
    told = line(made)["exc_info"]
    assert "23505" in told
    assert "tenancy_municipality_slug" in told
    assert "Kirsten" not in told
    assert f"({aarhus.slug})" not in told
    assert connection.is_usable()


def test_what_django_says_of_a_request_names_no_address(caplog: Any) -> None:
    request = RequestFactory().get("/aarhus/medarbejder/borgere/Åse/?navn=Kirsten%20Holm")
    response = type("Answer", (), {"status_code": 500})()
    with caplog.at_level(logging.ERROR, "django.request"):
        log_response("Internal Server Error: %s", request.path, response=response, request=request)
    written = json.dumps(line(caplog.records[-1]))
    for part in ("Kirsten", "borgere", "navn", "WSGIRequest"):
        assert part not in written


@pytest.mark.django_db
def test_a_request_is_logged_by_route_without_what_was_asked(visitor: Client, caplog: Any) -> None:
    with caplog.at_level(logging.INFO, "jobunivers.request"):
        answer = visitor.get("/om/?q=Kirsten+Holm")
    (made,) = [one for one in caplog.records if one.name == "jobunivers.request"]
    written = line(made)
    assert written["route"] == "front:about"
    assert written["status"] == 200
    assert written["request_id"] == answer["X-Request-Id"]
    assert "Kirsten" not in json.dumps(written)
