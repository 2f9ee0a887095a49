# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import date, datetime

import pytest

from jobunivers.integrations.jobads.options import COPENHAGEN
from jobunivers.integrations.jobads.values import dates, numbers, text, words
from jobunivers.integrations.jobads.values.notes import Notes


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("31-08-2019 22:26", "2019-08-31T22:26:00+02:00"),
        ("31.12.18", "2018-12-31T00:00:00+01:00"),
        ("15/11 2020", "2020-11-15T00:00:00+01:00"),
        ("12/31/2019", "2019-12-31T00:00:00+01:00"),
        ("1. maj 2020 kl. 12.00", "2020-05-01T12:00:00+02:00"),
        ("d. 3. december 2021", "2021-12-03T00:00:00+01:00"),
        ("2019-11-05", "2019-11-05T00:00:00+01:00"),
        ("2018-12-27T10:50:17+0000", "2018-12-27T10:50:17+00:00"),
        ("2018-11-29T12:00:02.4", "2018-11-29T12:00:02.400000+01:00"),
        ("2020-11-15T23:59:59.1234567Z", "2020-11-15T23:59:59.123456+00:00"),
        ("2020-11-15 23:59:59 +0100", "2020-11-15T23:59:59+01:00"),
        ("Tue, 15 Nov 1994 12:45:26 GMT", "1994-11-15T12:45:26+00:00"),
        (1577836800000, "2020-01-01T00:00:00+00:00"),
        ("1577836800", "2020-01-01T00:00:00+00:00"),
        ("/Date(1577836800000+0100)/", "2020-01-01T00:00:00+00:00"),
    ],
)
def test_dates_are_understood_however_they_are_written(written: object, meant: str) -> None:
    notes = Notes()
    found = dates.moment(written, "published_at", notes, COPENHAGEN)
    assert found == datetime.fromisoformat(meant)
    assert notes.codes() == ()


@pytest.mark.parametrize(
    ("written", "warning"),
    [
        ("31-02-2020", ("deadline_impossible",)),
        ("2020-02-31", ("deadline_impossible",)),
        ("2020-01-01T00:00:00+99:00", ("deadline_impossible",)),
        ("9999-12-31", ("deadline_impossible",)),
        ("hver tirsdag", ("deadline_unreadable",)),
        (1e308, ("deadline_unreadable",)),
        ("0001-01-01T00:00:00", ()),
        ("Snarest muligt", ()),
        ("Søknader blir vurdert fortløpende", ()),
        ("", ()),
        (None, ()),
    ],
)
def test_an_impossible_date_is_none_with_a_warning_and_no_date_is_just_none(
    written: object, warning: tuple[str, ...]
) -> None:
    notes = Notes()
    assert dates.day(written, "deadline", notes, COPENHAGEN) is None
    assert notes.codes() == warning


def test_a_deadline_is_the_day_that_people_in_denmark_mean() -> None:
    def day(written: str) -> date | None:
        return dates.day(written, "deadline", Notes(), COPENHAGEN)

    assert day("2021-08-26T22:00:00Z") == date(2021, 8, 27)
    assert day("2020-11-15T23:59:59Z") == date(2020, 11, 15)
    assert day("2020-11-15T23:59:59+0100") == date(2020, 11, 15)


@pytest.mark.parametrize(
    ("latitude", "longitude", "found", "warning"),
    [
        ("55,7", "12.5", (55.7, 12.5), ()),
        ("59.9", "-.26", (59.9, -0.26), ()),
        (64.1, -51.7, (64.1, -51.7), ()),
        (12.5, 55.7, (55.7, 12.5), ("coordinates_swapped",)),
        (0, 0.0, (None, None), ("coordinates_zero",)),
        (40.7, -74.0, (None, None), ("coordinates_outside_europe",)),
        ("nord", 1, (None, None), ("coordinates_unreadable",)),
        (float("nan"), 1, (None, None), ("coordinates_unreadable",)),
        (10**400, 1, (None, None), ("coordinates_unreadable",)),
        (None, None, (None, None), ()),
    ],
)
def test_a_point_is_in_europe_or_nowhere(
    latitude: object, longitude: object, found: tuple[float, float], warning: tuple[str, ...]
) -> None:
    notes = Notes()
    assert numbers.point(latitude, longitude, notes) == found
    assert notes.codes() == warning


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("37 timer", (37, 37)),
        ("15-20 t/ugen", (15, 20)),
        ("37,5 timer pr. uge", (37.5, 37.5)),
        ("30 til 37 timer om ugen", (30, 37)),
        ("20 hours per week", (20, 20)),
        (37, (37, 37)),
        ({"minValue": 15, "maxValue": "20"}, (15, 20)),
        ("160 timer pr. måned", (None, None)),
        ("7,4 timer om dagen", (None, None)),
        ("8-16", (None, None)),
        ("Fuldtid", (None, None)),
        (None, (None, None)),
    ],
)
def test_weekly_hours_are_read_only_where_they_are_weekly_hours(
    written: object, hours: tuple[float | None, float | None]
) -> None:
    notes = Notes()
    assert numbers.weekly_hours(written, notes) == hours
    assert notes.codes() == ()


def test_a_company_number_has_eight_digits() -> None:
    notes = Notes()
    for written in (12345678, "12 34 56 78", "DK-12345678", "CVR: 12345678"):
        assert numbers.cvr(written, notes) == "12345678"
    assert numbers.cvr(0, notes) == ""
    assert notes.codes() == ()
    assert numbers.cvr("987938323", notes) == ""
    assert notes.codes() == ("cvr_invalid",)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("efter aftale", "efter aftale"),
        (
            {"currency": "GBP", "value": {"value": "£1 - £2 per annum", "minValue": 1}},
            "£1 - £2 per annum",
        ),
        ({"currency": "GBP", "value": {"value": "negotiable", "unitText": "YEAR"}}, "negotiable"),
        ({"currency": "DKK", "minValue": 1, "maxValue": 2}, "1–2 DKK"),
        ({"currency": "DKK", "value": {"minValue": 200, "unitText": "HOUR"}}, "200 DKK / hour"),
        ([{"currency": "DKK", "value": 30000}], "30000 DKK"),
        ({"currency": "DKK"}, ""),
        (None, ""),
    ],
)
def test_pay_is_shown_as_written_and_never_worked_out(written: object, shown: str) -> None:
    assert numbers.salary(written, Notes()) == shown


def test_mojibake_is_mended_when_it_is_certain_and_only_then() -> None:
    notes = Notes()
    garbled = "Pædagog søges – Århus 😀".encode().decode("cp1252", "replace")
    assert text.mend("PÃ¦dagog sÃ¸ges â€“ Ã…rhus ðŸ˜€ på café", notes) == (
        "Pædagog søges – Århus 😀 på café"
    )
    assert garbled != "Pædagog søges – Århus 😀"
    assert notes.codes() == ("mojibake_mended",)
    for right in ("NÃO", "ÂNGULO", "Â¿Qué", "Føroyar – ð og þ", "naïve"):
        fine = Notes()
        assert text.mend(right, fine) == right
        assert fine.codes() == ()


def test_windows_quotes_that_became_control_characters_are_quotes_again() -> None:
    notes = Notes()
    assert text.mend("\x93hej\x94 \x96 \x00", notes) == "“hej” – "
    assert notes.codes() == ("control_characters",)


def test_a_name_is_one_line_without_tags() -> None:
    assert text.line(" <b>Kok</b> &amp;amp;\n tjener ", Notes()) == "Kok & tjener"
    assert text.line(["første", "anden"], Notes()) == "første"
    assert text.line({"@value": "x"}, Notes()) == "x"
    assert text.line(True, Notes()) == ""


@pytest.mark.parametrize(
    "written", ["javascript:alert(1)", "ftp://a.b/c", "se vores side", "file:///x"]
)
def test_an_address_that_is_not_of_the_web_is_refused(written: str) -> None:
    notes = Notes()
    assert text.web_address(written, notes) == ""
    assert notes.codes() == ("url_refused",)


def test_an_address_without_scheme_gets_one() -> None:
    assert text.web_address("www.nordvind.example", Notes()) == "https://www.nordvind.example"
    assert text.web_address("//a.example/x", Notes()) == "https://a.example/x"


def test_words_for_countries_languages_and_employment() -> None:
    notes = Notes()
    assert [words.country(one, notes) for one in ("Danmark", "dk", "UK", {"name": "NORGE"})] == [
        "DK", "DK", "GB", "NO",
    ]  # fmt: skip
    assert [words.language(one) for one in ("da-DK", "Dansk", "NO", "klingon")] == [
        "da",
        "da",
        "no",
        "",
    ]
    assert words.employment_types(["Full-time, Contract", "fast stilling", "Vikariat"], notes) == (
        "FULL_TIME", "CONTRACTOR", "PERMANENT", "TEMPORARY",
    )  # fmt: skip
    assert notes.codes() == ()
    assert words.country("Mordor", notes) == ""
    assert words.employment_types("hemmelig", notes) == ("OTHER",)
    assert notes.codes() == ("country_unknown", "employment_type_unknown")
