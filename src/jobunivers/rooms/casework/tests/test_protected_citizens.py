# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Staff and a citizen whose name and address are kept back."""

import pytest

from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.identity.tests.making import AT, protect
from jobunivers.rooms.segmentation import actions
from jobunivers.rooms.segmentation.tests.page_making import give_reason
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust.models import Look

pytestmark = pytest.mark.django_db
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
