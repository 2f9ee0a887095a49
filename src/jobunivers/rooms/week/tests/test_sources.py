# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the rooms below tell of her days."""

from datetime import date

from jobunivers.foundation import diary
from jobunivers.foundation.diary import Entry
from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.week.tests.notebook import NOW, TODAY
from jobunivers.testing.browsers import KommuneClient, text_of


def absences(person: Person, first: date, after: date, language: str = "da") -> list[Entry]:
    with working_for(person.municipality_id):
        found = diary.between(citizen_id=person.pk, first=first, after=after, language=language)
        return [one for one in found if one.kind == "absence"]


def away(person: Person, starts: date, ends: date | None) -> None:
    with working_for(person.municipality_id):
        journey.report_absence(
            citizen_id=person.pk,
            kind=journey.AbsenceKind.HOLIDAY if ends else journey.AbsenceKind.ILLNESS,
            starts_on=starts,
            ends_on=ends,
            told_by=journey.Teller.CITIZEN,
            at=NOW,
        )


def test_a_holiday_stands_on_its_days_in_every_week_it_touches(
    kirsten: Person, mads: Person
) -> None:
    away(kirsten, date(2026, 11, 20), date(2026, 11, 25))

    (found,) = absences(kirsten, date(2026, 11, 23), date(2026, 11, 30))

    assert (found.day, found.until(TODAY)) == (date(2026, 11, 20), date(2026, 11, 24))
    assert found.title == "Ferie"
    assert absences(kirsten, date(2026, 11, 23), date(2026, 11, 30), "en")[0].title == "Holiday"
    assert absences(kirsten, date(2026, 11, 25), date(2026, 11, 30)) == []
    assert absences(mads, date(2026, 11, 23), date(2026, 11, 30)) == []


def test_illness_without_an_end_stands_until_today(
    kirsten: Person, as_kirsten: KommuneClient
) -> None:
    away(kirsten, date(2026, 11, 24), None)

    page = text_of(as_kirsten.get("/min-uge/2026-W48/"))

    assert page.count(">Syg<") == 2
    assert "Syg<" not in text_of(as_kirsten.get("/min-uge/2026-W50/"))
