# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a solution can ask for again, and what others cannot."""

import json
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.utils import timezone

from jobunivers.identity.models import Person
from jobunivers.rooms.evidence.tests.making import ISSUER, ask, send, statement, telling
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db


def ids(answer: Any) -> list[str]:
    return [one["id"] for one in answer.json()["statements"]]


def test_one_statement_is_given_back_as_it_was_sent_with_what_the_store_adds(
    visitor: KommuneClient, kirsten: Person
) -> None:
    one = telling(kirsten)
    around = {"id": "https://cv.example/forloeb"}
    told = statement(one, context={"contextActivities": {"parent": around}})
    send(visitor, one, told)

    answer = ask(visitor, one, f"?statementId={told['id']}")

    given = answer.json()
    assert {name: given[name] for name in ("id", "actor", "verb", "object", "timestamp")} == {
        name: told[name] for name in ("id", "actor", "verb", "object", "timestamp")
    }
    assert given["context"]["contextActivities"]["parent"] == [around]
    assert given["authority"]["account"]["homePage"] == ISSUER
    assert given["stored"]
    assert answer["ETag"]
    assert answer["Last-Modified"]
    assert answer["X-Experience-API-Consistent-Through"] < given["stored"]
    same = ask(visitor, one, f"?statementId={told['id']}", **{"If-None-Match": answer["ETag"]})
    assert same.status_code == 304
    short = ask(visitor, one, f"?statementId={told['id']}&format=ids").json()
    assert short["verb"] == {"id": told["verb"]["id"]}


def test_a_voided_statement_is_given_as_voided_alone(
    visitor: KommuneClient, kirsten: Person
) -> None:
    one = telling(kirsten)
    told = statement(one)
    back = statement(one, "voided", object={"objectType": "StatementRef", "id": told["id"]})
    again = statement(one, "voided", object={"objectType": "StatementRef", "id": back["id"]})
    send(visitor, one, [told, back, again])

    assert ask(visitor, one, f"?statementId={told['id']}").status_code == 404
    assert ask(visitor, one, f"?voidedStatementId={told['id']}").json()["id"] == told["id"]
    assert ask(visitor, one, f"?voidedStatementId={back['id']}").status_code == 404
    assert set(ids(ask(visitor, one))) == {back["id"], again["id"]}


def test_statements_are_given_in_pages_and_by_what_they_say(
    visitor: KommuneClient, kirsten: Person, mads: Person
) -> None:
    one = telling(kirsten)
    some = [statement(one, verb) for verb in ("initialized", "progressed", "completed")]
    for told in some:
        send(visitor, one, told)

    first = ask(visitor, one, "?limit=2")
    assert ids(first) == [some[2]["id"], some[1]["id"]]
    rest = visitor.get(first.json()["more"], headers=one.head)
    assert ids(rest) == [some[0]["id"]]
    assert rest.json()["more"] == ""
    up = ask(visitor, one, "?limit=1&ascending=true")
    assert ids(up) == [some[0]["id"]]
    assert ids(visitor.get(up.json()["more"], headers=one.head)) == [some[1]["id"]]
    verb = urlencode({"verb": some[0]["verb"]["id"]})
    assert ids(ask(visitor, one, f"?{verb}")) == [some[0]["id"]]
    agent = urlencode({"agent": json.dumps(some[0]["actor"])})
    assert len(ids(ask(visitor, one, f"?{agent}"))) == 3
    other = urlencode({"agent": json.dumps({"mbox": "mailto:a@example.dk"})})
    assert ids(ask(visitor, one, f"?{other}")) == []
    later = urlencode({"since": (timezone.now() + timedelta(minutes=1)).isoformat()})
    assert ids(ask(visitor, one, f"?{later}")) == []


def test_another_solution_sees_none_of_it(visitor: KommuneClient, kirsten: Person) -> None:
    one, other = telling(kirsten), telling(kirsten, "En anden")
    told = statement(one)
    send(visitor, one, told)

    assert ids(ask(visitor, other)) == []
    assert ask(visitor, other, f"?statementId={told['id']}").status_code == 404
    # An identifier says nothing of what another has stored under it.
    assert send(visitor, other, statement(other, id=told["id"])).status_code == 200


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("?statementid=x", 400),
        ("?statementId=x", 400),
        ("?statementId=fd41c918-b88b-4b20-a0a5-a4c32391aaa0&limit=1", 400),
        ("?limit=-1", 400),
        ("?limit=1&limit=2", 400),
        ("?verb=completed", 400),
        ("?agent={}", 400),
        ("?agent=%7B", 400),
        ("?since=yesterday", 400),
        ("?ascending=yes", 400),
        ("?format=all", 400),
        ("?efter=x", 400),
        ("?efter=2026-01-01T00:00:00~x", 400),
        ("?verb=http://a.example/%00", 400),
        ("?format=canonical", 501),
        ("?attachments=true", 501),
        ("?related_agents=true", 501),
        ("?statementId=fd41c918-b88b-4b20-a0a5-a4c32391aaa0", 404),
    ],
)
def test_what_cannot_be_answered_is_said(
    visitor: KommuneClient, kirsten: Person, query: str, status: int
) -> None:
    answer = ask(visitor, telling(kirsten), query)

    assert answer.status_code == status
    assert answer.json()["error"]


def test_about_says_which_versions_are_spoken_and_documents_are_not_kept(
    visitor: KommuneClient,
) -> None:
    assert visitor.get("/xapi/about").json() == {"version": ["1.0.3", "2.0.0"]}
    assert visitor.get("/xapi/activities/state").status_code == 501
    assert visitor.get("/xapi/else").status_code == 404
    gone = visitor.generic("DELETE", "/xapi/statements")
    assert gone.status_code == 405
