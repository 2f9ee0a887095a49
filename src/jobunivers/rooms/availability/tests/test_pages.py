# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her page and the staff's show the same; a case goes through its pages; nobody else sees it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine

from jobunivers.foundation import diary
from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.availability import actions, queries
from jobunivers.rooms.availability.models import (
    BenefitGroup,
    Case,
    CaseFact,
    CaseKind,
    Outcome,
)
from jobunivers.rooms.availability.tests.making import (
    NOON,
    TODAY,
    decide,
    fact,
    hear,
    heard_case,
    make_case,
    set_facts,
)
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey.models import AbsenceKind
from jobunivers.rooms.plan.tests.making import fix
from jobunivers.rooms.segmentation.tests.page_making import give_reason, out_of_work, text
from jobunivers.rooms.vacancies.tests.factories import make_application
from jobunivers.testing.browsers import KommuneClient
from jobunivers.testing.cast import add_person
from jobunivers.trust import actions as trust
from jobunivers.trust.models import Look

pytestmark = pytest.mark.django_db
MINE = "/raadighed/"


@pytest.fixture(autouse=True)
def noon(kirsten: Person) -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        out_of_work(kirsten, weeks=12)
        yield


@pytest.fixture
def in_aarhus(kirsten: Person) -> Iterator[None]:
    with working_for(kirsten.municipality_id or 0):
        yield


def theirs(person: Person, rest: str = "") -> str:
    return f"/medarbejder/borgere/{person.pk}/raadighed/{rest}"


def case_path(case: Case, rest: str = "") -> str:
    return f"/medarbejder/borgere/{case.citizen_id}/raadighed/sag/{case.pk}/{rest}"


def items_of(page: str) -> list[str]:
    """Return what stands of each thing, without what only one of the two may do."""
    part = page[page.index('id="tal"') :]
    part = part[part.index('<ul class="av-list">') : part.index("</section>")]
    return re.findall(r"<h3>(.*?)</h3>|<p><strong>(.*?)</strong>", part)


def test_she_and_staff_see_the_same_facts(
    as_kirsten: KommuneClient, as_omar: KommuneClient, kirsten: Person, omar: Person,
    in_aarhus: None,
) -> None:  # fmt: skip
    fix(kirsten, omar)
    make_application(kirsten, title="Lagermedarbejder", applied_on=TODAY - timedelta(days=3))
    give_reason(as_omar, kirsten)

    hers, staffs = text(as_kirsten, MINE), text(as_omar, theirs(kirsten))

    assert items_of(hers) == items_of(staffs)
    assert "Lagermedarbejder" in hers
    assert "1 ansøgninger" not in items_of(hers)[0]
    assert "Kontanthjælp" not in hers[: hers.index('id="tal"')]


def test_a_look_by_staff_is_written_down_for_her(
    as_omar: KommuneClient, kirsten: Person, in_aarhus: None
) -> None:
    assert as_omar.get(theirs(kirsten)).status_code == 302
    assert not Look.objects.filter(part="availability").exists()
    give_reason(as_omar, kirsten)
    as_omar.get(theirs(kirsten))
    assert Look.objects.filter(part="availability", citizen_id=kirsten.pk).count() == 1


def test_what_may_be_missing_is_said_as_perhaps_and_can_be_switched_off(
    as_kirsten: KommuneClient, kirsten: Person, anne: Person, in_aarhus: None
) -> None:
    assert "Måske værd at se på" in text(as_kirsten, MINE)
    trust.switch(code="availability", on=False, actor_id=anne.pk, reason="Ro", at=NOON)
    page = text(as_kirsten, MINE)
    assert "Måske værd at se på" not in page
    assert "Joblog" in page


def test_nothing_is_pointed_at_while_she_is_away(kirsten: Person, in_aarhus: None) -> None:
    assert queries.count_of(citizen_id=kirsten.pk, at=NOON, language="da").to_look_at
    journey.report_absence(
        citizen_id=kirsten.pk, kind=AbsenceKind.ILLNESS, starts_on=TODAY, ends_on=None,
        told_by=journey.Teller.CITIZEN, at=NOON,
    )  # fmt: skip
    found = queries.count_of(citizen_id=kirsten.pk, at=NOON, language="da")
    assert found.absent
    assert found.to_look_at == []


def test_uploads_are_told_short_of_a_week_that_is_over_alone(
    kirsten: Person, omar: Person, in_aarhus: None
) -> None:
    def uploads(at: int) -> str:
        when = NOON + timedelta(days=at)
        found = queries.count_of(citizen_id=kirsten.pk, at=when, language="da")
        return next(one.state for one in found.items if one.code == "uploads")

    fix(kirsten, omar)  # two a week from this Monday
    assert uploads(0) == "open"
    assert uploads(6) == "open"
    assert uploads(7) == "look"


def test_nobody_opens_a_case_by_looking(
    as_kirsten: KommuneClient, as_omar: KommuneClient, kirsten: Person, in_aarhus: None
) -> None:
    give_reason(as_omar, kirsten)
    text(as_omar, theirs(kirsten))
    text(as_kirsten, MINE)
    assert not Case.objects.exists()


def test_a_case_through_its_pages(
    as_kirsten: KommuneClient, as_omar: KommuneClient, kirsten: Person, in_aarhus: None
) -> None:
    give_reason(as_omar, kirsten)
    said = {"kind": "absent_talk", "event_on": "2026-11-16", "group": "kontanthjaelp_job",
            "why": "Kom ikke kl. 10"}  # fmt: skip
    assert as_omar.post(theirs(kirsten, "sag/ny/"), said).status_code == 302
    case = Case.objects.get()
    assert as_omar.post(theirs(kirsten, "sag/ny/"), said).status_code == 302  # pressed twice
    assert Case.objects.count() == 1
    assert "Kom ikke kl. 10" in text(as_kirsten, f"{MINE}sager/{case.pk}/")

    facts = {"version": "1", "group": "kontanthjaelp_job", "exempt": "nej", "monthly": "nej"}
    for code in ("happened", "duty", "guided"):
        facts |= {code: "ja", f"{code}__source": "letter", f"{code}__evidence": "Brev 1. nov."}
    assert as_omar.post(case_path(case, "oplysninger/"), facts).status_code == 302
    draft = text(as_omar, case_path(case, "hoering/"))
    assert "Brev 1. nov." in draft
    letter = {"version": "2", "text": "Vi vil høre dig", "due_on": "2026-12-01", "send": "1"}
    assert as_omar.post(case_path(case, "hoering/"), letter).status_code == 302
    as_kirsten.post(f"{MINE}sager/{case.pk}/", {"words": "Jeg overså det."})
    page = text(as_omar, case_path(case))
    assert "Jeg overså det." in page

    case.refresh_from_db()
    facts |= {"version": str(case.version), "cause": "nej"}
    as_omar.post(case_path(case, "oplysninger/"), facts)
    case.refresh_from_db()
    decision = {"version": str(case.version), "outcome": "days", "restored_on": "2026-11-19",
                "reasons": "Ingen grund"}  # fmt: skip
    assert as_omar.post(case_path(case, "afgoerelse/"), decision).status_code == 302
    case.refresh_from_db()
    assert case.days == 3
    for part in ("3 dag(e)", "Satsen for året er ikke oplyst", "LAS § 37", "Ankestyrelsen",
                 "Jeg overså det.", "Ingen grund", "truffet af et menneske"):  # fmt: skip
        assert part in case.text

    as_omar.post(case_path(case, "underskriv/"), {"version": str(case.version)})
    as_omar.post(case_path(case, "underskriv/"), {"version": str(case.version)})
    case.refresh_from_db()
    assert case.state == "decided"
    assert "Ankestyrelsen" in text(as_kirsten, f"{MINE}sager/{case.pk}/")
    for answer in (
        as_kirsten.get(f"{MINE}sager/{case.pk}/afgoerelse.pdf"),
        as_omar.get(case_path(case, "hoering.pdf")),
    ):
        assert answer.status_code == 200
        assert answer.content.startswith(b"%PDF")


def test_a_forbidden_step_is_shown_with_its_reason_and_not_offered(
    as_omar: KommuneClient, kirsten: Person, omar: Person, in_aarhus: None
) -> None:
    case = heard_case(kirsten, omar)
    set_facts(case, omar, guided=False)
    give_reason(as_omar, kirsten)
    page = text(as_omar, case_path(case, "afgoerelse/"))
    assert 'value="days"' not in page
    assert 'value="nothing"' in page
    assert "Det er ikke sådan her" in page
    forged = {"version": "9", "outcome": "days", "days": "3", "reasons": "x", "text": "x"}
    assert as_omar.post(case_path(case, "afgoerelse/"), forged).status_code == 422


def test_what_shows_a_fact_must_be_said(
    as_omar: KommuneClient, kirsten: Person, omar: Person, in_aarhus: None
) -> None:
    case = make_case(kirsten, omar)
    give_reason(as_omar, kirsten)
    said = {"version": "1", "group": "kontanthjaelp_job", "guided": "ja", "cause": "ja"}
    answer = as_omar.post(case_path(case, "oplysninger/"), said)
    assert answer.status_code == 422
    assert "hvad der viser det" in answer.content.decode()
    assert "den grund, du har fundet rimelig" in answer.content.decode()
    assert not CaseFact.objects.exists()


def test_two_staff_at_once_both_keep_their_text(
    as_omar: KommuneClient, kirsten: Person, omar: Person, tove: Person, in_aarhus: None
) -> None:
    case = make_case(kirsten, omar)
    give_reason(as_omar, kirsten)
    actions.set_facts(
        case_id=case.pk, version=1, group=BenefitGroup(case.group), causes=[],
        facts={"guided": fact(value=False)}, staff_id=tove.pk, at=NOON,
    )  # fmt: skip
    mine = {"version": "1", "group": "kontanthjaelp_job", "guided": "ja",
            "guided__source": "letter", "guided__evidence": "Mit fund"}  # fmt: skip
    answer = as_omar.post(case_path(case, "oplysninger/"), mine)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Mit fund" in page
    assert "Brev af 1. november" in page  # what the other saved
    assert CaseFact.objects.get(code="guided").value is False
    again = re.search(r'name="version" value="(\d+)"', page)
    assert again
    assert (
        as_omar.post(case_path(case, "oplysninger/"), mine | {"version": again[1]}).status_code
        == 302
    )


def test_an_old_page_cannot_sign_a_decision_that_was_changed(
    as_omar: KommuneClient, kirsten: Person, omar: Person, tove: Person, in_aarhus: None
) -> None:
    case = heard_case(kirsten, omar)
    entry = actions.DecisionEntry(outcome=Outcome.GUIDANCE, reasons="A", text="A")
    case = actions.draft_decision(
        case_id=case.pk, version=case.version, entry=entry, staff_id=omar.pk, at=NOON
    )
    old = str(case.version)
    actions.draft_decision(
        case_id=case.pk, version=case.version, staff_id=tove.pk, at=NOON,
        entry=actions.DecisionEntry(outcome=Outcome.DAYS, days=9, reasons="B", text="B"),
    )  # fmt: skip
    give_reason(as_omar, kirsten)
    as_omar.post(case_path(case, "underskriv/"), {"version": old})
    case.refresh_from_db()
    assert case.state == "open"


def test_other_peoples_cases_are_not_there(
    as_mads: KommuneClient, as_lise: KommuneClient, as_omar: KommuneClient, kirsten: Person,
    mads: Person, omar: Person, in_aarhus: None,
) -> None:  # fmt: skip
    case = make_case(kirsten, omar)
    assert as_mads.get(f"{MINE}sager/{case.pk}/").status_code == 404
    assert as_lise.get(case_path(case)).status_code == 404
    give_reason(as_omar, mads)
    assert as_omar.get(theirs(mads, f"sag/{case.pk}/")).status_code == 404


def test_a_letter_that_was_not_sent_is_not_there(
    as_kirsten: KommuneClient, kirsten: Person, omar: Person, in_aarhus: None
) -> None:
    case = make_case(kirsten, omar)
    for which in ("hoering", "afgoerelse", "andet"):
        assert as_kirsten.get(f"{MINE}sager/{case.pk}/{which}.pdf").status_code == 404


def test_the_last_day_for_her_answer_stands_in_her_week(
    kirsten: Person, omar: Person, in_aarhus: None
) -> None:
    case = make_case(kirsten, omar)
    set_facts(case, omar, happened=True, duty=True, exempt=False)
    hear(case, omar, days=3)
    entries = diary.between(
        citizen_id=kirsten.pk, first=TODAY, after=TODAY + timedelta(days=7), language="da"
    )
    mine = [one for one in entries if one.uid == f"availability:{case.pk}"]
    assert [one.day for one in mine] == [TODAY + timedelta(days=3)]


def test_a_gap_is_said_on_the_page(
    as_omar: KommuneClient, kirsten: Person, omar: Person, in_aarhus: None
) -> None:
    case = make_case(kirsten, omar, event_on=date(2026, 1, 20))
    give_reason(as_omar, kirsten)
    assert "20. januar 2026" in text(as_omar, case_path(case))


def closed_cases(kirsten: Person, omar: Person, outcomes: list[Outcome]) -> None:
    for number, outcome in enumerate(outcomes):
        municipality = kirsten.municipality
        assert municipality is not None
        person = add_person(municipality, f"Borger {number}", "citizen")
        case = heard_case(person, omar)
        decide(case, omar, outcome, days=2 if outcome == Outcome.DAYS else None)


def test_like_cases_are_withheld_below_five_and_name_nobody(
    as_omar: KommuneClient, kirsten: Person, omar: Person, in_aarhus: None
) -> None:
    case = make_case(kirsten, omar)
    give_reason(as_omar, kirsten)
    closed_cases(kirsten, omar, [Outcome.DAYS] * 4)
    assert "for få sager" in text(as_omar, case_path(case, "lignende/"))

    closed_cases(kirsten, omar, [Outcome.GUIDANCE])
    page = text(as_omar, case_path(case, "lignende/"))
    assert "for få sager" not in page
    for told in ("Borger 0", "Brev af 1. november", "Jeg glemte det", "Vi har lagt vægt",
                 "16. november"):  # fmt: skip
        assert told not in page[page.index('id="udfald"') :]


def test_a_small_number_cannot_be_reckoned_from_the_rest(
    as_bente: KommuneClient, kirsten: Person, omar: Person, in_aarhus: None
) -> None:
    closed_cases(kirsten, omar, [Outcome.DAYS] * 6 + [Outcome.GUIDANCE] * 2)
    found = queries.figures(since=NOON - timedelta(days=1))[0]
    assert found.total == 8
    assert [one.many for one in found.spread] == [0, None, None]
    assert "Færre end fem" in text(as_bente, "/leder/raadighed/")


def test_the_manager_decides_that_two_read_each_decision(
    as_bente: KommuneClient, in_aarhus: None
) -> None:
    assert as_bente.post("/leder/raadighed/", {"four_eyes": "on"}).status_code == 422
    as_bente.post("/leder/raadighed/", {"four_eyes": "on", "why": "Udvalget, 3. nov."})
    assert queries.case_rules().four_eyes


@pytest.mark.parametrize("kind", CaseKind.values)
def test_every_kind_of_case_has_its_page_and_letters(
    as_omar: KommuneClient, kirsten: Person, omar: Person, in_aarhus: None, kind: str
) -> None:
    case = make_case(kirsten, omar, kind=CaseKind(kind))
    give_reason(as_omar, kirsten)
    for rest in ("", "oplysninger/", "hoering/", "afgoerelse/"):
        text(as_omar, case_path(case, rest))
