# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.forms import Field
from django.test.utils import CaptureQueriesContext

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.journey.forms import (
    BasicsForm,
    CompetenceForm,
    EducationForm,
    ExperienceForm,
    WishForm,
)
from jobunivers.rooms.journey.models import Education, Experience, Profile
from jobunivers.rooms.journey.tests.making import job_form
from jobunivers.testing.browsers import KommuneClient, text_of

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


"""What is typed in the profile's forms, and what is said when it cannot be."""


def test_a_week_of_parts_of_hours_is_written_and_shown_as_a_dane_does(
    as_kirsten: KommuneClient, aarhus: Municipality
) -> None:
    form = {"postal_code": "8000", "max_km": "25", "hours_min": "30,5", "hours_max": "37 timer"}

    assert as_kirsten.post("/profil/sted/", form).status_code == 302

    with working_for(aarhus.pk):
        profile = Profile.objects.get()
    assert (profile.hours_min, profile.hours_max) == (30.5, 37)
    html = text_of(as_kirsten.get("/profil/sted/"))
    assert 'value="30,5"' in html
    assert 'value="37"' in html


@pytest.mark.parametrize(
    ("written", "ok"), [("2026-11", True), ("30-11-2026", True), ("2026-12", False)]
)
def test_a_job_may_begin_and_end_in_this_month(written: str, *, ok: bool) -> None:
    form = ExperienceForm(job_form(started_on=written, ended_on=written), today=NOW.date())

    assert form.is_valid() is ok


@pytest.mark.parametrize(
    ("year", "said"),
    [
        ("1801", "Årstallet ser ikke rigtigt ud."),
        ("2999", "Året er ikke kommet endnu."),
        ("i fjor", "Skriv året med fire tal"),
    ],
)
def test_an_impossible_year_of_an_education_is_refused(
    as_kirsten: KommuneClient, year: str, said: str
) -> None:
    sent = {"title": "Kok", "level": "vocational", "ended_year": year}

    answer = as_kirsten.post("/profil/uddannelse/ny/", sent)

    assert answer.status_code == 422
    assert said in text_of(answer)


@pytest.mark.parametrize(
    ("address", "sent", "model"),
    [
        ("/profil/erfaring/ny/", job_form(), Experience),
        ("/profil/uddannelse/ny/", {"title": "Kok", "level": "vocational"}, Education),
    ],
)
def test_the_same_form_sent_twice_is_one_line(
    as_kirsten: KommuneClient,
    aarhus: Municipality,
    address: str,
    sent: dict[str, Any],
    model: type[Experience | Education],
) -> None:
    first = as_kirsten.post(address, sent)
    with CaptureQueriesContext(connection) as captured:
        second = as_kirsten.post(address, sent)

    assert (second.status_code, second.url) == (302, first.url)
    # Two at the same moment wait for each other: the second sees what the first wrote.
    assert any("FOR NO KEY UPDATE" in query["sql"] for query in captured)
    as_kirsten.post(address, sent | {"title": "Gartner"})
    with working_for(aarhus.pk):
        assert model.objects.count() == 2
        assert Event.objects.filter(kind="journey.profile_changed").count() == 2


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/profil/sted/", "Skriv, hvor mange kilometer du højst vil rejse."),
        ("/profil/uddannelse/ny/", "Skriv, hvilken uddannelse eller hvilket kursus det er."),
        ("/profil/uddannelse/ny/", "Vælg, hvilken slags uddannelse det er."),
        ("/profil/kompetencer/", "Skriv noget, du kan."),
        ("/profil/oensker/", "Skriv, hvad du gerne vil arbejde som."),
    ],
)
def test_what_is_left_empty_is_said_in_words_of_its_own(
    as_kirsten: KommuneClient, address: str, said: str
) -> None:
    answer = as_kirsten.post(address, {"summary": "", "institution": "", "words": ""})

    assert answer.status_code == 422
    assert said in text_of(answer)
    assert "Dette felt er påkrævet" not in text_of(answer)


def test_every_field_that_must_be_filled_says_what_to_write() -> None:
    today = NOW.date()
    every = (
        BasicsForm({}), ExperienceForm({}, today=today), EducationForm({}, today=today),
        CompetenceForm({}), WishForm({}),
    )  # fmt: skip
    generic = str(Field.default_error_messages["required"])

    for form in every:
        said = [text for texts in form.errors.values() for text in texts]
        assert said
        assert generic not in said


def test_she_says_where_she_can_be_called_and_takes_it_away_again(
    as_kirsten: KommuneClient, aarhus: Municipality
) -> None:
    wrong = as_kirsten.post("/profil/telefon/", {"phone": "ring til mig"})
    assert wrong.status_code == 422
    assert "Skriv telefonnummeret med tal" in text_of(wrong)
    assert "ring til mig" in text_of(wrong)

    assert "12 34 56 78" in text_of(
        as_kirsten.post("/profil/telefon/", {"phone": " 12  34 56 78 "}, follow=True)
    )
    with working_for(aarhus.pk), connection.cursor() as cursor:
        before = Profile.objects.get()
        cursor.execute("SELECT phone FROM journey_profile")
        assert "34" not in cursor.fetchone()[0]

    gone = as_kirsten.post("/profil/telefon/", {"phone": ""}, follow=True)
    assert "kan ikke ringe, før du skriver et nummer" in text_of(gone)
    with working_for(aarhus.pk):
        # Nothing is suggested by it, so no list is made anew.
        assert Profile.objects.get().version == before.version
