# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.library.models import Answer
from jobunivers.rooms.library.tests.making import QUESTION, TEXT, publish
from jobunivers.rooms.marketplace import actions as market
from jobunivers.rooms.marketplace.queries import use_of
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db


def test_she_reads_answers_and_is_through(
    aarhus: Municipality, eva: Person, anne: Person, kirsten: Person, as_kirsten: KommuneClient
) -> None:
    offer = publish(aarhus, eva, anne)
    page = f"/laering/{offer.pk}/"

    assert as_kirsten.get(page).headers["Location"].endswith(f"{page}1/")
    first = as_kirsten.get(f"{page}1/").content.decode()
    assert "<strong>først</strong>" in first
    assert "Trin 1 af 2" in first
    assert "10 minutter i alt" in first
    as_kirsten.post(f"{page}1/", {"videre": "1"})
    # she comes back another day
    assert as_kirsten.get(page).headers["Location"].endswith(f"{page}2/")
    assert as_kirsten.post(f"{page}2/", {"videre": "1"}).status_code == 422
    as_kirsten.post(f"{page}2/", {"vaelg": "1", "svar": "1"})
    wrong = as_kirsten.get(f"{page}2/").content.decode()
    assert "Den kan stå til sidst." in wrong
    assert "Prøv igen" in wrong
    as_kirsten.post(f"{page}2/", {"vaelg": "2", "svar": "1"})
    assert "Ja, lige præcis." in as_kirsten.get(f"{page}2/").content.decode()
    ended = as_kirsten.post(f"{page}2/", {"videre": "1"})

    assert ended.headers["Location"].endswith(f"{page}faerdig/")
    assert "Gennemført" in as_kirsten.get(f"{page}faerdig/").content.decode()
    with working_for(aarhus.pk):
        use = use_of(citizen_id=kirsten.pk, offer_id=offer.pk)
        assert use is not None
        assert (use.progress, use.score) == (1.0, 1.0)
        assert use.completed_at is not None
        assert Answer.objects.get(citizen_id=kirsten.pk).tries == 2


def test_pressing_next_twice_is_one_start_and_one_end(
    aarhus: Municipality, eva: Person, anne: Person, kirsten: Person, as_kirsten: KommuneClient
) -> None:
    offer = publish(aarhus, eva, anne, body={"steps": [TEXT]})

    for _again in range(2):
        as_kirsten.post(f"/laering/{offer.pk}/1/", {"videre": "1"})

    with working_for(aarhus.pk):
        use = use_of(citizen_id=kirsten.pk, offer_id=offer.pk)
    assert use is not None
    assert use.starts == 1


@pytest.mark.parametrize("answer", ["", "9", "-1", "x", "²", "99999999999999"])
def test_an_answer_that_is_none_is_asked_for_again(
    aarhus: Municipality, eva: Person, anne: Person, as_kirsten: KommuneClient, answer: str
) -> None:
    offer = publish(aarhus, eva, anne, body={"steps": [QUESTION]})

    response = as_kirsten.post(f"/laering/{offer.pk}/1/", {"vaelg": answer, "svar": "1"})

    assert response.status_code == 422
    assert "Vælg det svar" in response.content.decode()


def test_what_is_withdrawn_or_blocked_or_a_draft_is_not_there(
    aarhus: Municipality, eva: Person, anne: Person, as_kirsten: KommuneClient
) -> None:
    offer = publish(aarhus, eva, anne)
    with working_for(aarhus.pk):
        market.block(offer=offer, codes=["accessibility"], at=offer.changed_at)
    assert as_kirsten.get(f"/laering/{offer.pk}/1/").status_code == 404

    with working_for(aarhus.pk):
        market.block(offer=offer, codes=[], at=offer.changed_at)
        assert as_kirsten.get(f"/laering/{offer.pk}/1/").status_code == 200
        market.withdraw(offer=offer, why="forældet", at=offer.changed_at)
    assert as_kirsten.get(f"/laering/{offer.pk}/1/").status_code == 404
    assert as_kirsten.get(f"/laering/{offer.pk}/").status_code == 404


def test_another_kommunes_content_is_not_there(
    aarhus: Municipality, eva: Person, anne: Person, as_jonas: KommuneClient
) -> None:
    offer = publish(aarhus, eva, anne)

    for path in ("", "1/", "faerdig/", "udskriv/", "1/da.vtt"):
        assert as_jonas.get(f"/laering/{offer.pk}/{path}").status_code == 404


def test_a_step_that_is_not_there_is_not_there(
    aarhus: Municipality, eva: Person, anne: Person, as_kirsten: KommuneClient
) -> None:
    offer = publish(aarhus, eva, anne)

    assert as_kirsten.get(f"/laering/{offer.pk}/3/").status_code == 404
    assert as_kirsten.get(f"/laering/{offer.pk}/0/").status_code == 404
    assert as_kirsten.post(f"/laering/{offer.pk}/3/", {"videre": "1"}).status_code == 404


def test_all_steps_stand_on_one_page_for_paper_without_the_answers(
    aarhus: Municipality, eva: Person, anne: Person, as_kirsten: KommuneClient
) -> None:
    offer = publish(aarhus, eva, anne)

    page = as_kirsten.get(f"/laering/{offer.pk}/udskriv/").content.decode()

    assert "Begynd med det vigtigste" in page
    assert "Din hobby" in page
    assert "lige præcis" not in page


def test_a_long_lesson_asks_the_database_no_more_often_than_a_short_one(
    aarhus: Municipality, eva: Person, anne: Person, as_kirsten: KommuneClient
) -> None:
    short = publish(aarhus, eva, anne, body={"steps": [TEXT, QUESTION]})
    long = publish(aarhus, eva, anne, body={"steps": [TEXT, QUESTION] * 14})
    as_kirsten.get(f"/laering/{short.pk}/2/")
    counts = []
    for offer in (short, long):
        with CaptureQueriesContext(connection) as asked:
            as_kirsten.get(f"/laering/{offer.pk}/2/")
        counts.append(len(asked))

    assert counts[1] <= counts[0] <= 18
