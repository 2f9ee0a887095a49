# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""However much a firm has, its pages ask the database no more often, and seldom at all."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.agreements.tests.making import make_agreement, make_change
from jobunivers.rooms.vendors.actions.keys import new_key
from jobunivers.rooms.vendors.models import KeyKind, VendorMember
from jobunivers.rooms.vendors.tests.portal_making import firm_of, on_market
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db


def statements(browser: KommuneClient, path: str) -> int:
    """Return how many statements a page costs once it has been asked for before."""
    assert browser.get(path).status_code == 200
    with CaptureQueriesContext(connection) as caught:
        browser.get(path)
    return len(caught)


def grow(aarhus: Municipality, person: Person, many: int) -> None:
    """Let a firm have so many more solutions, each with an agreement and a proposal."""
    for _each in range(many):
        offer = on_market(person)
        with working_for(aarhus.pk):
            make_change(make_agreement(offer), by=1, sent=True)


@pytest.mark.parametrize(
    ("path", "most"),
    [("/leverandoer/", 24), ("/leverandoer/loesninger/", 22), ("/leverandoer/oekonomi/", 22)],
)
def test_more_solutions_and_proposals_cost_a_firm_no_more_questions(
    aarhus: Municipality, vera: Person, as_vera: KommuneClient, path: str, most: int
) -> None:
    grow(aarhus, vera, 2)
    before = statements(as_vera, path)
    grow(aarhus, vera, 4)
    assert statements(as_vera, path) <= before <= most


def test_the_way_in_asks_seldom(national: Municipality, vera: Person) -> None:
    stranger = KommuneClient(national.slug)
    assert statements(stranger, "/leverandoer-login/") <= 8
    assert statements(stranger, "/bliv-leverandoer/") <= 8
    with working_for(national.pk):
        member = VendorMember.objects.get(vendor=firm_of(vera))
        _row, secret = new_key(member=member, kind=KeyKind.LOGIN, at=timezone.now())
    assert statements(stranger, f"/leverandoer-login/{secret}/") <= 10
