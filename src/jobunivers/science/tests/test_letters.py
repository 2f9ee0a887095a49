# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Letters from employers: what they say, and what they do not say."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobunivers.science.letters import Guess, day_in, read
from jobunivers.science.letters.kinds import kind_of

TODAY = date(2026, 11, 26)
DANISH = ZoneInfo("Europe/Copenhagen")


def guess(text: str, *, subject: str = "", **more: str) -> Guess:
    told = {
        "sender_name": "Nordvind ApS HR", "sender_address": "job@nordvind.dk", "written": "",
        "calendar": "",
    }  # fmt: skip
    return read(subject=subject, text=text, today=TODAY, **(told | more))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tak for din ansøgning til stillingen som gartner. Vi vender tilbage.", "received"),
        ("Vi har modtaget din ansøgning og glæder os til at læse den.", "received"),
        ("Thank you for applying. We have received your application.", "received"),
        (
            "Tak for din ansøgning. Vi må desværre meddele, at vi er gået videre med andre.",
            "rejected",
        ),
        ("Vi har valgt en anden kandidat til stillingen.", "rejected"),
        ("Du er desværre ikke gået videre i processen.", "rejected"),
        ("Stillingen er nu besat.", "rejected"),
        ("Thank you. Unfortunately, we are not moving forward with your application.", "rejected"),
        ("We regret to inform you that the position has been filled.", "rejected"),
        ("Vi vil gerne invitere dig til samtale tirsdag den 1. december kl. 10.30.", "interview"),
        ("Du indkaldes hermed til jobsamtale.", "interview"),
        ("We would like to invite you for an interview on 3 December at 2 pm.", "interview"),
        ("Vi har hermed fornøjelsen at tilbyde dig stillingen som gartner.", "offer"),
        ("We are pleased to offer you the position.", "offer"),
        ("Vi har modtaget din ansøgning. Hvis du indkaldes til samtale, ringer vi.", "received"),
        ("Tak for din ansøgning. Vi indkalder løbende til samtale.", "received"),
        ("Thank you for your application. If you are not selected, unfortunately we cannot call.",
         "received"),
        ("Hej Kirsten, husk at tage regntøj med.", "unclear"),
        ("", "unclear"),
    ],
)  # fmt: skip
def test_a_letter_is_what_its_sentences_say_for_sure(text: str, kind: str) -> None:
    assert guess(text).kind == kind


def test_a_refusal_rests_on_the_sentence_that_refuses() -> None:
    found = guess("Kære Kirsten.\n\nTak for sidst.\nVi har desværre valgt\nen anden til jobbet.\n")

    assert found.lines == ("Tak for sidst.", "Vi har desværre valgt en anden til jobbet.")[1:]


@pytest.mark.parametrize(
    ("subject", "text", "title"),
    [
        ("Tak for din ansøgning til stillingen som Lagermedarbejder", "", "Lagermedarbejder"),
        ("", "din ansøgning til stillingen som social- og sundhedshjælper hos Aarhus Kommune.",
         "Social- og sundhedshjælper"),
        ("Din ansøgning: »Gartner til kirkegård«", "", "Gartner til kirkegård"),
        ("Your application for the Warehouse Operator position", "", "Warehouse Operator"),
        ("", "Thank you for applying for the position of Data Engineer at Nord.", "Data Engineer"),
        ("Svar på din ansøgning", "Vi vender tilbage.", ""),
    ],
)  # fmt: skip
def test_the_job_is_named_as_the_letter_names_it(subject: str, text: str, title: str) -> None:
    assert guess(text, subject=subject).title == title


@pytest.mark.parametrize(
    ("more", "employer"),
    [
        ({}, "Nordvind ApS"),
        ({"sender_name": "Mette Hansen"}, "Nordvind"),
        ({"sender_name": "no-reply", "sender_address": "noreply@aarhus.dk"}, "Aarhus"),
        ({"sender_name": "", "sender_address": "svar@emply.net"}, ""),
        ({"sender_name": "Emply", "sender_address": "svar@emply.net"}, ""),
        ({"sender_name": "", "sender_address": ""}, ""),
    ],
)
def test_the_employer_is_the_sender_s_house_and_never_who_carries_letters(
    more: dict[str, str], employer: str
) -> None:
    assert guess("Tak for din ansøgning.", **more).employer == employer


def test_the_letter_s_own_words_for_the_employer_come_first() -> None:
    text = "Tak for din ansøgning som gartner hos Kirkegårdene i Aarhus."
    assert guess(text).employer == "Kirkegårdene"


def test_a_talk_has_its_day_and_both_times() -> None:
    found = guess(
        "Vi vil gerne invitere dig til samtale.\nDet er torsdag den 3. december kl. 10.30-11.15."
    )

    assert found.interview_on == date(2026, 12, 3)
    assert found.starts_at == datetime(2026, 12, 3, 10, 30, tzinfo=DANISH)
    assert found.ends_at == datetime(2026, 12, 3, 11, 15, tzinfo=DANISH)
    assert len(found.lines) == 2


def test_a_calendar_file_says_when_even_if_the_words_do_not() -> None:
    calendar = (
        "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nDTSTART:19700101T000000\nEND:VTIMEZONE\n"
        "BEGIN:VEVENT\nDTSTART;TZID=Europe/Copenhagen:20261203T103000\n"
        "DTEND;TZID=Europe/Copenhagen:20261203T113000\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    found = guess("Vi glæder os til at se dig.", calendar=calendar)

    assert found.kind == "interview"
    assert found.starts_at == datetime(2026, 12, 3, 10, 30, tzinfo=DANISH)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("tirs. 24. nov. 2026 kl. 10.12", date(2026, 11, 24)),
        ("24. november 2026 10:12", date(2026, 11, 24)),
        ("Tue, 24 Nov 2026 10:12:00 +0100", date(2026, 11, 24)),
        ("November 24, 2026 at 10:12", date(2026, 11, 24)),
        ("2026-11-24", date(2026, 11, 24)),
        ("24-11-2026", date(2026, 11, 24)),
        ("den 3. januar", date(2027, 1, 3)),
        ("31. februar 2026", None),
        ("kl. 10.30", None),
        ("i marts eller april", None),
    ],
)
def test_days_are_read_as_danes_and_others_write_them(text: str, day: date | None) -> None:
    assert day_in(text, TODAY) == day


def test_a_letter_is_never_from_the_future() -> None:
    assert guess("Tak for din ansøgning.", written="24. november 2031").on == TODAY


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400), st.text(max_size=80), st.text(max_size=60), st.text(max_size=300))
def test_whatever_somebody_sends_there_is_an_answer(
    text: str, subject: str, name: str, calendar: str
) -> None:
    found = guess(text, subject=subject, sender_name=name, written=subject,
                  calendar=f"BEGIN:VEVENT\n{calendar}")  # fmt: skip

    assert found.on <= TODAY
    assert (found.starts_at is None) == (found.ends_at is None)
    assert found.starts_at is None or found.starts_at < (found.ends_at or found.starts_at)


@settings(max_examples=40, deadline=None)
@given(st.dates(TODAY - timedelta(days=90), TODAY + timedelta(days=200)))
def test_a_day_without_its_year_is_the_one_close_by(day: date) -> None:
    months = ("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september",
              "oktober", "november", "december")  # fmt: skip
    assert day_in(f"mandag den {day.day}. {months[day.month - 1]}", TODAY) == day


def test_long_letters_are_read_in_reasonable_steps() -> None:
    assert kind_of("", "desværre " * 3_000)[0] == "unclear"
