# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her week: what stands in it, and moving it."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.week.tests.notebook import TODAY, Notebook
from jobunivers.testing.browsers import KommuneClient, text_of

MONDAY = date(2026, 11, 23)


def test_each_day_has_what_stands_on_it_in_order_of_time(
    as_kirsten: KommuneClient, notes: Notebook
) -> None:
    notes.write(TODAY, time(14), title="Samtale om plan", kind="talk", place="Jobcentret")
    notes.write(TODAY, time(9), title="Kursus i Excel", kind="course")
    notes.write(TODAY, title="Søg jobbet", path="/ansoegninger/")

    page = text_of(as_kirsten.get("/min-uge/"))

    assert "Min uge: uge 48" in page
    assert "Onsdag den 25. november".lower() in page.lower()
    whole, first, second = (page.index(word) for word in ("Søg jobbet", "Excel", "om plan"))
    assert whole < first < second
    assert "kl. 14.00–15.00" in page
    assert 'href="/aarhus/ansoegninger/"' in page
    assert page.count("Ikke noget fast") == 6


def test_several_days_stand_on_each_of_them_and_only_in_the_week_asked(
    as_kirsten: KommuneClient, notes: Notebook
) -> None:
    notes.write(MONDAY - timedelta(days=2), title="Ferie", last_day=MONDAY + timedelta(days=1))

    page = text_of(as_kirsten.get("/min-uge/2026-W48/"))

    assert page.count("Ferie") == 2
    assert "Dag 3 af 4" in page
    assert "Dag 4 af 4" in page


def test_suggestions_stand_apart_and_not_among_what_is_fixed(
    as_kirsten: KommuneClient, notes: Notebook
) -> None:
    notes.write(TODAY, kind="suggestion", title="Prøv en messe")
    notes.write(TODAY - timedelta(days=1), kind="suggestion", title="Forbi")

    page = text_of(as_kirsten.get("/min-uge/"))

    assert "Der står ikke noget fast i denne uge" in page
    assert "Forslag til ugen" in page
    assert "Prøv en messe" in page
    assert "Forbi" not in page


def test_an_empty_week_leads_onwards(as_kirsten: KommuneClient, notes: Notebook) -> None:
    page = text_of(as_kirsten.get("/min-uge/2027-W20/"))

    assert "Der står ikke noget fast i denne uge" in page
    assert 'href="/aarhus/min-plan/"' in page


def test_what_cannot_be_moved_says_why(as_kirsten: KommuneClient, notes: Notebook) -> None:
    notes.write(TODAY, kind="deadline", title="Lager")
    notes.write(TODAY, kind="talk", title="Samtale", why_fixed="Ring til Omar.")

    page = text_of(as_kirsten.get("/min-uge/"))

    assert "Arbejdsgiveren har sat fristen." in page
    assert "Ring til Omar." in page
    assert "wk-move" not in page


def test_what_is_cancelled_says_so(as_kirsten: KommuneClient, notes: Notebook) -> None:
    notes.write(TODAY, title="Kursus", cancelled=True, movable=True)

    page = text_of(as_kirsten.get("/min-uge/"))

    assert "Aflyst" in page
    assert "wk-move" not in page


def test_thousands_on_a_day_are_told_without_listing_them(
    as_kirsten: KommuneClient, notes: Notebook
) -> None:
    for _ in range(5_000):
        notes.write(TODAY, kind="deadline")

    page = text_of(as_kirsten.get("/min-uge/"))

    assert "Og 4950 til" in page
    assert len(page) < 200_000


def test_her_name_and_titles_may_hold_anything(as_kirsten: KommuneClient, notes: Notebook) -> None:
    notes.write(TODAY, title="🎉 <b>Fest</b>", movable=True)

    page = text_of(as_kirsten.get("/min-uge/"))

    assert "🎉 &lt;b&gt;Fest&lt;/b&gt;" in page


def move(client: KommuneClient, uid: str = "notes:1", **data: object) -> object:
    return client.post(f"/min-uge/flyt/{uid}/", {"version": 1, "clock": "", **data})


def test_she_moves_it_to_another_day_and_time_of_danish_clocks(
    as_kirsten: KommuneClient, kirsten: Person, notes: Notebook
) -> None:
    notes.write(TODAY, time(9), movable=True)

    answer = as_kirsten.post(
        "/min-uge/flyt/notes:1/", {"version": 1, "day": "2027-04-01", "clock": "09:00"}
    )

    assert answer.status_code == 302
    assert answer["Location"].endswith("/min-uge/2027-W13/")
    moved = notes.entries[1]
    assert moved.day == date(2027, 4, 1)
    assert moved.starts_at is not None
    assert (moved.starts_at.hour, timezone.localtime(moved.starts_at).hour) == (7, 9)
    with working_for(kirsten.municipality_id):
        (event,) = Event.objects.filter(kind="week.entry_moved")
    assert event.data == {"entry": "notes:1", "day": "2027-04-01"}


@pytest.mark.parametrize(("to", "day"), [("2026-11-26", 26), ("2026-11-28", 28)])
def test_a_button_moves_it_by_days_whatever_the_field_says(
    to: str, day: int, as_kirsten: KommuneClient, notes: Notebook
) -> None:
    notes.write(TODAY, movable=True)

    move(as_kirsten, day="2026-11-25", to=to)

    assert notes.entries[1].day == date(2026, 11, day)


def test_two_windows_lose_nothing(as_kirsten: KommuneClient, notes: Notebook) -> None:
    notes.write(TODAY, title="Ring til Bilka", movable=True)
    move(as_kirsten, day="2026-11-27")

    late = move(as_kirsten, day="2026-12-02", clock="10:30")

    page = text_of(late)
    assert late.status_code == 409  # type: ignore[attr-defined]
    assert notes.entries[1].day == date(2026, 11, 27)
    assert "fredag den 27. november" in page, "where it stands now"
    assert 'value="2026-12-02"' in page, "what she wanted"
    assert 'value="10:30"' in page
    assert 'name="version" value="2"' in page
    move(as_kirsten, day="2026-12-02", clock="10:30", version=2)
    assert notes.entries[1].day == date(2026, 12, 2)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({"day": "2026-11-24"}, "Den dag er gået"),
        ({"day": "2026-11-25", "clock": "08:00"}, "Det klokkeslæt er gået"),
        ({"day": "2027-03-28", "clock": "02:30"}, "uret stillet frem"),
        ({"day": "2026-11-26", "clock": "05:00"}, "Så tidligt er der ikke åbent."),
        ({"day": "i morgen"}, "Skriv datoen"),
        ({"day": "2026-11-26", "clock": "25:00"}, "Skriv klokkeslættet"),
        ({"day": ""}, "Vælg en dag."),
    ],
)
def test_where_it_cannot_stand_she_is_told_and_what_she_wrote_stays(
    data: dict[str, str], said: str, as_kirsten: KommuneClient, notes: Notebook
) -> None:
    notes.write(TODAY, movable=True)

    answer = move(as_kirsten, **data)

    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert said in text_of(answer)
    assert notes.entries[1].version == 1
    if data.get("clock"):
        assert data["clock"] in text_of(answer)


def test_what_stands_fast_is_not_moved_by_a_form_written_by_hand(
    as_kirsten: KommuneClient, notes: Notebook
) -> None:
    notes.write(TODAY, kind="deadline")

    answer = move(as_kirsten, day="2026-11-27")

    assert answer.status_code == 422  # type: ignore[attr-defined]
    assert notes.entries[1].day == TODAY


@pytest.mark.parametrize(
    "uid", ["notes:2", "notes:x", "notes:", "x", "ukendt:1", f"notes:{'9' * 5000}", "notes:-1"]
)
def test_what_is_not_there_is_not_found(
    uid: str, as_kirsten: KommuneClient, notes: Notebook
) -> None:
    notes.write(TODAY, movable=True)

    assert as_kirsten.get(f"/min-uge/flyt/{uid}/").status_code == 404


def test_nobody_moves_what_is_somebody_elses(as_mads: KommuneClient, notes: Notebook) -> None:
    notes.write(TODAY, movable=True)

    assert move(as_mads, day="2026-11-27").status_code == 404  # type: ignore[attr-defined]
    assert notes.entries[1].day == TODAY


@pytest.mark.parametrize("name", ["2026-W54", "2027-W53", "9999-W01", "2026-48", "i-dag"])
def test_a_week_that_is_not_is_not_found(
    name: str, as_kirsten: KommuneClient, notes: Notebook
) -> None:
    assert as_kirsten.get(f"/min-uge/{name}/").status_code == 404


def test_a_week_at_the_end_of_the_year_leads_into_the_next(
    as_kirsten: KommuneClient, notes: Notebook
) -> None:
    page = text_of(as_kirsten.get("/min-uge/2026-W53/"))

    assert "/min-uge/2027-W01/" in page
    assert "/min-uge/2026-W52/" in page


def test_a_month_says_how_much_stands_on_each_day(
    as_kirsten: KommuneClient, notes: Notebook
) -> None:
    for _ in range(3):
        notes.write(date(2026, 11, 30))

    page = text_of(as_kirsten.get("/min-uge/maaned/2026-11/"))

    assert "November 2026" in page
    assert "/min-uge/2026-W49/" in page
    assert '<span class="wk-count">3<' in page


@pytest.mark.parametrize("month", ["2026-13", "2026-0", "1999-12", "2101-1"])
def test_a_month_that_is_not_is_not_found(
    month: str, as_kirsten: KommuneClient, notes: Notebook
) -> None:
    assert as_kirsten.get(f"/min-uge/maaned/{month}/").status_code == 404


def test_the_first_and_last_years_have_pages_too(
    as_kirsten: KommuneClient, notes: Notebook
) -> None:
    for address in ("2000-W01", "2100-W52", "maaned/2000-1", "maaned/2100-12"):
        assert as_kirsten.get(f"/min-uge/{address}/").status_code == 200
