# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cases that can be decided stand before staff; a draft waits for its second reader."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.availability import actions, queries
from jobunivers.rooms.availability.models import Case, Outcome
from jobunivers.rooms.availability.tests.making import (
    ALL_YES,
    EVENT,
    NOON,
    TODAY,
    decide,
    hear,
    heard_case,
    make_case,
    set_facts,
)
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
LIST, HOME, TASKS = "/medarbejder/raadighed/", "/medarbejder/", "/medarbejder/opgaver/"
TO_READ = "Læs en afgørelse om rådighed"


@pytest.fixture(autouse=True)
def in_aarhus(aarhus: Municipality) -> Iterator[None]:
    with time_machine.travel(NOON, tick=False), working_for(aarhus.pk):
        yield


def text(browser: KommuneClient, path: str) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200, answer.status_code
    return " ".join(answer.content.decode().split())


def draft(case: Case, staff: Person) -> Case:
    case.refresh_from_db()
    entry = actions.DecisionEntry(outcome=Outcome.NOTHING, reasons="Hun var syg.", text="Intet.")
    return actions.draft_decision(
        case_id=case.pk, version=case.version, entry=entry, staff_id=staff.pk, at=NOON
    )


def test_what_can_be_decided_stands_first_and_is_counted(
    omar: Person, kirsten: Person, mads: Person, as_omar: KommuneClient
) -> None:
    make_case(mads, omar)
    heard_case(kirsten, omar)
    page = text(as_omar, LIST)
    assert "1 sag kan afgøres nu" in page
    assert page.index("Kirsten Holm") < page.index("Mads Åby")
    shown = Event.objects.get(kind="availability.names_shown")
    assert shown.data == {"citizen_ids": sorted([kirsten.pk, mads.pk])}


def test_the_first_page_has_a_line_for_each_with_the_number_and_the_way_to_all(
    omar: Person, kirsten: Person, mads: Person, as_omar: KommuneClient, as_ida: KommuneClient
) -> None:
    assert "der kan afgøres" not in text(as_omar, HOME)
    heard_case(kirsten, omar)
    make_case(mads, omar)
    page = text(as_omar, HOME)
    block = page[page.index("der kan afgøres") :].partition("</section>")[0]
    assert "Kirsten Holm" in block
    assert "Mads Åby" not in block
    assert 'href="/aarhus/medarbejder/raadighed/"' in block
    assert "der kan afgøres" not in text(as_ida, HOME), "it is a colleague's"


def test_the_list_is_in_the_navigation_of_those_who_decide_and_of_nobody_else(
    as_omar: KommuneClient, as_bente: KommuneClient
) -> None:
    link = 'href="/aarhus/medarbejder/raadighed/"'
    assert link in text(as_omar, LIST)
    assert link not in text(as_bente, "/leder/")
    assert as_bente.get(LIST).status_code == 403


def test_one_sees_her_own_first_and_the_kommunes_when_she_asks(
    omar: Person, kirsten: Person, as_ida: KommuneClient, as_lise: KommuneClient
) -> None:
    make_case(kirsten, omar)
    assert "Du har ingen sager om rådighed" in text(as_ida, LIST)
    assert "Kirsten Holm" in text(as_ida, f"{LIST}?vis=alle")
    assert "Kirsten" not in text(as_lise, f"{LIST}?vis=alle&side=99")


def test_a_case_waits_while_she_may_answer_and_can_be_decided_the_day_after(
    omar: Person, kirsten: Person
) -> None:
    case = make_case(kirsten, omar)
    set_facts(case, omar, **ALL_YES)
    hear(case, omar, days=7)

    def can_be_decided(days: int) -> bool:
        day = TODAY + timedelta(days=days)
        page = queries.waiting_page(staff_id=omar.pk, mine=True, page=None, today=day)
        return page.lines[0].decide

    assert not can_be_decided(7)
    assert can_be_decided(8)


def test_what_is_over_is_on_no_list(omar: Person, kirsten: Person, as_omar: KommuneClient) -> None:
    decide(heard_case(kirsten, omar), omar, Outcome.NOTHING)
    assert "Kirsten" not in text(as_omar, f"{LIST}?vis=alle")


def test_a_draft_waits_for_a_second_reader_until_one_has_read_it(
    omar: Person, ida: Person, anne: Person, kirsten: Person, as_omar: KommuneClient,
    as_ida: KommuneClient,
) -> None:  # fmt: skip
    case = draft(heard_case(kirsten, omar), omar)
    assert TO_READ not in text(as_ida, TASKS), "the kommune has not asked for two"
    actions.set_case_rules(four_eyes=True, why="To ser mere", actor_id=anne.pk, at=NOON)
    assert TO_READ in text(as_ida, TASKS)
    assert TO_READ not in text(as_omar, TASKS), "who wrote it cannot read it for herself"
    assert "En kollega skal læse udkastet" in text(as_omar, LIST)
    actions.review_decision(case_id=case.pk, version=case.version, staff_id=ida.pk, at=NOON)
    assert TO_READ not in text(as_ida, TASKS)
    assert "Klar til underskrift" in text(as_omar, LIST)


def test_a_new_draft_is_to_be_read_again(
    omar: Person, ida: Person, anne: Person, kirsten: Person, as_ida: KommuneClient
) -> None:
    actions.set_case_rules(four_eyes=True, why="To ser mere", actor_id=anne.pk, at=NOON)
    case = draft(heard_case(kirsten, omar, event_on=EVENT), omar)
    actions.review_decision(case_id=case.pk, version=case.version, staff_id=ida.pk, at=NOON)
    draft(case, omar)
    assert TO_READ in text(as_ida, TASKS)
