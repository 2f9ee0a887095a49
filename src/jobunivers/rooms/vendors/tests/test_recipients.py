# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Firms with data stand in a kommune's record of processing, with country and ground."""

from collections.abc import Sequence

import pytest
from django.test import override_settings
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.marketplace import actions as marketplace
from jobunivers.rooms.marketplace.models import Offer
from jobunivers.rooms.vendors import actions
from jobunivers.rooms.vendors.queries.recipients import recipients
from jobunivers.rooms.vendors.tests.making import abroad, answered, full
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust.recipients import Part, Recipient

pytestmark = pytest.mark.django_db


@pytest.fixture
def course(national: Municipality) -> Offer:
    with working_for(national.pk):
        return answered(full(processors=(abroad(),)), title_da="Sky-kurset")


def _told(kommune: Municipality) -> Sequence[Recipient]:
    with working_for(kommune.pk):
        return recipients(timezone.localdate(), "da")


def _shown_in(kommune: Municipality, offer: Offer) -> None:
    with working_for(kommune.pk):
        marketplace.ensure_shelves(at=timezone.now())
        marketplace.place(shelf_key="cv", offer_id=offer.pk, at=timezone.now())


def test_who_has_data_of_a_solution_the_kommune_shows_is_told_with_country_and_ground(
    aarhus: Municipality, course: Offer
) -> None:
    _shown_in(aarhus, course)
    [one] = [each for each in _told(aarhus) if "Sky-kurset" in str(each.why)]
    assert (one.name, one.part, one.outside) == ("Cloud Inc.", Part.SUB, True)
    assert one.country == "USA"
    assert "Data Privacy Framework" in str(one.ground)
    assert "Et nummer, der kun bruges her" in str(one.what)


def test_a_solution_that_the_kommune_does_not_show_is_not_its_recipient(
    aarhus: Municipality, odense: Municipality, course: Offer
) -> None:
    _shown_in(aarhus, course)
    assert not [one for one in _told(odense) if "Sky-kurset" in str(one.why)]


def test_a_ground_that_has_fallen_is_said_with_why(
    aarhus: Municipality, national: Municipality, course: Offer
) -> None:
    _shown_in(aarhus, course)
    with working_for(national.pk):
        actions.mark_fallen(
            ground="adequacy:US",
            from_on=timezone.localdate(),
            why="Dommen i dag.",
            at=timezone.now(),
            actor_id=1,
        )
    [one] = [each for each in _told(aarhus) if "Sky-kurset" in str(each.why)]
    assert one.fallen == "Dommen i dag."


def test_the_public_register_says_which_data_a_firm_gets(
    visitor: KommuneClient, course: Offer
) -> None:
    assert course.pk
    page = visitor.get("/overfoersler/").content.decode()
    assert "Et nummer, der kun bruges her" in page
    assert 'href="/aarhus/datakatalog/"' in page


def test_the_public_register_says_who_carries_messages_out_of_the_house(
    visitor: KommuneClient,
) -> None:
    with override_settings(PUSH_HOSTS=["push.example"]):
        page = visitor.get("/overfoersler/").content.decode()
    assert "Browserens push-tjeneste: push.example" in page
    with override_settings(PUSH_HOSTS=[], SMTP=""):
        assert (
            "Når siden sender dig en besked" not in visitor.get("/overfoersler/").content.decode()
        )
