# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import date, time

import pytest
from django import forms

from jobunivers.foundation.ui.form_fields import DecidedForm, clock_field, day_field

TODAY = date(2026, 11, 23)


class Asking(forms.Form):
    day = day_field("Dag", required=True, missing="Vælg en dag.")
    clock = clock_field("Klokken")


@pytest.mark.parametrize("written", ["2026-11-23", "23-11-2026", "23.11.2026", "23/11/2026"])
@pytest.mark.parametrize("clock", ["09:05", "09.05", "09:05:00"])
def test_a_day_and_a_time_are_read_as_people_write_them(written: str, clock: str) -> None:
    form = Asking({"day": written, "clock": clock})

    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"day": TODAY, "clock": time(9, 5)}


def test_the_browsers_own_field_shows_the_day_and_time_that_stand() -> None:
    shown = str(Asking(initial={"day": TODAY, "clock": time(9, 5)}))

    assert 'value="2026-11-23"' in shown
    assert 'value="09:05"' in shown


def test_what_is_missing_or_cannot_be_read_is_said_plainly() -> None:
    form = Asking({"day": "", "clock": "halv ti"})

    assert form.errors["day"] == ["Vælg en dag."]
    assert "for eksempel 14.30" in form.errors["clock"][0]


@pytest.mark.parametrize(("day", "taken"), [("22-11-2026", False), ("23-11-2026", True)])
def test_nothing_is_decided_from_a_day_that_has_passed(day: str, taken: bool) -> None:
    said = {"effective_from": day, "decided_by": "Udvalget", "why": "Vi har talt om det"}

    assert DecidedForm(said, today=TODAY).is_valid() is taken


def test_who_decided_and_why_must_be_said() -> None:
    form = DecidedForm({"effective_from": "23-11-2026"}, today=TODAY)

    assert sorted(form.errors) == ["decided_by", "why"]
