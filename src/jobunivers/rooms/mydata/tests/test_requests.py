# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She asks, a person answers within a month, and nothing changes by itself."""

import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from jobunivers.foundation.inbox import Asking
from jobunivers.foundation.keeping import hold_sources
from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.mydata import actions
from jobunivers.rooms.mydata.actions.requesting import months_later
from jobunivers.rooms.mydata.models import DataRequest, Decision, RequestKind
from jobunivers.rooms.mydata.queries.desk import CODE
from jobunivers.rooms.mydata.queries.desk import _items as items
from jobunivers.rooms.mydata.tests.making import look_at, make_request
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust.models import Look

pytestmark = pytest.mark.django_db
OFFICE = "/administration/anmodninger/"
NO = {"decision": "refused", "answer": "Vi skal gemme det.", "law": "Arkivloven § 8"}


def test_she_asks_about_one_item_and_the_item_says_so(
    as_kirsten: KommuneClient, kirsten: Person, omar: Person
) -> None:
    look = look_at(kirsten, omar)[0]
    address = f"/mine-data/anmodninger/ny/?om=trust.Look&nr={look.pk}"
    key = as_kirsten.get(address).context["form"]["key"].value()

    sent = as_kirsten.post(address, {"key": key, "kind": "object", "words": "Det vil jeg ikke."})

    with working_for(kirsten.municipality_id):
        row = DataRequest.objects.get()
    assert sent.status_code == 302
    assert (row.label, row.row_id, row.words) == ("trust.Look", str(look.pk), "Det vil jeg ikke.")
    page = as_kirsten.get("/mine-data/emne/log/trust.Look/").content.decode()
    assert "Du har bedt om noget ved det" in page


def test_the_same_form_sent_twice_is_one_request(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    sent = {"key": str(uuid.uuid4()), "kind": "correct", "words": "Forkert"}

    first = as_kirsten.post("/mine-data/anmodninger/ny/", sent)
    again = as_kirsten.post("/mine-data/anmodninger/ny/", sent)

    assert first.headers["Location"] == again.headers["Location"]
    with working_for(kirsten.municipality_id):
        assert DataRequest.objects.count() == 1


def test_a_form_with_something_missing_keeps_what_was_typed(as_kirsten: KommuneClient) -> None:
    answer = as_kirsten.post(
        "/mine-data/anmodninger/ny/", {"key": str(uuid.uuid4()), "words": "Mine ord <b>"}
    )

    assert answer.status_code == 422
    assert "Mine ord &lt;b&gt;" in answer.content.decode()
    assert as_kirsten.post("/mine-data/anmodninger/ny/", {"key": "x"}).status_code == 422


@pytest.mark.parametrize("nr", ["0", "abc", "99999999999999999999", "1' OR 1=1", "a%00"])
def test_an_item_that_is_gone_can_still_be_asked_about(as_kirsten: KommuneClient, nr: str) -> None:
    page = as_kirsten.get(f"/mine-data/anmodninger/ny/?om=trust.Look&nr={nr}")

    assert page.status_code == 200
    assert "her ikke mere" in page.content.decode()
    assert as_kirsten.get("/mine-data/anmodninger/ny/?om=trust.Nothing").status_code == 404


def test_somebody_elses_item_is_not_shown(
    as_mads: KommuneClient, kirsten: Person, omar: Person
) -> None:
    look = look_at(kirsten, omar, note="Kun om Kirsten")[0]

    page = as_mads.get(f"/mine-data/anmodninger/ny/?om=trust.Look&nr={look.pk}").content.decode()

    assert "Kun om Kirsten" not in page


def test_the_officer_is_told_and_the_look_is_logged(
    as_olga: KommuneClient, olga: Person, kirsten: Person
) -> None:
    row = make_request(kirsten)

    listed = as_olga.get(OFFICE).content.decode()
    opened = as_olga.get(f"{OFFICE}{row.pk}/")

    assert kirsten.name in listed
    assert "uddannet kok" in opened.content.decode()
    with working_for(kirsten.municipality_id):
        assert Notice.objects.filter(person_id=olga.pk, kind="mydata.asked").count() == 1
        assert Look.objects.get(citizen_id=kirsten.pk).part == "requests"


def test_administrators_are_told_where_there_is_no_officer(anne: Person, kirsten: Person) -> None:
    make_request(kirsten)

    with working_for(kirsten.municipality_id):
        assert Notice.objects.filter(person_id=anne.pk, kind="mydata.asked").exists()


def test_a_no_says_why_by_which_law_by_whom_and_where_to_complain(
    as_olga: KommuneClient, as_kirsten: KommuneClient, olga: Person, kirsten: Person
) -> None:
    row = make_request(kirsten)
    page = f"{OFFICE}{row.pk}/"
    as_olga.post(f"{page}tag/")

    without = as_olga.post(page, {**NO, "law": "", "version": 2})
    answered = as_olga.post(page, {**NO, "version": 2})

    assert (without.status_code, answered.status_code) == (422, 302)
    read = as_kirsten.get(f"/mine-data/anmodninger/{row.pk}/").content.decode()
    for said in ("Vi skal gemme det.", "Arkivloven § 8", olga.name, "Datatilsynet", "Svar: nej"):
        assert said in read, said
    with working_for(kirsten.municipality_id):
        assert Notice.objects.filter(person_id=kirsten.pk, kind="mydata.answered").exists()


def test_two_who_answer_at_once_see_both_texts(
    as_olga: KommuneClient, as_anne: KommuneClient, kirsten: Person
) -> None:
    row = make_request(kirsten)
    page = f"{OFFICE}{row.pk}/"
    first = {"decision": "granted", "answer": "Det er rettet nu.", "law": "", "version": 1}

    as_olga.post(page, first)
    second = as_anne.post(page, {**NO, "version": 1})

    assert second.status_code == 409
    told = second.content.decode()
    assert "Det er rettet nu." in told
    assert "Vi skal gemme det." in told
    with working_for(kirsten.municipality_id):
        row.refresh_from_db()
        assert row.decision == Decision.GRANTED


def test_somebody_who_took_it_meanwhile_is_seen_and_the_next_press_answers(
    as_olga: KommuneClient, as_anne: KommuneClient, kirsten: Person
) -> None:
    row = make_request(kirsten)
    page = f"{OFFICE}{row.pk}/"
    as_olga.post(f"{page}tag/")

    conflict = as_anne.post(page, {**NO, "version": 1})
    knowing = as_anne.post(page, {**NO, "version": conflict.context["form"].data["version"]})

    assert (conflict.status_code, knowing.status_code) == (409, 302)


def test_a_request_taken_back_is_answered_no_more(
    as_kirsten: KommuneClient, as_olga: KommuneClient, kirsten: Person
) -> None:
    row = make_request(kirsten)

    as_kirsten.post(f"/mine-data/anmodninger/{row.pk}/tag-tilbage/")
    again = as_kirsten.post(f"/mine-data/anmodninger/{row.pk}/tag-tilbage/")
    answered = as_olga.post(f"{OFFICE}{row.pk}/", {**NO, "version": 1})

    assert again.status_code == 302
    assert answered.status_code == 409
    with working_for(kirsten.municipality_id):
        row.refresh_from_db()
        assert (row.decision, row.is_open) == ("", False)


def test_more_time_is_two_months_once_and_she_is_told_why(
    as_olga: KommuneClient, as_kirsten: KommuneClient, kirsten: Person
) -> None:
    row = make_request(kirsten)
    asked = timezone.localdate(row.made_at)

    empty = as_olga.post(f"{OFFICE}{row.pk}/mere-tid/", {"version": 1, "why": ""})
    as_olga.post(f"{OFFICE}{row.pk}/mere-tid/", {"version": 1, "why": "Der er mange sager."})
    as_olga.post(f"{OFFICE}{row.pk}/mere-tid/", {"version": 2, "why": "Endnu flere."})

    assert empty.status_code == 422
    with working_for(kirsten.municipality_id):
        row.refresh_from_db()
    assert row.due_on == months_later(asked, 3)
    assert (
        "Der er mange sager."
        in as_kirsten.get(f"/mine-data/anmodninger/{row.pk}/").content.decode()
    )


def test_more_time_is_not_taken_when_the_month_has_passed(kirsten: Person, olga: Person) -> None:
    row = make_request(kirsten, at=timezone.now() - timedelta(days=40))

    with working_for(kirsten.municipality_id), pytest.raises(actions.TooLate):
        actions.extend(request=row, staff_id=olga.pk, why="Travlt", version=1, at=timezone.now())


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2026, 1, 31), date(2026, 2, 28)),
        (date(2028, 1, 30), date(2028, 2, 29)),
        (date(2026, 12, 15), date(2027, 1, 15)),
        (date(2026, 11, 30), date(2026, 12, 30)),
    ],
)
def test_a_month_ends_on_the_same_day_or_the_last_of_the_next(day: date, due: date) -> None:
    assert months_later(day, 1) == due


def test_deadlines_are_reminded_of_a_week_before_and_when_over_each_once(
    kirsten: Person, olga: Person
) -> None:
    made = datetime(2026, 3, 2, 9, tzinfo=UTC)
    make_request(kirsten, at=made)

    with working_for(kirsten.municipality_id):
        early = actions.remind_of_deadlines(at=made + timedelta(days=10))
        week = [actions.remind_of_deadlines(at=made + timedelta(days=n)) for n in (25, 26)]
        over = [actions.remind_of_deadlines(at=made + timedelta(days=n)) for n in (35, 36)]
        told = Notice.objects.filter(person_id=olga.pk, kind="mydata.request_due").count()
    assert (early, week, over, told) == (0, [1, 0], [1, 0], 2)


def test_who_waits_for_an_answer_is_left_alone_by_deletion(kirsten: Person, olga: Person) -> None:
    row = make_request(kirsten, kind=RequestKind.RESTRICT)
    held = next(one for one in hold_sources() if one.code == CODE)

    with working_for(kirsten.municipality_id):
        assert kirsten.pk in held.asked()
        yes = actions.Answer(decision=Decision.GRANTED, words="Ja")
        actions.answer(request=row, staff_id=olga.pk, answer=yes, version=1, at=timezone.now())
        assert kirsten.pk not in held.asked()


def test_the_list_of_what_waits_has_it_for_those_who_answer_alone(
    kirsten: Person, olga: Person, omar: Person
) -> None:
    make_request(kirsten)

    with working_for(kirsten.municipality_id):
        for person, count in ((olga, 1), (omar, 0)):
            asking = Asking(staff_id=person.pk, role=person.role, language="da", at=timezone.now())
            assert len(items(asking)) == count


def test_a_protected_citizen_is_called_by_her_initials_in_the_office(
    as_olga: KommuneClient, kirsten: Person
) -> None:
    row = make_request(kirsten)
    with working_for(kirsten.municipality_id):
        Person.objects.filter(pk=kirsten.pk).update(protection="own")

    for path in (OFFICE, f"{OFFICE}{row.pk}/"):
        page = as_olga.get(path).content.decode()
        assert kirsten.name not in page
        assert "Beskyttet K.H." in page


def test_others_cannot_open_it(
    as_mads: KommuneClient, as_omar: KommuneClient, as_jonas: KommuneClient, kirsten: Person
) -> None:
    row = make_request(kirsten)

    assert as_mads.get(f"/mine-data/anmodninger/{row.pk}/").status_code == 404
    assert as_jonas.get(f"/mine-data/anmodninger/{row.pk}/").status_code == 404
    assert as_omar.get(f"{OFFICE}{row.pk}/").status_code == 403
