# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Staff see whom to help and act; she sees the same of herself; a kommune decides."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.notices import queries as notices
from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.casework import actions
from jobunivers.rooms.casework.models import AttentionPoint, AttentionTuning
from jobunivers.rooms.casework.tests.making import make_point
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey.models import Teller
from jobunivers.rooms.segmentation import actions as segmentation
from jobunivers.science.attention import RULES
from jobunivers.testing.browsers import KommuneClient
from jobunivers.testing.cast import add_person
from jobunivers.trust.models import Look

LIST = "/medarbejder/opmaerksomhed/"


@pytest.fixture
def noticed(aarhus: Municipality, kirsten: Person) -> Person:
    """Return Kirsten, out of work for ten weeks with an empty plan: rules hold for her."""
    now = timezone.now()
    with working_for(aarhus.pk):
        journey.begin_spell(
            citizen_id=kirsten.pk,
            began_on=timezone.localdate(now) - timedelta(weeks=10),
            told_by=Teller.CITIZEN,
            at=now,
        )
        actions.attend(at=now)
    return kirsten


def waiting(aarhus: Municipality, code: str) -> AttentionPoint:
    with working_for(aarhus.pk):
        return AttentionPoint.objects.filter(code=code).order_by("-pk")[0]


def text(browser: KommuneClient, path: str) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200, answer.status_code
    return str(answer.content.decode())


def test_an_assistant_reads_whom_to_help_and_why_and_she_can_see_it(
    aarhus: Municipality, as_ida: KommuneClient, noticed: Person
) -> None:
    page = text(as_ida, LIST)
    assert noticed.name in page
    assert "planen er tom" in page
    assert "70" in page
    with working_for(aarhus.pk):
        look = Look.objects.get(citizen_id=noticed.pk, part="attention")
        assert look.reason == "overview"
        event = Event.objects.get(kind="casework.attention_shown")
        assert event.data == {"citizen_ids": [noticed.pk]}


def test_each_kind_can_be_looked_at_alone_and_an_unknown_one_shows_all(
    as_ida: KommuneClient, noticed: Person
) -> None:
    assert noticed.name in text(as_ida, f"{LIST}?slags=plan_empty")
    assert "Ingen venter med den slags" in text(as_ida, f"{LIST}?slags=found_job")
    assert noticed.name in text(as_ida, f"{LIST}?slags=moon&vis=nobody&side=x")


def test_one_press_solves_and_another_undoes(
    aarhus: Municipality, as_ida: KommuneClient, noticed: Person
) -> None:
    point = waiting(aarhus, "plan_empty")
    answer = as_ida.post(f"{LIST}{point.pk}/loest/")
    assert answer.status_code == 302
    assert f"fortryd={point.pk}" in answer["Location"]
    assert waiting(aarhus, "plan_empty").state == "solved"
    as_ida.post(f"{LIST}{point.pk}/fortryd/")
    assert waiting(aarhus, "plan_empty").state == "open"


def test_the_second_of_two_is_told_that_a_colleague_was_first(
    aarhus: Municipality, as_ida: KommuneClient, as_omar: KommuneClient, noticed: Person
) -> None:
    point = waiting(aarhus, "plan_empty")
    as_omar.post(f"{LIST}{point.pk}/loest/")
    as_ida.post(f"{LIST}{point.pk}/senere/", {"dage": "7"})
    assert "En kollega var først" in text(as_ida, LIST)
    assert waiting(aarhus, "plan_empty").state == "solved"


def test_later_takes_only_the_days_that_are_offered(
    aarhus: Municipality, as_ida: KommuneClient, noticed: Person
) -> None:
    point = waiting(aarhus, "plan_empty")
    as_ida.post(f"{LIST}{point.pk}/senere/", {"dage": "999"})
    assert waiting(aarhus, "plan_empty").state == "open"
    as_ida.post(f"{LIST}{point.pk}/senere/", {"dage": "14"})
    after = waiting(aarhus, "plan_empty")
    assert (after.state, after.until) == ("postponed", timezone.localdate() + timedelta(days=14))


def test_wrong_asks_why(aarhus: Municipality, as_ida: KommuneClient, noticed: Person) -> None:
    path = f"{LIST}{waiting(aarhus, 'plan_empty').pk}/passer-ikke/"
    assert noticed.name in text(as_ida, path)
    assert as_ida.post(path, {}).status_code == 422
    assert as_ida.post(path, {"why": "other"}).status_code == 422
    assert as_ida.post(path, {"why": "known"}).status_code == 302
    assert waiting(aarhus, "plan_empty").state == "wrong"


def test_a_message_is_seen_first_and_then_sent_once(
    aarhus: Municipality, as_ida: KommuneClient, noticed: Person
) -> None:
    path = f"{LIST}{waiting(aarhus, 'plan_empty').pk}/skriv/"
    assert RULES["plan_empty"].message.da in text(as_ida, path)
    assert as_ida.post(path, {"words": "", "dage": "7"}).status_code == 422
    seen = as_ida.post(path, {"words": "Hej <Kirsten> 👋", "dage": "7", "se": "1"})
    assert "Hej &lt;Kirsten&gt; 👋" in seen.content.decode()
    with working_for(aarhus.pk):
        assert not Notice.objects.filter(kind="followup.letter").exists()
    assert as_ida.post(path, {"words": "Hej 👋", "dage": "7", "send": "1"}).status_code == 302
    with working_for(aarhus.pk):
        notice = Notice.objects.get(kind="followup.letter", person_id=noticed.pk)
        assert "Hej 👋" in notices.text_of(notice)
    assert waiting(aarhus, "plan_empty").state == "postponed"


def test_the_first_page_says_what_happened_lately_and_what_helps(
    as_ida: KommuneClient, noticed: Person
) -> None:
    page = text(as_ida, "/medarbejder/")
    assert noticed.name in page
    # The most pressing comes first, with its act beside it.
    assert "Skriv til borgeren" in page


def test_a_consultants_own_come_first(
    aarhus: Municipality, as_tove: KommuneClient, noticed: Person, tove: Person
) -> None:
    with working_for(aarhus.pk):
        segmentation.assign_consultant(
            citizen_id=noticed.pk, staff_id=tove.pk, by_id=tove.pk, at=timezone.now()
        )
    assert noticed.name in text(as_tove, LIST)
    assert noticed.name not in text(as_tove, f"{LIST}?vis=team")


def test_her_points_stand_on_the_citizens_page(as_omar: KommuneClient, noticed: Person) -> None:
    as_omar.post(f"/medarbejder/borgere/{noticed.pk}/grund/", {"reason": "talk"})
    assert "planen er tom" in text(as_omar, f"/medarbejder/borgere/{noticed.pk}/")


def test_she_reads_what_was_noticed_and_says_that_it_does_not_fit(
    aarhus: Municipality, as_kirsten: KommuneClient, as_ida: KommuneClient, noticed: Person
) -> None:
    assert "Din plan er tom endnu" in text(as_kirsten, "/opmaerksomhed/")
    pk = waiting(aarhus, "plan_empty").pk
    as_kirsten.post(f"/opmaerksomhed/{pk}/passer-ikke/", {"words": "Den ligger på papir"})
    assert "Den ligger på papir" in text(as_kirsten, "/opmaerksomhed/")
    assert "Den ligger på papir" in text(as_ida, LIST)
    as_ida.post(f"{LIST}{pk}/loest/", {"how": "agreed"})
    assert "Du havde ret" in text(as_kirsten, "/opmaerksomhed/")


def test_nobody_else_may_say_it_for_her(
    aarhus: Municipality, as_mads: KommuneClient, as_jonas: KommuneClient, noticed: Person
) -> None:
    path = f"/opmaerksomhed/{waiting(aarhus, 'plan_empty').pk}/passer-ikke/"
    assert as_mads.post(path, {"words": "x"}).status_code == 404
    assert as_jonas.post(path, {"words": "x"}).status_code == 404


def test_staff_of_another_kommune_see_and_do_nothing(
    aarhus: Municipality, as_lise: KommuneClient, noticed: Person
) -> None:
    assert noticed.name not in text(as_lise, f"{LIST}?vis=team")
    assert as_lise.post(f"{LIST}{waiting(aarhus, 'plan_empty').pk}/loest/").status_code == 404


def test_without_anything_to_do_the_pages_say_so(
    as_ida: KommuneClient, as_kirsten: KommuneClient
) -> None:
    assert "Ingen venter lige nu" in text(as_ida, LIST)
    assert "Der er ikke noget lige nu" in text(as_kirsten, "/opmaerksomhed/")


def _decision(day: date) -> dict[str, str]:
    said = {"effective_from": day.isoformat(), "decided_by": "Udvalget", "why": "Mere ro"}
    for code, rule in RULES.items():
        said |= {f"{code}-days": str(rule.days), f"{code}-cool_down": str(rule.cool_down)}
        said |= {f"{code}-on": "on"} if code != "inactive" else {}
    return said


def test_an_administrator_decides_and_a_manager_reads(
    aarhus: Municipality, as_anne: KommuneClient, as_bente: KommuneClient
) -> None:
    path, today = "/administration/opmaerksomhed/", timezone.localdate()
    assert "Tom plan" in text(as_bente, path)
    as_bente.post(path, _decision(today))
    with working_for(aarhus.pk):
        assert not AttentionTuning.objects.exists()
    assert as_anne.post(path, _decision(today - timedelta(days=1))).status_code == 422
    assert as_anne.post(path, _decision(today) | {"deadline-days": "900"}).status_code == 422
    assert as_anne.post(path, _decision(today)).status_code == 302
    with working_for(aarhus.pk):
        row = AttentionTuning.objects.get()
        assert (row.number, row.body["inactive"]["on"]) == (1, False)
    page = text(as_bente, path)
    assert "Mere ro" in page
    assert "Slået fra" in page


def in_order(page: str, names: list[str]) -> list[str]:
    return sorted(names, key=page.index)


@pytest.mark.parametrize("who", ["consultant", "assistant"])
def test_the_first_page_and_the_list_begin_with_the_same_people_and_say_why(
    aarhus: Municipality, as_tove: KommuneClient, as_ida: KommuneClient, tove: Person, who: str
) -> None:
    names = ["Anna Længst", "Bo Presser", "Carl Presser", "Dina Nyest"]
    waits = {
        "Anna Længst": [("plan_empty", 30), ("inactive", 29)],
        "Bo Presser": [("found_job", 1), ("plan_empty", 20)],
        "Carl Presser": [("plan_empty", 2), ("found_job", 3)],
        "Dina Nyest": [("inactive", 1), ("plan_empty", 1)],
    }
    with working_for(aarhus.pk):
        for name in names:
            citizen = add_person(aarhus, name, "citizen")
            for code, days in waits[name]:
                make_point(citizen, code, waited=days)
            if who == "consultant":
                segmentation.assign_consultant(
                    citizen_id=citizen.pk, staff_id=tove.pk, by_id=tove.pk, at=timezone.now()
                )
    browser = as_tove if who == "consultant" else as_ida
    wanted = ["Carl Presser", "Bo Presser", "Anna Længst", "Dina Nyest"]
    first, whole = text(browser, "/medarbejder/"), text(browser, LIST)
    assert in_order(first, names) == wanted
    assert in_order(whole, names) == wanted
    for page in (first, whole):
        assert "Mest presserende først: det, der ikke kan vente" in page
    assert "har måske fået job" in whole
    # Of her own points what presses is said first too.
    hers = whole[whole.index("Carl Presser") : whole.index("Bo Presser")]
    assert hers.index(RULES["found_job"].staff.da) < hers.index("planen er tom")


def test_of_one_kind_alone_who_has_waited_longest_comes_first(
    aarhus: Municipality, as_ida: KommuneClient
) -> None:
    names = ["Anna Ny", "Bo Gammel"]
    with working_for(aarhus.pk):
        for name, days in zip(names, (1, 9), strict=True):
            citizen = add_person(aarhus, name, "citizen")
            make_point(citizen, "plan_empty", waited=days)
            make_point(citizen, "found_job", waited=9 - days)
    page = text(as_ida, f"{LIST}?slags=plan_empty")
    assert in_order(page, names) == ["Bo Gammel", "Anna Ny"]
