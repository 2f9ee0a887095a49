# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, date, datetime

import pytest

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.places import homes
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.journey import actions, queries
from jobunivers.rooms.journey.models import Competence, Experience, Profile, Wish
from jobunivers.rooms.journey.tests.making import job_form
from jobunivers.testing.browsers import KommuneClient, text_of

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
PAGES = (
    "/profil/",
    "/profil/sted/",
    "/profil/sprog/",
    "/profil/erfaring/ny/",
    "/profil/uddannelse/ny/",
    "/profil/kompetencer/",
    "/profil/oensker/",
)


@pytest.mark.parametrize("page", PAGES)
def test_a_citizen_sees_each_page_of_her_profile(as_kirsten: KommuneClient, page: str) -> None:
    assert as_kirsten.get(page).status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_a_visitor_is_asked_to_log_in(visitor: KommuneClient, page: str) -> None:
    answer = visitor.get(page)

    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/aarhus/log-ind/?next=/aarhus/profil/")


@pytest.mark.parametrize("page", PAGES)
def test_an_adviser_has_no_profile(as_omar: KommuneClient, page: str) -> None:
    assert as_omar.get(page).status_code == 403


def test_an_empty_profile_says_the_next_step(as_kirsten: KommuneClient) -> None:
    assert "Skriv, hvad du gerne vil arbejde som" in text_of(as_kirsten.get("/profil/"))


def test_a_job_she_has_had_is_understood_as_an_occupation(
    as_kirsten: KommuneClient, aarhus: Municipality
) -> None:
    html = text_of(as_kirsten.post("/profil/erfaring/ny/", job_form(), follow=True))

    assert "Lagermedarbejder" in html
    assert "05.2019–nu" in html
    with working_for(aarhus.pk):
        row = Experience.objects.get()
    assert row.started_on == date(2019, 5, 1)
    assert row.occupation_uri.startswith(("urn:jobunivers:occupation:", "http://data.europa.eu/"))


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("title", "", "Skriv, hvad du arbejdede som."),
        ("started_on", "", "Skriv, hvornår du begyndte, for eksempel 05-2019."),
        ("started_on", "engang", "Skriv måned og år"),
        ("ended_on", "2018-01", "Jobbet kan ikke slutte, før det begynder."),
        ("started_on", "1801-01", "Årstallet ser ikke rigtigt ud."),
        ("started_on", "2999-01", "Måneden er ikke kommet endnu."),
        ("ended_on", "2999-01", "Måneden er ikke kommet endnu."),
        ("ended_on", "0019-01", "Årstallet ser ikke rigtigt ud."),
    ],
)
def test_what_is_wrong_with_a_job_is_said_and_what_was_typed_stays(
    as_kirsten: KommuneClient, field: str, value: str, said: str
) -> None:
    answer = as_kirsten.post(
        "/profil/erfaring/ny/", job_form(**{field: value, "description": "Kørte truck 🚜"})
    )

    assert answer.status_code == 422
    assert said in text_of(answer)
    assert "Kørte truck 🚜" in text_of(answer)


def test_a_job_is_changed_and_removed(as_kirsten: KommuneClient, aarhus: Municipality) -> None:
    as_kirsten.post("/profil/erfaring/ny/", job_form())
    with working_for(aarhus.pk):
        pk = Experience.objects.get().pk

    changed = as_kirsten.post(f"/profil/erfaring/{pk}/", job_form(title="Truckfører"), follow=True)
    assert "Truckfører" in text_of(changed)

    removed = as_kirsten.post(f"/profil/erfaring/{pk}/fjern/", follow=True)
    assert "Truckfører" not in text_of(removed)


def test_nobody_else_reaches_herjob_form(
    as_kirsten: KommuneClient,
    as_mads: KommuneClient,
    as_jonas: KommuneClient,
    aarhus: Municipality,
) -> None:
    as_kirsten.post("/profil/erfaring/ny/", job_form())
    with working_for(aarhus.pk):
        pk = Experience.objects.get().pk

    assert as_mads.get(f"/profil/erfaring/{pk}/").status_code == 404
    assert as_mads.post(f"/profil/erfaring/{pk}/fjern/").status_code == 404
    assert as_jonas.get(f"/profil/erfaring/{pk}/").status_code == 404
    assert as_kirsten.get(f"/profil/erfaring/{pk}/").status_code == 200
    assert as_kirsten.get(f"/profil/erfaring/{pk + 1}/").status_code == 404


def test_her_postcode_becomes_a_place(as_kirsten: KommuneClient, aarhus: Municipality) -> None:
    form = {"postal_code": " 8000 ", "max_km": "25", "hours_min": "20", "hours_max": "30"}

    html = text_of(as_kirsten.post("/profil/sted/", form, follow=True))

    assert "8000 Aarhus C" in html
    assert "20–30" in html
    with working_for(aarhus.pk):
        profile = Profile.objects.get()
    assert profile.kommune_code == "0751"
    assert profile.latitude == pytest.approx(56.15, abs=0.1)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("postal_code", "0001", "Vi kender ikke postnummeret."),
        ("postal_code", "80000", "Skriv et dansk postnummer med fire tal"),
        ("max_km", "0", "id_max_km_error"),
        ("hours_max", "10", "Flest timer skal være lige så mange eller flere end færrest."),
    ],
)
def test_an_impossible_place_or_week_is_refused(
    as_kirsten: KommuneClient, field: str, value: str, said: str
) -> None:
    form = {"postal_code": "8000", "max_km": "25", "hours_min": "20", "hours_max": "30"}

    answer = as_kirsten.post("/profil/sted/", form | {field: value, "summary": "Mine egne ord"})

    assert answer.status_code == 422
    assert said in text_of(answer)
    assert "Mine egne ord" in text_of(answer)


def test_a_competence_is_known_by_its_other_names_and_kept_once(
    as_kirsten: KommuneClient, aarhus: Municipality
) -> None:
    as_kirsten.post("/profil/kompetencer/", {"words": "gaffeltruck"})
    again = as_kirsten.post("/profil/kompetencer/", {"words": "gaffeltruck"}, follow=True)

    assert "står der allerede" in text_of(again)
    with working_for(aarhus.pk):
        assert Competence.objects.get().skill_uri != ""


def test_a_competence_nobody_knows_is_kept_in_her_own_words(
    as_kirsten: KommuneClient, aarhus: Municipality
) -> None:
    html = text_of(
        as_kirsten.post("/profil/kompetencer/", {"words": "Fletning af pileurt"}, follow=True)
    )

    assert "Fletning af pileurt" in html
    with working_for(aarhus.pk):
        assert Competence.objects.get().skill_uri == ""


def test_competences_of_her_jobs_are_suggested_and_added(
    as_kirsten: KommuneClient, aarhus: Municipality
) -> None:
    as_kirsten.post("/profil/erfaring/ny/", job_form())
    with working_for(aarhus.pk):
        page = queries.profile_page(citizen_id=Profile.objects.get().citizen_id)
        assert page is not None
        suggested = queries.suggested_competences(page=page, language="da")
    assert len(suggested) >= 6
    uri, label = suggested[0]
    assert label in text_of(as_kirsten.get("/profil/kompetencer/"))

    sent = {"kompetence": [uri, "urn:jobunivers:skill:findes-ikke"]}
    html = text_of(as_kirsten.post("/profil/kompetencer/foreslaaede/", sent, follow=True))

    assert "1 kompetence er lagt til." in html
    with working_for(aarhus.pk):
        assert [row.skill_uri for row in Competence.objects.all()] == [uri]


def test_a_wish_is_kept_once(as_kirsten: KommuneClient, aarhus: Municipality) -> None:
    as_kirsten.post("/profil/oensker/", {"words": "Gartner"})
    again = as_kirsten.post("/profil/oensker/", {"words": "Gartner"})

    assert again.status_code == 422
    assert "Det ønske står der allerede." in text_of(again)
    with working_for(aarhus.pk):
        assert Wish.objects.get().occupation_uri != ""


def test_suggestions_are_options_in_the_readers_language(as_kirsten: KommuneClient) -> None:
    danish = text_of(as_kirsten.get("/profil/forslag/stillinger/?q=sygeplej"))
    as_kirsten.cookies["django_language"] = "en"
    english = text_of(as_kirsten.get("/profil/forslag/stillinger/?q=nurse"))

    assert 'role="option"' in danish
    assert "ygeplejerske" in danish
    assert "urse" in english
    assert 'role="option"' not in text_of(as_kirsten.get("/profil/forslag/stillinger/?q="))


def test_each_change_makes_a_new_version_and_an_event_without_her_words(
    aarhus: Municipality, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        profile = actions.ensure_profile(citizen_id=kirsten.pk, at=NOW)
        actions.add_wish(profile=profile, named=actions.Named("Gartner"), at=NOW)
        profile.refresh_from_db()
        event = Event.objects.get(kind="journey.profile_changed")

    assert profile.version == 2
    assert event.citizen_id == kirsten.pk
    assert "Gartner" not in str(event.data)


def test_matching_sees_what_she_can_and_wants_and_not_who_she_is(
    aarhus: Municipality, kirsten: Person, as_kirsten: KommuneClient
) -> None:
    as_kirsten.post("/profil/erfaring/ny/", job_form(ended_on="2021-05"))
    as_kirsten.post("/profil/oensker/", {"words": "Pædagog"})
    as_kirsten.post("/profil/sted/", {"postal_code": "8000", "max_km": "25", "summary": "Jeg kan"})
    with working_for(aarhus.pk):
        known = queries.matching_profiles(citizen_ids=[kirsten.pk], today=NOW.date())

    found = known[kirsten.pk]
    matched, version, words = found.profile, found.version, found.words
    assert [round(one.years) for one in matched.occupations] == [2]
    assert len(matched.wanted_occupations) == 1
    assert matched.max_km == 25
    assert version == 4
    assert words == "Jeg kan"
    assert "Kirsten" not in repr(found)


def test_a_profile_nobody_has_begun_is_none(aarhus: Municipality, mads: Person) -> None:
    with working_for(aarhus.pk):
        assert queries.profile_page(citizen_id=mads.pk) is None
        assert queries.matching_profiles(citizen_ids=[mads.pk], today=NOW.date()) == {}


def test_other_rooms_are_told_where_she_lives_when_the_profile_says_it(
    kirsten: Person, aarhus: Municipality, odense: Municipality
) -> None:
    with working_for(aarhus.pk):
        assert homes.home_of(kirsten.pk) is None
        profile = actions.ensure_profile(citizen_id=kirsten.pk, at=NOW)
        assert homes.home_of(kirsten.pk) is None
        basics = actions.Basics(postal_code="8000", latitude=56.157, longitude=10.207)
        actions.save_basics(profile=profile, basics=basics, at=NOW)
        assert homes.home_of(kirsten.pk) == (56.157, 10.207)
    with working_for(odense.pk):
        assert homes.home_of(kirsten.pk) is None
