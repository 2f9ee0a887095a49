# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She says how ready she is and what help she wants, and may change or take back both."""

from datetime import UTC, datetime, timedelta

import pytest

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.entrance import actions, queries
from jobunivers.rooms.entrance.models import OwnWish, SelfTest, Wished
from jobunivers.testing.browsers import KommuneClient, text_of

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 25, 23, 30, tzinfo=UTC)  # in Denmark it is tomorrow


def test_what_she_says_is_kept_with_day_and_version(aarhus: Municipality, kirsten: Person) -> None:
    with working_for(aarhus.pk):
        actions.answer_self_test(
            citizen_id=kirsten.pk, actor_id=kirsten.pk, at=NOW,
            answers={"phone": 2, "form": 1, "mitid": 0},
        )  # fmt: skip
        actions.wish_for_help(
            citizen_id=kirsten.pk, actor_id=kirsten.pk, wish=Wished.TOGETHER, at=NOW
        )
        said = queries.readiness_of([kirsten.pk])[kirsten.pk]

    assert (said.score, said.level, said.wish) == (0.5, "some_help", "together")
    assert said.answered_on == said.wished_on == datetime(2026, 11, 26).date()  # noqa: DTZ001
    assert said.version == "readiness-1"


def test_the_newest_answer_counts_and_the_older_ones_stay(
    aarhus: Municipality, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        for hours, wish in enumerate((Wished.SELF, Wished.IN_PERSON, Wished.IN_PERSON)):
            at = NOW + timedelta(hours=hours)
            actions.wish_for_help(citizen_id=kirsten.pk, actor_id=kirsten.pk, wish=wish, at=at)
        for points in (0, 2):
            answers = dict.fromkeys(("phone", "form", "stuck"), points)
            actions.answer_self_test(
                citizen_id=kirsten.pk, actor_id=kirsten.pk, answers=answers, at=NOW
            )

        said = queries.readiness_of([kirsten.pk])[kirsten.pk]
        assert (said.score, said.wish) == (1.0, "in_person")
        assert OwnWish.objects.count() == 2, "saying the same again is no new wish"
        assert SelfTest.objects.count() == 2


def test_who_said_nothing_is_absent_and_one_answer_is_enough_to_be_there(
    aarhus: Municipality, kirsten: Person, mads: Person
) -> None:
    with working_for(aarhus.pk):
        actions.wish_for_help(citizen_id=kirsten.pk, actor_id=kirsten.pk, wish=Wished.SELF, at=NOW)
        found = queries.readiness_of([kirsten.pk, mads.pk])

    assert set(found) == {kirsten.pk}
    assert found[kirsten.pk].score is None


def test_another_kommune_hears_nothing(
    aarhus: Municipality, odense: Municipality, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        actions.wish_for_help(citizen_id=kirsten.pk, actor_id=kirsten.pk, wish=Wished.SELF, at=NOW)
    with working_for(odense.pk):
        assert queries.readiness_of([kirsten.pk]) == {}


def test_the_page_shows_how_the_points_add_up_and_lets_her_take_them_back(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    as_kirsten.post("/velkommen/selvtest/", {"phone": "2", "form": "1", "stuck": "0"})

    page = text_of(as_kirsten.get("/velkommen/selvtest/"))
    assert "Sådan tæller vi det sammen" in page
    assert "Ja, det går fint: 2 point" in page
    assert "Du klarer meget selv" in page
    as_kirsten.post("/velkommen/selvtest/fjern/")
    with working_for(kirsten.municipality_id):
        assert queries.self_test_of(kirsten.pk) is None
    assert "Sådan tæller vi det sammen" not in text_of(as_kirsten.get("/velkommen/selvtest/"))


def test_all_questions_may_be_skipped(as_kirsten: KommuneClient, kirsten: Person) -> None:
    assert as_kirsten.post("/velkommen/selvtest/").status_code == 302
    with working_for(kirsten.municipality_id):
        test = queries.self_test_of(kirsten.pk)
    assert test is not None
    assert (test.score, test.level) == (None, "")


def test_an_answer_the_form_does_not_have_is_refused(as_kirsten: KommuneClient) -> None:
    assert as_kirsten.post("/velkommen/selvtest/", {"phone": "9"}).status_code == 422
    assert as_kirsten.post("/velkommen/hjaelp-til-skaermen/", {"wish": "fly"}).status_code == 422


def test_her_wish_leads_on_to_her_first_jobs(as_kirsten: KommuneClient) -> None:
    answer = as_kirsten.post("/velkommen/hjaelp-til-skaermen/", {"wish": "together"})

    assert answer["Location"] == "/aarhus/velkommen/job/"
    assert "Noget på nettet" in text_of(as_kirsten.get("/velkommen/hjaelp-til-skaermen/"))
