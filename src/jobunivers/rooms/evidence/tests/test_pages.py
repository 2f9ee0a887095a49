# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What who runs the platform sees of a solution's keys, and a citizen of what was told of her."""

import re

import pytest
from django.utils import timezone

from jobunivers.identity.models import Person
from jobunivers.rooms.evidence.models import EvidenceKey
from jobunivers.rooms.evidence.queries import keys_of
from jobunivers.rooms.evidence.tests.making import Telling, read, send, statement, telling
from jobunivers.testing.browsers import KommuneClient, text_of

pytestmark = pytest.mark.django_db


def keys_page(pk: int) -> str:
    return f"/administration/tilslutninger/{pk}/beviser/"


def newest() -> EvidenceKey:
    return EvidenceKey.objects.order_by("-pk")[0]


def test_a_key_is_made_shown_once_exchanged_and_closed(
    visitor: KommuneClient, as_nadia: KommuneClient, kirsten: Person
) -> None:
    one = telling(kirsten)
    page = keys_page(one.offer.pk)

    seen = {"nyeste": str(one.key.pk)}
    answer = as_nadia.post(f"{page}ny/", seen)
    secret = re.findall(r"<code>([\w-]{43})</code>", answer.content.decode())
    assert len(secret) == 1
    assert answer["Cache-Control"] == "no-store"
    made = Telling(one.offer, newest(), secret[0], one.subject)
    assert send(visitor, made, statement(made)).status_code == 200
    assert secret[0] not in text_of(as_nadia.get(page))
    assert as_nadia.post(f"{page}ny/", seen).status_code == 302, "a press told twice is one"

    changed = as_nadia.post(f"{page}{made.key.pk}/byt/")
    assert len(re.findall(r"<code>([\w-]{43})</code>", changed.content.decode())) == 1
    assert as_nadia.post(f"{page}{made.key.pk}/byt/").status_code == 302
    as_nadia.post(f"{page}{made.key.pk}/luk/")
    assert send(visitor, made, statement(made)).status_code == 401
    other = telling(kirsten, "En anden")
    assert as_nadia.post(f"{keys_page(other.offer.pk)}{one.key.pk}/luk/").status_code == 404


def test_a_solution_has_no_more_keys_than_can_be_looked_after(
    as_nadia: KommuneClient, kirsten: Person
) -> None:
    one = telling(kirsten)
    for _ in range(8):
        as_nadia.post(f"{keys_page(one.offer.pk)}ny/", {"nyeste": str(newest().pk)})

    assert len(keys_of(one.offer.pk, at=timezone.now())) == 5


def test_what_came_and_what_was_refused_stands_without_a_person(
    visitor: KommuneClient, as_nadia: KommuneClient, kirsten: Person
) -> None:
    one = telling(kirsten)
    send(visitor, one, [statement(one), statement(one)])
    stranger = {"account": {"homePage": "https://x.example/oidc", "name": "Kirsten Hansen"}}
    send(visitor, one, statement(one, actor=stranger))
    read()

    page = text_of(as_nadia.get(keys_page(one.offer.pk)))

    assert "2 udsagn" in page
    assert "Nummeret hører til en anden kommune" in page
    assert one.subject not in page
    assert "Kirsten" not in page


def test_she_reads_what_was_told_of_her_in_plain_words(
    visitor: KommuneClient, as_kirsten: KommuneClient, as_mads: KommuneClient, kirsten: Person
) -> None:
    one = telling(kirsten)
    lesson = {
        "id": "https://cv.example/1",
        "definition": {"name": {"en": "Lesson", "da": "Lektion <1>"}},
    }
    attended = {"id": "http://adlnet.gov/expapi/verbs/attended", "display": {"da": "Deltog"}}
    half = {"extensions": {"https://w3id.org/xapi/cmi5/result/extensions/progress": 40}}
    send(
        visitor,
        one,
        [
            statement(one, "completed", object=lesson, result={"score": {"scaled": 0.9}}),
            statement(one) | {"verb": attended},
            statement(one, "progressed", result=half),
        ],
    )

    page = text_of(as_kirsten.get(f"/markedspladsen/mine/{one.offer.pk}/beviser/"))

    assert "Du blev færdig" in page
    assert "Lektion &lt;1&gt;" in page or "Lektion <1>" in page
    assert "resultat 90 af 100" in page
    assert "40 procent af vejen" in page
    assert "Deltog" in page
    assert as_mads.get(f"/markedspladsen/mine/{one.offer.pk}/beviser/").status_code == 404


def test_with_many_she_can_go_on_to_the_older_ones(
    visitor: KommuneClient, as_kirsten: KommuneClient, kirsten: Person
) -> None:
    one = telling(kirsten)
    page = f"/markedspladsen/mine/{one.offer.pk}/beviser/"
    assert "De har ikke fortalt os noget endnu" in text_of(as_kirsten.get(page))
    send(visitor, one, [statement(one) for _ in range(60)])

    first = as_kirsten.get(page).content.decode()
    older = re.findall(r'href="(\?foer=\d+)"', first)

    assert first.count("<strong>Du kom videre</strong>") == 50
    rest = as_kirsten.get(page + older[0]).content.decode()
    assert rest.count("<strong>Du kom videre</strong>") == 10


def test_what_else_was_told_reads_as_words_on_mine_data(
    visitor: KommuneClient, as_kirsten: KommuneClient, kirsten: Person
) -> None:
    one = telling(kirsten)
    result = {
        "score": {"scaled": 0.8, "raw": 8.5, "max": 10},
        "success": True,
        "duration": "PT1H5M",
        "response": "Fordi jeg kan lide mennesker",
        "extensions": {
            "https://w3id.org/xapi/cmi5/result/extensions/progress": 40,
            "https://cv.example/x#hints": [2, {"colour": "red"}],
        },
    }
    send(visitor, one, [statement(one, "completed", result=result)])

    page = text_of(as_kirsten.get("/mine-data/emne/learning/evidence.Statement/"))

    for said in (
        "Resultat: 80 procent",
        "Point: 8,50",
        "Flest point: 10",
        "Bestået: Ja",
        "Tid, du brugte: 65 minutter",
        "Dit svar: Fordi jeg kan lide mennesker",
        "Så langt kom du: 40 procent",
        "hints: 2",
        "hints colour: red",
    ):
        assert said in page
    assert "result:" not in page
