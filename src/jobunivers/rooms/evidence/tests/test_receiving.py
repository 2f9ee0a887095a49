# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a solution may tell of a citizen, and what is refused with which reason."""

import json
import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.evidence import actions
from jobunivers.rooms.evidence.models import RefusalTally, Statement, WaitingStatement
from jobunivers.rooms.evidence.tests.making import (
    ISSUER,
    Telling,
    head_of,
    read,
    send,
    statement,
    telling,
)
from jobunivers.rooms.launching import actions as launching
from jobunivers.rooms.launching.tests.making import connected, said_yes
from jobunivers.rooms.marketplace.models import UseAct
from jobunivers.rooms.marketplace.queries import use_of
from jobunivers.rooms.marketplace.tests.catalogue import kommune
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db


def stored() -> int:
    with working_for(kommune().pk):
        return Statement.objects.count()


def code_of(answer: Any) -> tuple[int, str]:
    problems = answer.json().get("problems") or [{"code": ""}]
    return answer.status_code, problems[0]["code"]


def test_a_batch_is_stored_and_each_identifier_answered(
    visitor: KommuneClient, kirsten: Person
) -> None:
    one = telling(kirsten)
    first, second = statement(one, "initialized"), statement(one, id=None)

    answer = send(visitor, one, [first, second])

    assert answer.status_code == 200
    assert answer.json()[0] == first["id"]
    assert uuid.UUID(answer.json()[1])
    assert answer["X-Experience-API-Version"] == "2.0.0"
    with working_for(kommune().pk):
        assert set(Statement.objects.values_list("citizen_id", flat=True)) == {kirsten.pk}


def test_one_statement_is_put_at_its_identifier(visitor: KommuneClient, kirsten: Person) -> None:
    one = telling(kirsten)
    told = statement(one)
    query = f"?statementId={told['id']}"

    assert send(visitor, one, told, method="PUT", query=query).status_code == 204
    assert send(visitor, one, told, method="PUT").status_code == 400
    other = f"?statementId={uuid.uuid4()}"
    assert code_of(send(visitor, one, told, method="PUT", query=other)) == (400, "other_id")
    assert stored() == 1


def test_what_is_sent_again_counts_once_and_other_words_under_its_identifier_are_refused(
    visitor: KommuneClient, kirsten: Person
) -> None:
    one = telling(kirsten)
    told = statement(one, "completed")

    for _ in range(3):
        assert send(visitor, one, [told]).status_code == 200
    turned = dict(reversed(told.items()))
    assert send(visitor, one, turned).status_code == 200
    assert code_of(send(visitor, one, [statement(one), told | {"result": {"success": True}}])) == (
        409,
        "conflict",
    )
    assert stored() == 1, "nothing of a refused batch is stored"
    assert read() == 1
    with working_for(kommune().pk):
        assert UseAct.objects.filter(act="completed").count() == 1


def test_the_same_identifier_twice_in_a_batch_is_refused(
    visitor: KommuneClient, kirsten: Person
) -> None:
    one = telling(kirsten)
    told = statement(one)

    assert code_of(send(visitor, one, [told, told])) == (400, "same")


def test_somebody_else_is_not_told_of(
    visitor: KommuneClient, kirsten: Person, mads: Person
) -> None:
    one, other = telling(kirsten), telling(mads, "En anden")

    def about(name: str, home: str = ISSUER) -> dict[str, Any]:
        return {"account": {"homePage": home, "name": name}}

    for actor, wrong in (
        (about("nobody"), "stranger"),
        (about(one.subject, "https://elsewhere.example/oidc"), "issuer"),
        (about(one.subject, ISSUER.replace("aarhus", "odense")), "issuer"),
        (about("x' OR 1=1 --"), "stranger"),
    ):
        assert code_of(send(visitor, one, statement(one, actor=actor))) == (403, wrong)
    by_mail = {"mbox": "mailto:kirsten@example.dk"}
    assert code_of(send(visitor, one, statement(one, actor=by_mail))) == (400, "account")
    of_mads = statement(one, actor=about(other.subject))
    assert code_of(send(visitor, one, of_mads))[0] == 403
    assert stored() == 0


def test_who_has_not_started_it_is_not_told_of(visitor: KommuneClient, mads: Person) -> None:
    cv = connected("Ikke startet")
    said_yes(cv, mads)
    now = timezone.now()
    with working_for(mads.municipality_id):
        subject = launching.subject_for(citizen_id=mads.pk, offer=cv.offer, at=now)
        key, secret = actions.make_key(offer=cv.offer, at=now)
    one = Telling(cv.offer, key, secret, subject)

    assert code_of(send(visitor, one, statement(one))) == (403, "not_started")


def test_a_yes_taken_back_ends_it_at_once(visitor: KommuneClient, kirsten: Person) -> None:
    one = telling(kirsten)
    with working_for(kirsten.municipality_id):
        launching.take_back(citizen_id=kirsten.pk, offer=one.offer, at=timezone.now())

    assert code_of(send(visitor, one, statement(one))) == (403, "taken_back")


def test_what_is_not_of_its_time_is_refused(visitor: KommuneClient, kirsten: Person) -> None:
    one = telling(kirsten, ago=timedelta(days=500))
    young = telling(kirsten, "Ny")
    now = timezone.now()

    def at(moment: Any) -> dict[str, Any]:
        return statement(one, timestamp=moment.isoformat())

    assert code_of(send(visitor, one, at(now - timedelta(days=367)))) == (400, "too_old")
    assert code_of(send(visitor, one, at(now + timedelta(hours=1)))) == (400, "future")
    assert send(visitor, one, at(now + timedelta(minutes=2))).status_code == 200
    early = statement(young, timestamp=(now - timedelta(days=3)).isoformat())
    assert code_of(send(visitor, young, early)) == (400, "before_start")
    with working_for(kommune().pk):
        assert Statement.objects.get().said_at <= timezone.now()


def test_others_are_not_named_by_mail_and_files_are_not_attached(
    visitor: KommuneClient, kirsten: Person
) -> None:
    one = telling(kirsten)
    teacher = {"instructor": {"mbox": "mailto:laerer@example.dk"}}
    agents = {"contextAgents": [{"objectType": "contextAgent",
                                 "agent": {"mbox": "mailto:laerer@example.dk"}}]}  # fmt: skip
    files = [{"usageType": "https://a.example/bevis", "display": {"da": "Bevis"},
              "contentType": "application/pdf", "length": 3, "sha2": "a" * 64}]  # fmt: skip

    for context in (teacher, agents):
        assert code_of(send(visitor, one, statement(one, context=context))) == (400, "people")
    assert code_of(send(visitor, one, statement(one, attachments=files))) == (400, "attachment")
    linked = [files[0] | {"fileUrl": "https://a.example/bevis.pdf"}]
    assert send(visitor, one, statement(one, attachments=linked)).status_code == 200
    answer = send(visitor, one, b"--x", content_type="multipart/mixed; boundary=x")
    assert answer.status_code == 501


def test_bodies_that_are_bombs_are_refused(visitor: KommuneClient, kirsten: Person) -> None:
    one = telling(kirsten)
    right = json.dumps(statement(one))

    for body, wrong in (
        (b"[" * 400_000, {"depth", "json"}),
        (right.replace("{", '{"id": "x", ', 1).encode(), {"twice"}),
        (right.replace('"timestamp"', '"result": {"score": {"raw": NaN}}, "timestamp"').encode(),
         {"number"}),
        (b"\xff\xfe", {"json"}),
        (b"17", {"kind"}),
    ):  # fmt: skip
        answer = send(visitor, one, body)
        assert answer.status_code == 400
        assert answer.json()["problems"][0]["code"] in wrong
    large = send(visitor, one, b'{"a": "' + b"x" * 10_000_000 + b'"}')
    assert code_of(large) == (413, "large")
    many = [statement(one)] * (actions.MOST_STATEMENTS + 1)
    assert code_of(send(visitor, one, many)) == (413, "many")
    assert code_of(send(visitor, one, b"{}", content_type="text/plain")) == (400, "content_type")
    assert send(visitor, one, []).json() == []
    assert stored() == 0


def test_who_shows_no_living_key_is_not_let_in(visitor: KommuneClient, kirsten: Person) -> None:
    one = telling(kirsten)
    told = json.dumps(statement(one))

    def answer(head: dict[str, str]) -> Any:
        return visitor.generic("POST", "/xapi/statements", told,
                               content_type="application/json", headers=head)  # fmt: skip

    for head in (
        {"X-Experience-API-Version": "2.0.0"},
        head_of(one.key.key, "wrong"),
        head_of("wrong", one.secret),
        head_of("nul\0", one.secret),
        {"X-Experience-API-Version": "2.0.0", "Authorization": "Basic %%%"},
        {"X-Experience-API-Version": "2.0.0", "Authorization": f"Bearer {one.secret}"},
    ):
        refused = answer(head)
        assert refused.status_code == 401
        assert refused["WWW-Authenticate"].startswith("Basic")
    assert answer(head_of(one.key.key, one.secret, "3.0.0")).status_code == 400
    assert answer(head_of(one.key.key, one.secret, "1.0.3")).status_code == 200
    actions.close_key(key=one.key, at=timezone.now())
    assert answer(one.head).status_code == 401


def test_a_key_exchanged_works_a_day_more(visitor: KommuneClient, kirsten: Person) -> None:
    one = telling(kirsten)
    now = timezone.now()
    new, secret = actions.rotate_key(key=one.key, at=now)

    assert send(visitor, one, statement(one)).status_code == 200
    fresh = Telling(one.offer, new, secret, one.subject)
    assert send(visitor, fresh, statement(fresh)).status_code == 200
    with pytest.raises(actions.NoKey):
        actions.rotate_key(key=one.key, at=now)
    one.key.refresh_from_db()
    assert one.key.ends_at == now + actions.OVERLAP


def test_what_was_refused_is_counted_without_anything_of_a_person(
    visitor: KommuneClient, kirsten: Person
) -> None:
    one = telling(kirsten)
    names = statement(one, kirsten_hansen_0101901234=1)

    send(visitor, one, [statement(one), names])
    send(visitor, one, [names])
    send(visitor, one, b'{"Kirsten": 1, "Kirsten": 2}')

    rows = RefusalTally.objects.order_by("code").values_list("code", "place", "times")
    assert list(rows) == [("twice", "", 1), ("unknown", "?", 2)]
    assert RefusalTally.objects.first().municipality_code == "0751"  # type: ignore[union-attr]


def test_a_statement_in_one_kommune_is_not_there_in_another(
    visitor: KommuneClient, kirsten: Person, jonas: Person
) -> None:
    one = telling(kirsten)
    told = statement(one)
    send(visitor, one, told)

    with working_for(jonas.municipality_id):
        assert not Statement.objects.exists()
        assert not WaitingStatement.objects.exists()


def test_how_far_she_has_come_follows_and_counts_once(
    visitor: KommuneClient, kirsten: Person
) -> None:
    one = telling(kirsten)
    half = {"extensions": {"https://w3id.org/xapi/cmi5/result/extensions/progress": 50}}
    part = {"id": "https://cv.example/lektion/1"}
    send(visitor, one, [statement(one, result=half), statement(one, "completed", object=part)])
    assert read() == 2

    with working_for(kommune().pk):
        use = use_of(citizen_id=kirsten.pk, offer_id=one.offer.pk)
        assert use is not None
        assert (use.progress, use.completed_at) == (0.5, None), "a part is not the whole"
    score = {"score": {"scaled": 0.8}}
    page = {"id": f"http://testserver/aarhus/markedspladsen/{one.offer.pk}/"}
    send(visitor, one, [statement(one, "passed", result=score, object=page)])
    send(visitor, one, [statement(one, "completed")])
    read()
    with working_for(kommune().pk):
        use = use_of(citizen_id=kirsten.pk, offer_id=one.offer.pk)
        assert use is not None
        assert (use.progress, use.score) == (1.0, 0.8)
        assert use.completed_at is not None
        assert UseAct.objects.filter(act="completed", citizen_id=kirsten.pk).count() == 1
    assert read() == 0, "it is read once"


def test_a_statement_taken_back_before_it_was_read_says_nothing(
    visitor: KommuneClient, kirsten: Person
) -> None:
    one = telling(kirsten)
    told = statement(one, "completed")
    back = statement(one, "voided", object={"objectType": "StatementRef", "id": told["id"]})

    send(visitor, one, [told, back])
    read()

    with working_for(kommune().pk):
        use = use_of(citizen_id=kirsten.pk, offer_id=one.offer.pk)
        assert use is not None
        assert use.completed_at is None
