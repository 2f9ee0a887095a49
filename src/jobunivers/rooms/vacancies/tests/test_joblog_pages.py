# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.forms import Field, Form
from django.utils import timezone

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Assurance, Person
from jobunivers.rooms.vacancies.forms import (
    ApplicationForm,
    HideForm,
    MendForm,
    SaveSearchForm,
)
from jobunivers.rooms.vacancies.models import Application
from jobunivers.rooms.vacancies.tests.factories import make_application
from jobunivers.testing.browsers import KommuneClient, browser, text_of
from jobunivers.testing.cast import add_person


def _sent(**more: Any) -> dict[str, Any]:
    return {
        "status": "applied",
        "title": "Gartner",
        "employer": "Nordvind ApS",
        "applied_on": "2026-11-20",
        "applied_how": "digital",
        "found_how": "unsolicited",
    } | more


def test_an_empty_joblog_says_the_next_step(as_kirsten: KommuneClient) -> None:
    html = text_of(as_kirsten.get("/ansoegninger/"))

    assert "Du har ikke skrevet nogen ansøgninger ind endnu" in html
    assert "/aarhus/ansoegninger/ny/" in html


def test_a_citizen_writes_in_a_job_she_found_herself(as_kirsten: KommuneClient) -> None:
    assert as_kirsten.get("/ansoegninger/ny/").status_code == 200

    html = text_of(as_kirsten.post("/ansoegninger/ny/", _sent(), follow=True))

    assert "Gartner" in html
    assert "Søgt 20. november 2026" in html


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("applied_on", "", "Skriv, hvilken dag du søgte."),
        ("title", "", "Skriv, hvilket job det er."),
        ("employer", " ", "Skriv, hvilken virksomhed det er."),
        ("status", "", "Vælg, hvor langt du er."),
        ("found_how", "", "Vælg, hvordan du fandt jobbet."),
        ("applied_how", "", "Vælg, hvordan du søgte."),
        ("applied_on", "i går", "Skriv datoen som dag-måned-år"),
        ("applied_on", "2099-01-01", "Dagen er ikke kommet endnu"),
        ("applied_on", "1999-12-31", "Datoen ser ikke rigtig ud. Tjek årstallet."),
        ("applied_on", "0026-11-20", "Datoen ser ikke rigtig ud."),
        ("deadline", "1999-12-31", "Datoen ser ikke rigtig ud."),
        ("deadline", "2926-12-01", "Datoen ser ikke rigtig ud."),
        ("url", "ikke et link", "id_url_error"),
        ("hours_per_week", "200", "id_hours_per_week_error"),
        ("status", "drømmer", "id_status_error"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    as_kirsten: KommuneClient, field: str, value: str, said: str
) -> None:
    answer = as_kirsten.post("/ansoegninger/ny/", _sent(**{field: value, "note": "Min note"}))

    assert answer.status_code == 422
    assert said in text_of(answer)
    assert "Min note" in text_of(answer)


def test_a_planned_application_needs_no_day(as_kirsten: KommuneClient) -> None:
    answer = as_kirsten.post("/ansoegninger/ny/", _sent(status="planned", applied_on=""))

    assert answer.status_code == 302


def test_an_application_is_changed_and_deleted(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality
) -> None:
    row = make_application(kirsten)
    address = f"/ansoegninger/{row.pk}/"
    assert "Gartner" in text_of(as_kirsten.get(address))

    moved = as_kirsten.post(address, _sent(version=1, status="interview"), follow=True)
    assert "Ændringen er gemt" in text_of(moved)
    assert "Samtale" in text_of(moved)

    gone = as_kirsten.post(f"{address}slet/", follow=True)
    assert "Ansøgningen er slettet" in text_of(gone)
    assert as_kirsten.get(address).status_code == 404
    with working_for(aarhus.pk):
        assert not Application.objects.exists()


def test_two_tabs_never_overwrite_each_other_unseen(
    as_kirsten: KommuneClient, kirsten: Person, aarhus: Municipality
) -> None:
    row = make_application(kirsten)
    address = f"/ansoegninger/{row.pk}/"
    as_kirsten.post(address, _sent(version=1, title="Fra den første fane"))

    second = as_kirsten.post(address, _sent(version=1, title="Fra den anden fane"))

    html = text_of(second)
    assert second.status_code == 409
    assert 'value="Fra den anden fane"' in html
    assert "Fra den første fane" in html
    assert "Gem min tekst" in html
    assert 'name="version" value="2"' in html

    as_kirsten.post(address, _sent(version=2, title="Fra den anden fane"))
    with working_for(aarhus.pk):
        assert Application.objects.get().title == "Fra den anden fane"


def test_nobody_else_sees_a_joblog(
    visitor: KommuneClient,
    as_omar: KommuneClient,
    as_jonas: KommuneClient,
    aarhus: Municipality,
    kirsten: Person,
) -> None:
    row = make_application(kirsten)
    neighbour = browser(aarhus, add_person(aarhus, "Mads Kjær", "citizen"))

    for address in ("/ansoegninger/", f"/ansoegninger/{row.pk}/"):
        assert "/log-ind/" in visitor.get(address).url
        assert as_omar.get(address).status_code == 403
    for other in (neighbour, as_jonas):
        assert other.get(f"/ansoegninger/{row.pk}/").status_code == 404
        assert other.post(f"/ansoegninger/{row.pk}/slet/").status_code == 404


def test_a_login_of_low_assurance_is_asked_to_log_in_again(
    aarhus: Municipality, kirsten: Person
) -> None:
    client = browser(aarhus, kirsten, assurance=Assurance.LOW)

    assert "niveau=substantial" in client.get("/ansoegninger/").url


def test_a_joblog_in_english_has_no_danish_words_of_ours(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    make_application(kirsten)
    as_kirsten.cookies["django_language"] = "en"

    html = text_of(as_kirsten.get("/ansoegninger/"))

    assert "My applications" in html
    assert "ansøgninger" not in html.lower().replace("/ansoegninger", "")


@pytest.mark.parametrize("written", ["37,5", "37.5", " 37,5 timer", "37,5 t."])
@pytest.mark.parametrize("language", ["da", "en"])
def test_hours_are_written_with_a_comma_or_a_point(
    as_kirsten: KommuneClient, aarhus: Municipality, written: str, language: str
) -> None:
    as_kirsten.cookies["django_language"] = language

    assert as_kirsten.post("/ansoegninger/ny/", _sent(hours_per_week=written)).status_code == 302

    with working_for(aarhus.pk):
        assert Application.objects.get().hours_per_week == 37.5


@pytest.mark.parametrize(("hours", "shown"), [(37.0, "37"), (37.5, "37,5")])
def test_hours_stand_in_a_text_field_as_a_dane_writes_them(
    as_kirsten: KommuneClient, kirsten: Person, hours: float, shown: str
) -> None:
    row = make_application(kirsten, hours_per_week=hours)

    html = text_of(as_kirsten.get(f"/ansoegninger/{row.pk}/"))

    (control,) = re.findall(r'<input[^>]*name="hours_per_week"[^>]*>', html)
    assert 'type="text"' in control
    assert 'inputmode="decimal"' in control
    assert f'value="{shown}"' in control


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("mange", "Skriv timerne som et tal, for eksempel 37 eller 37,5."),
        ("37,5,5", "Skriv timerne som et tal"),
        ("375", "Skriv et tal mellem 1 og 60."),
        ("-5", "Skriv et tal mellem 1 og 60."),
    ],
)
def test_hours_that_cannot_be_are_refused_in_words(
    as_kirsten: KommuneClient, written: str, said: str
) -> None:
    answer = as_kirsten.post("/ansoegninger/ny/", _sent(hours_per_week=written))

    assert answer.status_code == 422
    assert said in text_of(answer)
    assert f'value="{written}"' in text_of(answer)


def test_the_same_form_sent_twice_is_one_entry(
    as_kirsten: KommuneClient, as_mads: KommuneClient, aarhus: Municipality
) -> None:
    first = as_kirsten.post("/ansoegninger/ny/", _sent())
    second = as_kirsten.post("/ansoegninger/ny/", _sent())

    assert (second.status_code, second.url) == (302, first.url)
    with working_for(aarhus.pk):
        assert Application.objects.count() == 1
        assert Event.objects.filter(kind="vacancies.application_logged").count() == 1

    as_kirsten.post("/ansoegninger/ny/", _sent(note="Et andet sted i huset"))
    as_mads.post("/ansoegninger/ny/", _sent())
    with working_for(aarhus.pk):
        assert Application.objects.count() == 3


def test_the_same_words_on_another_day_are_another_entry(kirsten: Person) -> None:
    now = timezone.now()
    first = make_application(kirsten, note="", at=now - timedelta(days=1))

    assert make_application(kirsten, note="", at=now).pk != first.pk


def test_two_posts_at_the_same_moment_wait_for_each_other(
    kirsten: Person, aarhus: Municipality
) -> None:
    with working_for(aarhus.pk), transaction.atomic():
        make_application(kirsten)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = 7262"
                " AND mode = 'ExclusiveLock' AND granted AND pid = pg_backend_pid()"
            )
            assert cursor.fetchone() == (1,)


@pytest.mark.parametrize("form", [ApplicationForm, HideForm, SaveSearchForm, MendForm])
def test_every_field_that_must_be_filled_says_what_to_write(form: type[Form]) -> None:
    generic = str(Field.default_error_messages["required"])
    shown = [name for name, field in form.base_fields.items() if not field.widget.is_hidden]
    errors = form({}).errors
    said = [str(text) for name in shown for text in errors.get(name, ())]

    assert said
    assert generic not in said
