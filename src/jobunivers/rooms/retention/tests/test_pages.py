# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages of rules, holds and research, and what a citizen reads of how long data is kept."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from jobunivers.foundation import keeping
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person, Role
from jobunivers.rooms.retention import actions
from jobunivers.rooms.retention.actions import Asked
from jobunivers.rooms.retention.models import Choice, Ended, Hold, Release, ReleaseKind, Told
from jobunivers.rooms.retention.queries import choices, variables
from jobunivers.rooms.retention.tests.conftest import NOW
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
RULES = "/administration/opbevaring/"
RESEARCH = "/administration/forskning/"


def test_the_officer_chooses_days_within_the_bounds_and_from_a_day(
    aarhus: Municipality, as_olga: KommuneClient, olga: Person
) -> None:
    tomorrow = timezone.localdate() + timedelta(days=1)
    sent = {"value": "365", "from_on": tomorrow.isoformat(), "reason": "Besluttet af udvalget"}

    assert as_olga.post(f"{RULES}tal/days:journey/", sent).status_code == 302

    with working_for(aarhus.pk):
        row = Choice.objects.get()
        assert (row.value, row.by_id, row.reason) == (365, olga.pk, "Besluttet af udvalget")
        assert keeping.chosen_days()["journey"] == 730, "not before its day"
        assert choices.days_on(tomorrow)["journey"] == 365
    assert "365" in as_olga.get(RULES).content.decode()


@pytest.mark.parametrize(
    ("value", "days", "reason"),
    [("10", 1, "x"), ("99999", 1, "x"), ("365", -1, "x"), ("365", 1, "")],
)
def test_what_is_out_of_bounds_or_says_no_reason_is_refused_and_kept_in_the_form(
    aarhus: Municipality, as_olga: KommuneClient, value: str, days: int, reason: str
) -> None:
    day = timezone.localdate() + timedelta(days=days)
    sent = {"value": value, "from_on": day.isoformat(), "reason": reason}

    answer = as_olga.post(f"{RULES}tal/days:journey/", sent)

    assert answer.status_code == 422
    assert f'value="{value}"' in answer.content.decode()
    with working_for(aarhus.pk):
        assert not Choice.objects.exists()


def test_the_days_of_one_kommune_are_not_anothers(
    aarhus: Municipality, odense: Municipality, anne: Person
) -> None:
    with working_for(aarhus.pk):
        actions.choose(
            code="days:journey", value=200, from_on=timezone.localdate(), reason="x",
            by_id=anne.pk, at=timezone.now(),
        )  # fmt: skip
        assert keeping.chosen_days()["journey"] == 200
    with working_for(odense.pk):
        assert keeping.chosen_days()["journey"] == 730


def test_an_unknown_number_is_not_found(as_olga: KommuneClient) -> None:
    assert as_olga.get(f"{RULES}tal/days:forever/").status_code == 404
    assert as_olga.get(f"{RULES}tal/ukendt/").status_code == 404


def test_a_hold_is_set_by_full_name_and_the_citizen_reads_why(
    aarhus: Municipality, as_olga: KommuneClient, as_kirsten: KommuneClient, kirsten: Person
) -> None:
    review = (timezone.localdate() + timedelta(days=90)).isoformat()
    sent = {"name": "Kirsten Holm", "kind": "complaint", "reason": "Klage nr. 4"}

    answer = as_olga.post(f"{RULES}maa-ikke-slettes/", {**sent, "review_on": review})

    assert answer.status_code == 302
    with working_for(aarhus.pk):
        assert Hold.objects.get().person_id == kirsten.pk
    assert "Klage nr. 4" in as_kirsten.get("/mine-data/slettes/").content.decode()


@pytest.mark.parametrize("name", ["Kirsten", "Ukendt Person", "Omar Said"])
def test_whoever_is_not_one_citizen_by_name_is_not_held(
    aarhus: Municipality, as_olga: KommuneClient, kirsten: Person, omar: Person, name: str
) -> None:
    review = (timezone.localdate() + timedelta(days=90)).isoformat()
    sent = {"name": name, "kind": "court", "reason": "x", "review_on": review}

    answer = as_olga.post(f"{RULES}maa-ikke-slettes/", sent)

    assert answer.status_code == 422
    with working_for(aarhus.pk):
        assert not Hold.objects.exists()


def test_a_plan_made_by_one_is_approved_by_the_other_alone(
    aarhus: Municipality,
    as_olga: KommuneClient,
    as_anne: KommuneClient,
    kirsten: Person,
    anne: Person,
) -> None:
    now = timezone.now()
    on = date(2015, 1, 1)
    with working_for(aarhus.pk):
        actions.choose(
            code="people_above", value=0, from_on=timezone.localdate(now), reason="x",
            by_id=anne.pk, at=now,
        )  # fmt: skip
        Ended.objects.create(person_id=kirsten.pk, ended_on=on, is_citizen=True, found_at=now)
        Told.objects.create(
            citizen_id=kirsten.pk, code="end", ended_on=on, goes_on=date(2026, 1, 1),
            told_at=now - timedelta(days=60),
        )  # fmt: skip
    assert as_anne.post(f"{RULES}plan/").status_code == 302
    assert "En anden end dig" in as_anne.get(RULES).content.decode()
    page = as_olga.get(RULES)
    assert "Godkend planen" in page.content.decode()
    plan = page.context["page"].plan.plan.pk

    as_anne.post(f"{RULES}plan/{plan}/ja/", {"why": "Ja"})
    assert "Venter" in as_olga.get(RULES).content.decode()
    as_olga.post(f"{RULES}plan/{plan}/ja/", {"why": "Set igennem"})

    assert "Godkendt" in as_olga.get(RULES).content.decode()


def test_she_reads_what_goes_and_when_and_keeps_it(
    aarhus: Municipality, as_kirsten: KommuneClient, as_mads: KommuneClient, kirsten: Person
) -> None:
    today = timezone.localdate()
    with working_for(aarhus.pk):
        on = today - timedelta(days=710)
        Ended.objects.create(
            person_id=kirsten.pk, ended_on=on, is_citizen=True, found_at=timezone.now()
        )
        told = Told.objects.create(
            citizen_id=kirsten.pk, code="journey", ended_on=on, told_at=timezone.now(),
            goes_on=today + timedelta(days=30),
        )  # fmt: skip
    assert "Gem det et halvt år mere" in as_kirsten.get("/mine-data/slettes/").content.decode()

    assert as_mads.post(f"/mine-data/slettes/{told.pk}/gem/").status_code == 404
    assert as_kirsten.post(f"/mine-data/slettes/{told.pk}/gem/").status_code == 302
    assert as_kirsten.post(f"/mine-data/slettes/{told.pk}/gem/").status_code == 404

    page = as_kirsten.get("/mine-data/slettes/").content.decode()
    assert "fordi du bad om det" in page


def _born(aarhus: Municipality, *, many: int, year: int) -> None:
    with working_for(aarhus.pk):
        for number in range(many):
            Person(
                name=f"Borger {year} {number}", role=Role.CITIZEN, created_at=NOW,
                born_on=date(year, 3, 1),
            ).save()  # fmt: skip


def _asked(kind: ReleaseKind, **said: Any) -> Asked:
    return Asked(kind=kind, columns=["age"], purpose="Effekt", recipient="Universitetet", **said)


def test_a_table_of_rows_holds_no_group_below_ten(
    aarhus: Municipality, anne: Person, olga: Person, as_olga: KommuneClient
) -> None:
    _born(aarhus, many=12, year=1990)
    _born(aarhus, many=3, year=1960)
    with working_for(aarhus.pk):
        row = actions.ask_release(asked=_asked(ReleaseKind.ROWS, k=3), by_id=anne.pk, at=NOW)
        with pytest.raises(actions.NotAsked):
            actions.make_release(release_id=row.pk, by_id=anne.pk, at=NOW)
        made = actions.make_release(release_id=row.pk, by_id=olga.pk, at=NOW)
    assert made.k == 10
    assert made.table.splitlines() == ["age", *["35-39"] * 10], "in whole tens"
    assert made.report["suppressed"] == 5
    sheet = as_olga.get(f"{RESEARCH}{row.pk}.csv")
    assert sheet.content.decode("utf-8-sig") == made.table
    assert "35-39" not in as_olga.get(RESEARCH).content.decode()


def test_counts_with_noise_use_up_the_years_budget(
    aarhus: Municipality, anne: Person, olga: Person
) -> None:
    _born(aarhus, many=40, year=1990)
    with working_for(aarhus.pk):
        for _ in range(2):
            row = actions.ask_release(
                asked=_asked(ReleaseKind.COUNTS, epsilon_thousandths=500), by_id=anne.pk, at=NOW
            )
            made = actions.make_release(release_id=row.pk, by_id=olga.pk, at=NOW)
        assert len(made.table.splitlines()) == 1 + len(variables.variables()["age"].domain()) + 1
        assert actions.left_of_budget(date(2026, 11, 23)) == 0
        more = actions.ask_release(
            asked=_asked(ReleaseKind.COUNTS, epsilon_thousandths=1), by_id=anne.pk, at=NOW
        )
        with pytest.raises(actions.OverBudget):
            actions.make_release(release_id=more.pk, by_id=olga.pk, at=NOW)


def test_a_table_of_unknown_columns_is_refused(aarhus: Municipality, anne: Person) -> None:
    with working_for(aarhus.pk):
        asked = Asked(kind=ReleaseKind.ROWS, columns=["name", "cpr"], purpose="x", recipient="x")
        with pytest.raises(actions.TooMany):
            actions.ask_release(asked=asked, by_id=anne.pk, at=NOW)
        assert not Release.objects.exists()
