# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Three first pages by role: whom to call and why, with the act beside; a calendar of her own."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection
from django.utils import timezone

from jobunivers.foundation import desk
from jobunivers.foundation.desk import Block, Desk, Line, Rows, Shown
from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person, Role
from jobunivers.rooms.casework import actions
from jobunivers.rooms.casework.models import CitizenRow, SavedFilter
from jobunivers.rooms.casework.tests.making import make_point
from jobunivers.rooms.segmentation import actions as segmentation
from jobunivers.rooms.segmentation.models import Assignment, ObjectionKind
from jobunivers.rooms.segmentation.tests.page_making import out_of_work
from jobunivers.rooms.talks.models import TalkState
from jobunivers.rooms.talks.tests.making import make_talk
from jobunivers.testing.browsers import KommuneClient
from jobunivers.testing.cast import add_person
from jobunivers.trust.models import Look

pytestmark = pytest.mark.django_db
HOME = "/medarbejder/"
DAY = timedelta(days=1)


def page(browser: KommuneClient, path: str = HOME) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def own(consultant: Person, citizen: Person) -> None:
    with working_for(consultant.municipality_id or 0):
        Assignment.objects.create(
            citizen_id=citizen.pk, staff_id=consultant.pk, began_at=timezone.now(), why="load"
        )


def rows_of(municipality: Municipality) -> None:
    with working_for(municipality.pk):
        actions.fill_rows(at=timezone.now())


def test_a_consultant_sees_whom_to_call_first_and_why_with_the_act_beside(
    as_tove: KommuneClient, tove: Person, kirsten: Person, mads: Person, aarhus: Municipality
) -> None:
    with working_for(aarhus.pk):
        own(tove, kirsten)
        own(tove, mads)
        make_point(kirsten, "plan_empty")
        make_point(mads, "plan_empty")
        make_point(mads, "requirements")

    shown = page(as_tove)

    assert "2 af dine borgere har noget, du kan hjælpe med" in shown
    assert shown.index("Mads Åby") < shown.index("Kirsten Holm")  # what presses comes first
    assert f'href="/aarhus/medarbejder/borgere/{mads.pk}/' in shown
    with working_for(aarhus.pk):
        looks = Look.objects.filter(part="attention", viewer_id=tove.pk)
        assert set(looks.values_list("citizen_id", flat=True)) == {kirsten.pk, mads.pk}
        event = Event.objects.filter(kind="casework.names_shown").latest("id")
        assert event.data["citizen_ids"] == sorted([kirsten.pk, mads.pk])


def test_she_sees_a_colleagues_citizens_only_while_she_stands_in(
    as_tove: KommuneClient, tove: Person, kirsten: Person, bente: Person, aarhus: Municipality
) -> None:
    other = add_person(aarhus, "Per Bro", "consultant")
    today = timezone.localdate()
    with working_for(aarhus.pk):
        own(other, kirsten)
        make_point(kirsten, "plan_empty")
    assert "Kirsten Holm" not in page(as_tove)

    with working_for(aarhus.pk):
        leave = segmentation.plan_leave(
            staff_id=other.pk, away_from=today, away_to=today + 3 * DAY, substitute_id=tove.pk,
            by_id=bente.pk, at=timezone.now(),
        )  # fmt: skip
    shown = page(as_tove)
    assert "Kirsten Holm" in shown
    assert "Du hjælper for en kollega" in shown
    # She opens her without being asked why.
    assert as_tove.get(f"/medarbejder/borgere/{kirsten.pk}/").status_code == 200

    with working_for(aarhus.pk):
        segmentation.end_leave(
            leave_id=leave.pk, version=leave.version, by_id=bente.pk, at=timezone.now()
        )
    assert "Kirsten Holm" not in page(as_tove)


def test_an_assistant_sees_groups_and_who_has_gone_quiet(
    as_ida: KommuneClient, ida: Person, kirsten: Person, aarhus: Municipality
) -> None:
    out_of_work(kirsten, weeks=30)
    rows_of(aarhus)
    with working_for(aarhus.pk):
        CitizenRow.objects.update(last_active_on=timezone.localdate() - 20 * DAY)
        now = timezone.now()
        SavedFilter.objects.create(
            owner_id=ida.pk, name="Nyuddannede", query="alder=18-29", created_at=now, changed_at=now
        )

    shown = page(as_ida)

    assert "Nyuddannede" in shown
    assert 'href="/aarhus/medarbejder/oversigt/?alder=18-29"' in shown
    assert "Hvem er blevet stille?" in shown
    assert "Kirsten Holm" in shown


def test_who_is_new_stands_with_her_day_until_the_first_talk(
    as_omar: KommuneClient, kirsten: Person, mads: Person, aarhus: Municipality
) -> None:
    assert "Ingen nye venter" in page(as_omar, "/medarbejder/nye/")
    now = timezone.now()
    out_of_work(kirsten, weeks=2, at=now)
    out_of_work(mads, weeks=20, at=now)
    rows_of(aarhus)

    for path in (HOME, "/medarbejder/nye/"):
        shown = page(as_omar, path)
        assert "Kirsten Holm" in shown
        assert "Første samtale senest" in shown
        assert "Mads Åby" not in shown
    assert "Dagen er gået" in page(as_omar, "/medarbejder/nye/")

    with working_for(aarhus.pk):
        CitizenRow.objects.filter(citizen_id=kirsten.pk).update(meeting="ahead")
    assert "Kirsten Holm" not in page(as_omar, "/medarbejder/nye/")


@pytest.mark.parametrize("state", [TalkState.PLANNED, TalkState.HELD])
def test_who_has_been_talked_with_or_will_be_is_not_proposed_a_first_talk(
    state: TalkState, as_omar: KommuneClient, omar: Person, kirsten: Person, aarhus: Municipality
) -> None:
    out_of_work(kirsten, weeks=2, at=timezone.now())
    rows_of(aarhus)
    make_talk(kirsten, omar, state=state)

    for path in (HOME, "/medarbejder/nye/"):
        assert "Første samtale senest" not in page(as_omar, path)


def test_a_talk_of_an_earlier_time_out_of_work_or_called_off_is_no_first_talk_of_this_one(
    as_omar: KommuneClient, omar: Person, kirsten: Person, aarhus: Municipality
) -> None:
    now = timezone.now()
    out_of_work(kirsten, weeks=2, at=now)
    rows_of(aarhus)
    make_talk(kirsten, omar, state=TalkState.HELD, starts_at=now - 30 * DAY, at=now - 31 * DAY)
    make_talk(kirsten, omar, state=TalkState.CANCELLED)

    assert "Kirsten Holm" in page(as_omar, "/medarbejder/nye/")


def test_an_objection_stands_with_its_day_on_the_page_and_in_the_calendar(
    as_omar: KommuneClient, omar: Person, kirsten: Person, aarhus: Municipality
) -> None:
    now = timezone.now()
    out_of_work(kirsten, weeks=30, at=now)
    with working_for(aarhus.pk):
        row = segmentation.object_to(
            citizen_id=kirsten.pk, kind=ObjectionKind.PERSON, words="Ring", at=now
        )
    assert row.responsible_id == omar.pk

    assert "Borgere venter på dit svar" in page(as_omar)
    year, week, _day = row.due_on.isocalendar()
    shown = page(as_omar, f"/medarbejder/kalender/{year}-W{week:02}/")
    assert "Svar på indsigelse" in shown
    assert "Kirsten Holm" in shown


def test_the_calendar_file_names_no_citizen(
    as_omar: KommuneClient, kirsten: Person, aarhus: Municipality
) -> None:
    now = timezone.now()
    out_of_work(kirsten, weeks=30, at=now)
    with working_for(aarhus.pk):
        segmentation.object_to(
            citizen_id=kirsten.pk, kind=ObjectionKind.PERSON, words="Ring", at=now
        )

    answer = as_omar.get("/medarbejder/kalender/fil/")

    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert b"Svar p\xc3\xa5 indsigelse" in answer.content
    assert b"Kirsten" not in answer.content


def test_an_empty_week_and_a_week_that_is_none(as_omar: KommuneClient) -> None:
    assert "Der står ikke noget i denne uge" in page(as_omar, "/medarbejder/kalender/")
    for name in ("2026-W60", "nu", "1800-W01"):
        assert as_omar.get(f"/medarbejder/kalender/{name}/").status_code == 404


def _fine(_asking: Desk, _rows: Rows) -> Shown:
    return Shown(lines=[Line(title="Det her", why="står der.", act="Se", path="/aarhus/")])


def _breaks(_asking: Desk, _rows: Rows) -> Shown:
    raise KeyError("noget")


def _refused(_asking: Desk, _rows: Rows) -> Shown:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1/0")
    raise DatabaseError


@pytest.mark.parametrize("broken", [_breaks, _refused])
def test_a_broken_block_says_so_alone(broken: object, as_omar: KommuneClient) -> None:
    fine = Block(code="test.fine", name="Godt", roles={Role.ADVISER: 20}, reads=_fine)
    bad = Block(code="test.bad", name="Skidt", roles={Role.ADVISER: 10}, reads=broken)  # type: ignore[arg-type]
    with desk.only(fine, bad):
        shown = page(as_omar)

    assert "Det kan ikke vises lige nu" in shown
    assert "Det her" in shown


def test_each_role_has_at_most_eight_lines_and_the_rest_under_one(
    as_tove: KommuneClient, as_omar: KommuneClient, as_ida: KommuneClient, as_bente: KommuneClient
) -> None:
    for browser, path in ((as_tove, HOME), (as_omar, HOME), (as_ida, HOME), (as_bente, "/leder/")):
        menu = page(browser, path).partition('<nav class="nav"')[2].partition("</nav>")[0]
        open_, more = menu.split("<details>") if "<details>" in menu else (menu, "")
        assert open_.count('class="nav-link"') <= 8
        assert more.count("<li>") == 0 or more.count("<li>") >= 2
        assert "/aarhus/job/" in menu


def test_a_manager_sees_numbers_and_no_citizen(
    as_bente: KommuneClient, tove: Person, kirsten: Person, aarhus: Municipality
) -> None:
    with working_for(aarhus.pk):
        own(tove, kirsten)
        segmentation.set_caseload(staff_id=tove.pk, capacity=0, at=timezone.now())

    shown = page(as_bente, "/leder/")

    assert "Hjælper 1 og har plads til 0." in shown
    assert "Kirsten" not in shown
