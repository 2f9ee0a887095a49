# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, date, datetime

import pytest

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.journey import actions, queries
from jobunivers.rooms.journey.models import AbsenceKind, SpellEnd, Teller

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
MARCH, MAY, JULY = date(2026, 3, 2), date(2026, 5, 4), date(2026, 7, 1)


def test_nobody_is_out_of_work_twice_at_once(aarhus: Municipality, kirsten: Person) -> None:
    with working_for(aarhus.pk):
        actions.begin_spell(citizen_id=kirsten.pk, began_on=MARCH, told_by=Teller.CITIZEN, at=NOW)
        with pytest.raises(actions.AlreadyOut):
            actions.begin_spell(
                citizen_id=kirsten.pk, began_on=MAY, told_by=Teller.CASE_SYSTEM, at=NOW
            )
        assert queries.spells_of(kirsten.pk).get().began_on == MARCH


def test_a_spell_ends_once_and_a_new_one_may_begin(aarhus: Municipality, kirsten: Person) -> None:
    with working_for(aarhus.pk):
        actions.begin_spell(citizen_id=kirsten.pk, began_on=MARCH, told_by=Teller.CITIZEN, at=NOW)
        with pytest.raises(actions.WrongOrder):
            actions.end_spell(
                citizen_id=kirsten.pk, ended_on=date(2026, 1, 1), end=SpellEnd.JOB, at=NOW
            )
        actions.end_spell(citizen_id=kirsten.pk, ended_on=MAY, end=SpellEnd.JOB, at=NOW)
        with pytest.raises(actions.NothingOpen):
            actions.end_spell(citizen_id=kirsten.pk, ended_on=MAY, end=SpellEnd.JOB, at=NOW)
        actions.begin_spell(citizen_id=kirsten.pk, began_on=JULY, told_by=Teller.STAFF, at=NOW)
        assert [one.began_on for one in queries.spells_of(kirsten.pk)] == [JULY, MARCH]


def test_an_absence_lasts_until_she_is_back(aarhus: Municipality, kirsten: Person) -> None:
    with working_for(aarhus.pk):
        ill = actions.report_absence(
            citizen_id=kirsten.pk,
            kind=AbsenceKind.ILLNESS,
            starts_on=MARCH,
            ends_on=None,
            told_by=Teller.CITIZEN,
            at=NOW,
        )
        assert queries.absent_on(MAY) == {kirsten.pk: AbsenceKind.ILLNESS}
        actions.end_absence(absence=ill, ends_on=MAY, at=NOW)
        assert queries.absent_on(MAY) == {}
        assert queries.absent_on(MARCH) == {kirsten.pk: AbsenceKind.ILLNESS}


def test_a_mistaken_absence_never_was(aarhus: Municipality, kirsten: Person) -> None:
    with working_for(aarhus.pk):
        holiday = actions.report_absence(
            citizen_id=kirsten.pk,
            kind=AbsenceKind.HOLIDAY,
            starts_on=MAY,
            ends_on=JULY,
            told_by=Teller.CITIZEN,
            at=NOW,
        )
        actions.end_absence(absence=holiday, ends_on=MAY, at=NOW)
        assert queries.absent_on(MAY) == {}
