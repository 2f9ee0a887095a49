# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her calendar address: who may open it, and what readers that are not ours understand of it."""

import json
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
import vobject
from django.conf import settings
from django.test import override_settings

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.foundation.ui.checking import node
from jobunivers.identity.models import Person
from jobunivers.rooms.week import access, actions
from jobunivers.rooms.week.models import CalendarFeed, Words
from jobunivers.rooms.week.queries.addresses import nonce_of, token_of
from jobunivers.rooms.week.queries.words import program_of
from jobunivers.rooms.week.tests.making import address_of, make_feed
from jobunivers.rooms.week.tests.notebook import NOW, TODAY, Notebook
from jobunivers.testing.browsers import KommuneClient, text_of

IPHONE = "iOS/18.1 (22B83) dataaccessd/1.0"
GOOGLE = "Google-Calendar-Importer"
CHOICES = {"groups": ["meetings", "deadlines"], "words": "full"}


def events(content: bytes) -> dict[str, Any]:
    """Return the events by summary, as a reader of another make understands them."""
    calendar = vobject.readOne(content.decode())
    return {one.summary.value: one for one in getattr(calendar, "vevent_list", [])}


def row(person: Person) -> CalendarFeed:
    with working_for(person.municipality_id):
        return CalendarFeed.objects.get(citizen_id=person.pk)


def test_she_makes_her_address_sees_it_again_and_closes_it(
    as_kirsten: KommuneClient, visitor: KommuneClient, kirsten: Person, notes: Notebook
) -> None:
    as_kirsten.post("/min-uge/kalender/", CHOICES)
    address = address_of(row(kirsten))

    page = text_of(as_kirsten.get("/min-uge/kalender/"))

    assert f"http://testserver/aarhus{address}" in page
    assert f'href="webcal://testserver/aarhus{address}"' in page
    assert "Ingen kalender har hentet den endnu." in page
    assert visitor.get(address).status_code == 200
    as_kirsten.post("/min-uge/kalender/luk/")
    assert visitor.get(address).status_code == 404
    with working_for(kirsten.municipality_id):
        assert not CalendarFeed.objects.exists(), "nothing of it is left"


def test_a_new_address_ends_the_old_one(
    as_kirsten: KommuneClient, visitor: KommuneClient, kirsten: Person, notes: Notebook
) -> None:
    old = address_of(make_feed(kirsten))

    as_kirsten.post("/min-uge/kalender/ny/")

    new = address_of(row(kirsten))
    assert new != old
    assert visitor.get(old).status_code == 404
    assert visitor.get(new).status_code == 200


def test_the_address_is_not_in_the_database(kirsten: Person) -> None:
    feed = make_feed(kirsten)
    token = address_of(feed).removeprefix("/kalender/").removesuffix(".ics")
    stored = " ".join(str(getattr(feed, field.attname)) for field in CalendarFeed._meta.fields)

    assert token not in stored
    assert bytes(feed.nonce).hex() not in token
    assert feed.municipality_id is not None
    with override_settings(SECRET_KEY="another key than the server's"):
        other = token_of(bytes(feed.nonce), feed.municipality_id)
        assert other != token
        assert nonce_of(token, feed.municipality_id) is None


def test_an_address_holds_while_its_key_is_an_older_one(kirsten: Person) -> None:
    feed = make_feed(kirsten)
    assert feed.municipality_id is not None
    token = token_of(bytes(feed.nonce), feed.municipality_id)

    with override_settings(SECRET_KEY="new", SECRET_KEY_FALLBACKS=[settings.SECRET_KEY]):
        assert nonce_of(token, feed.municipality_id) == bytes(feed.nonce)


def test_an_address_leads_nowhere_in_another_kommune(
    kirsten: Person, odense: Municipality, visitor: KommuneClient, notes: Notebook
) -> None:
    address = address_of(make_feed(kirsten))

    assert KommuneClient("odense").get(address).status_code == 404
    assert visitor.get(address).status_code == 200


@pytest.mark.parametrize(
    "token", ["x", "A" * 43, "A" * 42, "æ" * 43, "A" * 5000, "Zm9v" * 10 + "==="]
)
def test_what_was_never_given_is_not_found_and_costs_no_question(
    token: str, visitor: KommuneClient, kirsten: Person, django_assert_max_num_queries: Any
) -> None:
    make_feed(kirsten)

    with django_assert_max_num_queries(5):  # the kommune, and the transaction around all
        answer = visitor.get(f"/kalender/{token}.ics")

    assert answer.status_code == 404
    assert b"<html" not in answer.content


def test_whoever_guesses_is_stopped_and_her_own_phone_is_not(
    visitor: KommuneClient, kirsten: Person, notes: Notebook
) -> None:
    address = address_of(make_feed(kirsten))

    answers = [visitor.get(f"/kalender/{number:043}.ics") for number in range(access.GUESSES + 1)]

    assert {one.status_code for one in answers[:-1]} == {404}
    assert answers[-1].status_code == 429
    assert answers[-1]["Retry-After"] == "600"
    assert visitor.get(address).status_code == 200


def test_a_closed_address_that_a_program_still_asks_for_is_no_guess(
    visitor: KommuneClient, as_kirsten: KommuneClient, kirsten: Person, notes: Notebook
) -> None:
    address = address_of(make_feed(kirsten))
    as_kirsten.post("/min-uge/kalender/luk/")

    for _ in range(access.GUESSES + 5):
        assert visitor.get(address).status_code == 404


def test_who_is_no_longer_here_has_no_calendar(
    visitor: KommuneClient, kirsten: Person, notes: Notebook
) -> None:
    address = address_of(make_feed(kirsten))
    with working_for(kirsten.municipality_id):
        Person.objects.filter(pk=kirsten.pk).update(is_active=False)

    assert visitor.get(address).status_code == 404


def test_she_sees_when_it_was_fetched_and_by_which_program(
    visitor: KommuneClient, as_kirsten: KommuneClient, kirsten: Person, notes: Notebook
) -> None:
    visitor.get(address_of(make_feed(kirsten)), headers={"User-Agent": IPHONE})

    page = text_of(as_kirsten.get("/min-uge/kalender/"))

    assert "Sidst hentet onsdag den 25. november kl. 10.00" in page
    assert "af Apple Kalender" in page
    assert "dataaccessd" not in str(row(kirsten).__dict__)


@pytest.mark.parametrize(
    ("agent", "program"),
    [
        (GOOGLE, "google"),
        (IPHONE, "apple"),
        ("macOS/15.1 (24B83) CalendarAgent/1150", "apple"),
        ("Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17928; Pro)", "outlook"),
        ("Mozilla/5.0 (X11; Linux) Gecko/20100101 Thunderbird/128.4", "thunderbird"),
        ("curl/8.5", "other"),
        ("", "other"),
    ],
)
def test_programs_are_known_by_how_they_name_themselves(agent: str, program: str) -> None:
    assert program_of(agent) == program


def test_nobody_between_may_keep_it_and_what_has_not_changed_is_not_sent_again(
    visitor: KommuneClient, kirsten: Person, notes: Notebook
) -> None:
    notes.write(TODAY, time(14), kind="talk")
    address = address_of(make_feed(kirsten))

    first = visitor.get(address)
    again = visitor.get(address, headers={"If-None-Match": first["ETag"]})
    since = visitor.get(address, headers={"If-Modified-Since": first["Last-Modified"]})

    assert first["Content-Type"] == "text/calendar; charset=utf-8"
    assert first["Cache-Control"] == "private, no-cache"
    assert (again.status_code, again.content) == (304, b"")
    assert again["Cache-Control"] == "private, no-cache"
    assert since.status_code == 304
    with time_machine.travel(NOW + timedelta(hours=2), tick=False):
        assert visitor.get(address).content == first.content, "the same, to the last letter"
        notes.move(kirsten.pk, 1, 1, TODAY + timedelta(days=1), None, NOW)
        changed = visitor.get(address, headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200


def test_a_moved_event_moves_and_never_doubles(
    visitor: KommuneClient, kirsten: Person, notes: Notebook
) -> None:
    notes.write(TODAY, time(14), kind="talk", title="Samtale", place="Søndergade 1, Aarhus; 2. sal")
    address = address_of(make_feed(kirsten))
    before = events(visitor.get(address).content)["Samtale"]
    later = datetime(2027, 4, 1, 12, tzinfo=UTC)

    notes.move(kirsten.pk, 1, 1, later.date(), later, NOW)
    found = events(visitor.get(address).content)

    assert list(found) == ["Samtale"]
    after = found["Samtale"]
    assert after.uid.value == before.uid.value
    assert int(after.sequence.value) == int(before.sequence.value) + 1
    assert after.dtstart.value == later
    assert after.location.value == "Søndergade 1, Aarhus; 2. sal"


def test_what_is_cancelled_stays_and_says_so(
    visitor: KommuneClient, kirsten: Person, notes: Notebook
) -> None:
    notes.write(TODAY, time(14), kind="talk", title="Samtale", cancelled=True)

    (only,) = events(visitor.get(address_of(make_feed(kirsten))).content).values()

    assert only.status.value == "CANCELLED"
    assert only.summary.value == "Aflyst: Samtale"


def test_nine_o_clock_is_nine_o_clock_before_and_after_summer_time_begins(
    visitor: KommuneClient, kirsten: Person, notes: Notebook
) -> None:
    notes.write(date(2027, 3, 27), time(9), kind="course", title="før")
    notes.write(date(2027, 3, 29), time(9), kind="course", title="efter")
    notes.write(date(2027, 3, 27), kind="absence", title="Ferie", last_day=date(2027, 3, 29))

    found = events(visitor.get(address_of(make_feed(kirsten))).content)

    assert found["før"].dtstart.value == datetime(2027, 3, 27, 8, tzinfo=UTC)
    assert found["efter"].dtstart.value == datetime(2027, 3, 29, 7, tzinfo=UTC)
    assert found["Ferie"].dtstart.value == date(2027, 3, 27)
    assert found["Ferie"].dtend.value == date(2027, 3, 30), "the day after the last"


def test_only_busy_tells_times_and_nothing_else(
    visitor: KommuneClient, kirsten: Person, notes: Notebook
) -> None:
    notes.write(
        TODAY, time(14), kind="talk", title="Samtale", place="Her", note="Om", path="min-plan/"
    )

    content = visitor.get(address_of(make_feed(kirsten, words=Words.BUSY))).content

    (only,) = events(content).values()
    assert only.summary.value == "Jobunivers"
    for word in (b"Samtale", b"Her", b"LOCATION", b"DESCRIPTION", b"URL", b"notes", b"Min uge\r"):
        assert word not in content


def test_she_leaves_out_what_she_will(
    visitor: KommuneClient, kirsten: Person, notes: Notebook
) -> None:
    for kind in ("talk", "deadline", "absence", "suggestion", "unheard-of"):
        notes.write(TODAY, kind=kind, title=kind)

    found = events(
        visitor.get(address_of(make_feed(kirsten, groups=["meetings", "suggestions"]))).content
    )

    assert set(found) == {"talk", "Forslag: suggestion", "unheard-of"}


def test_her_language_follows_the_address(
    visitor: KommuneClient, kirsten: Person, notes: Notebook
) -> None:
    notes.write(TODAY, kind="suggestion", title="Lager")

    content = visitor.get(address_of(make_feed(kirsten, language="en"))).content

    assert set(events(content)) == {"Suggestion: Lager"}
    assert b"X-WR-CALNAME:My week" in content


def test_thousands_of_deadlines_leave_the_nearest(
    visitor: KommuneClient, kirsten: Person, notes: Notebook
) -> None:
    for number in range(5_000):
        notes.write(TODAY + timedelta(days=number % 300), kind="deadline", title=f"Job {number}")
    notes.write(TODAY - timedelta(days=3), kind="talk", title="Forbi")

    found = events(visitor.get(address_of(make_feed(kirsten))).content)

    assert len(found) == 251
    assert "Forbi" in found
    assert "Job 0" in found


@pytest.mark.parametrize(
    "data", [{"words": "full"}, {"groups": ["x"], "words": "full"}, {"groups": ["plan"]}]
)
def test_choices_that_are_not_offered_are_refused(
    data: dict[str, Any], as_kirsten: KommuneClient, kirsten: Person
) -> None:
    assert as_kirsten.post("/min-uge/kalender/", data).status_code == 422
    with working_for(kirsten.municipality_id):
        assert not CalendarFeed.objects.exists()


def test_changing_what_it_tells_keeps_the_address(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    before = address_of(make_feed(kirsten))

    as_kirsten.post("/min-uge/kalender/", {"groups": ["plan"], "words": "busy"})

    feed = row(kirsten)
    assert (feed.groups, feed.words, address_of(feed)) == (["plan"], "busy", before)


def test_a_page_that_is_hours_old_closes_nothing_by_mistake(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    """Two windows: closed in one, renewed in the other. Nothing breaks, nothing is opened."""
    make_feed(kirsten)
    as_kirsten.post("/min-uge/kalender/luk/")

    assert as_kirsten.post("/min-uge/kalender/ny/").status_code == 302
    assert as_kirsten.post("/min-uge/kalender/luk/").status_code == 302
    with working_for(kirsten.municipality_id):
        assert not CalendarFeed.objects.exists()


# What Thunderbird's reader makes of a calendar, as JSON.
_READER = """
import ICAL from {library};
import {{ readFileSync }} from "node:fs";
const when = (at) => (at.isDate ? at.toString() : at.toJSDate().toISOString());
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const told = calendar.getAllSubcomponents("vevent").map((one) => {{
  const event = new ICAL.Event(one);
  return {{
    uid: event.uid, title: event.summary, sequence: event.sequence,
    place: event.location, whole: event.startDate.isDate,
    starts: when(event.startDate), ends: when(event.endDate),
    status: one.getFirstPropertyValue("status"),
  }};
}});
console.log(JSON.stringify(told));
"""


def read_by_thunderbird(content: bytes, folder: Path) -> dict[str, dict[str, Any]]:
    """Return the events by title, as ical.js understands them."""
    library = Path(settings.ROOT) / "node_modules/ical.js/dist/ical.js"
    program = node()
    if program is None or not library.exists():
        pytest.skip("Node or the package ical.js is not installed: ./jobunivers check")
    script = folder / "read.mjs"
    script.write_text(_READER.format(library=json.dumps(str(library))))
    ran = subprocess.run([program, str(script)], input=content, capture_output=True, check=True)
    return {one["title"]: one for one in json.loads(ran.stdout)}


def test_another_reader_understands_summer_time_whole_days_a_move_and_a_cancellation(
    visitor: KommuneClient, kirsten: Person, notes: Notebook, tmp_path: Path
) -> None:
    notes.write(date(2027, 3, 29), time(9), kind="course", title="Excel, del 2; øvelser \\ 🎉" * 3)
    notes.write(date(2027, 10, 29), kind="absence", title="Ferie", last_day=date(2027, 10, 31))
    notes.write(TODAY, time(14), kind="talk", title="Samtale")
    notes.write(TODAY, time(16), kind="talk", title="Møde")
    address = address_of(make_feed(kirsten))
    before = read_by_thunderbird(visitor.get(address).content, tmp_path)
    notes.move(kirsten.pk, 3, 1, date(2026, 12, 1), datetime(2026, 12, 1, 13, tzinfo=UTC), NOW)
    notes.entries[4] = replace(notes.entries[4], cancelled=True, version=2)

    found = read_by_thunderbird(visitor.get(address).content, tmp_path)

    course = found["Excel, del 2; øvelser \\ 🎉" * 3]
    assert course["starts"] == "2027-03-29T07:00:00.000Z"
    holiday = found["Ferie"]
    assert (holiday["whole"], holiday["starts"], holiday["ends"]) == (
        True, "2027-10-29", "2027-11-01",
    )  # fmt: skip
    moved, was = found["Samtale"], before["Samtale"]
    assert (moved["uid"], moved["sequence"]) == (was["uid"], was["sequence"] + 1)
    assert moved["starts"] == "2026-12-01T13:00:00.000Z"
    off = found["Aflyst: Møde"]
    assert (off["uid"], off["status"]) == (before["Møde"]["uid"], "CANCELLED")


def test_fetching_again_and_again_writes_seldom(kirsten: Person) -> None:
    feed = make_feed(kirsten)
    with working_for(kirsten.municipality_id):
        first = actions.note_fetched(feed=feed, digest="a", program="apple", at=NOW)
        feed.refresh_from_db()
        again = actions.note_fetched(
            feed=feed, digest="a", program="apple", at=NOW + timedelta(minutes=1)
        )
        assert again == first
        feed.refresh_from_db()
        assert feed.fetched_at == NOW, "known closely enough"
        other = actions.note_fetched(
            feed=feed, digest="b", program="apple", at=NOW + timedelta(minutes=2)
        )
        assert other == NOW + timedelta(minutes=2)
