# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Staff and a citizen whose name and address are kept back."""

from datetime import timedelta

import pytest
from django.utils import timezone

from jobunivers.foundation.events.models import Event
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.identity.tests.making import AT, protect
from jobunivers.rooms.casework.actions import rows as actions_of_rows
from jobunivers.rooms.casework.models import CitizenRow
from jobunivers.rooms.segmentation import actions
from jobunivers.rooms.segmentation.tests.page_making import give_reason
from jobunivers.rooms.tailored.tests.making import make_profile
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust.models import Look

pytestmark = pytest.mark.django_db
OVERVIEW = "/medarbejder/oversigt/"
MARK = "Beskyttet navn og adresse"


@pytest.mark.parametrize(
    ("typed", "found"),
    [("Kirsten Holm", True), ("kirsten holm", True), ("Kirsten", False), ("Holm", False),
     ("", False), ("Kirsten Hol", False), ("Holm Kirsten", False)],
)  # fmt: skip
def test_only_her_full_name_finds_her(
    as_omar: KommuneClient, kirsten: Person, typed: str, *, found: bool
) -> None:
    protect(kirsten)
    page = as_omar.get("/medarbejder/borgere/", {"navn": typed}).content.decode()
    assert (f"/borgere/{kirsten.pk}/" in page) is found
    assert "Holm</a>" not in page


def test_her_name_is_not_shown_before_the_reason_is_given(
    as_omar: KommuneClient, kirsten: Person
) -> None:
    protect(kirsten)
    page = as_omar.get(f"/medarbejder/borgere/{kirsten.pk}/grund/").content.decode()
    assert "Beskyttet K.H." in page
    assert "Kirsten" not in page


def test_every_page_about_her_says_so_and_the_look_is_marked(
    as_omar: KommuneClient, kirsten: Person, mads: Person
) -> None:
    protect(kirsten)
    for person, marked in ((kirsten, True), (mads, False)):
        give_reason(as_omar, person)
        page = as_omar.get(f"/medarbejder/borgere/{person.pk}/plan/").content.decode()
        assert (MARK in page) is marked
        assert person.name in page
        with working_for(person.municipality_id):
            looks = Look.objects.filter(citizen_id=person.pk).order_by("pk")
            assert {one.protected for one in looks} == {marked}


def test_her_own_consultant_sees_her_name_in_the_work_list(
    as_tove: KommuneClient, as_omar: KommuneClient, tove: Person, kirsten: Person
) -> None:
    protect(kirsten)
    with working_for(kirsten.municipality_id):
        actions.assign_consultant(citizen_id=kirsten.pk, staff_id=tove.pk, by_id=tove.pk, at=AT)
    own = as_tove.get("/medarbejder/mine-borgere/").content.decode()
    assert "Kirsten Holm" in own
    assert "Kirsten Holm" not in as_omar.get("/medarbejder/borgere/").content.decode()


def _overview_row(kirsten: Person) -> CitizenRow:
    """Return her row as it is made with a profile that says where she lives."""
    make_profile(kirsten)
    actions_of_rows.fill_rows(at=AT)
    return CitizenRow.objects.get(citizen_id=kirsten.pk)


def test_her_row_says_neither_her_name_nor_where_she_lives(
    aarhus: Municipality, kirsten: Person
) -> None:
    with working_for(aarhus.pk):
        before = _overview_row(kirsten)
    protect(kirsten)
    with working_for(aarhus.pk):
        actions_of_rows.fill_rows_of(citizen_ids=[kirsten.pk], at=AT)
        after = CitizenRow.objects.get(citizen_id=kirsten.pk)
    assert (before.name, before.postcode != "") == ("Kirsten Holm", True)
    assert (after.protected, after.name, after.postcode, after.town) == (True, "", "", "")
    assert "holm" not in after.sort_key


def test_the_overview_calls_her_by_initials_and_no_filter_on_place_or_name_finds_her(
    as_omar: KommuneClient, as_tove: KommuneClient, tove: Person, kirsten: Person
) -> None:
    protect(kirsten)
    with working_for(kirsten.municipality_id):
        _overview_row(kirsten)
        actions.assign_consultant(citizen_id=kirsten.pk, staff_id=tove.pk, by_id=tove.pk, at=AT)
    page = as_omar.get(OVERVIEW, {"beskyttet": "ja", "kolonner": "by,postnummer"})
    assert "Beskyttet K.H." in page.content.decode()
    assert "Kirsten" not in page.content.decode()
    for query in ({"navn": "Kirsten"}, {"postnummer": "8"}, {"by": "Aarhus"}):
        assert f"/borgere/{kirsten.pk}/" not in as_omar.get(OVERVIEW, query).content.decode()
    assert "Kirsten Holm" in as_tove.get(OVERVIEW, {"beskyttet": "ja"}).content.decode()


def test_she_is_not_in_a_file(as_omar: KommuneClient, kirsten: Person, mads: Person) -> None:
    protect(kirsten)
    with working_for(kirsten.municipality_id):
        _overview_row(kirsten)
    answer = as_omar.post(f"{OVERVIEW}fil/", {"query": "", "reason": "follow_up"})
    assert mads.name in answer.content.decode("utf-8-sig")
    assert "K.H." not in answer.content.decode("utf-8-sig")
    with working_for(kirsten.municipality_id):
        event = Event.objects.get(kind="casework.list_exported")
        assert event.data["citizen_ids"] == [mads.pk]


def test_what_happened_lately_is_told_with_the_act_it_suggests(
    as_omar: KommuneClient, mads: Person
) -> None:
    with working_for(mads.municipality_id):
        actions_of_rows.fill_rows(at=timezone.now())
        yesterday = timezone.localdate() - timedelta(days=1)
        rows = CitizenRow.objects.filter(citizen_id=mads.pk)
        rows.update(lately="done", lately_on=yesterday, flags=[])
        page = as_omar.get(OVERVIEW).content.decode()
        assert "Gjorde en aktivitet færdig for 1 dag siden" in page
        assert f'/borgere/{mads.pk}/plan/">Aftal det næste skridt</a>' in page
        rows.update(flags=["inactive"])
        page = as_omar.get(OVERVIEW, {"opmaerksom": "inactive"}).content.decode()
        assert f'/borgere/{mads.pk}/">Se, hvad der venter</a>' in page
    nobody = as_omar.get(OVERVIEW, {"opmaerksom": "plan_empty"}).content.decode()
    assert f"/borgere/{mads.pk}/" not in nobody
