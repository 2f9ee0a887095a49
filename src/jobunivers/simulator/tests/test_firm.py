# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demo's firm has something of its own to see, once however often the demo is filled."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from jobunivers.foundation.taxonomy.starter import ensure
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Persona
from jobunivers.rooms.marketplace.models import OfferVersion, UseAct
from jobunivers.rooms.marketplace.queries import offer_by_key, vendor_by_key
from jobunivers.rooms.vendors import actions as vendors
from jobunivers.rooms.vendors.models import Rank, SolutionMessage
from jobunivers.rooms.vendors.queries.portal import figures, own_solutions
from jobunivers.simulator import firm, market
from jobunivers.testing.cast import add_person

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)


def test_the_firm_has_a_thread_a_solution_that_came_back_and_figures_of_last_month(
    national: Municipality, aarhus: Municipality
) -> None:
    ensure(at=NOW)
    market.fill(at=NOW, today=NOW)
    helle, vibe = (add_person(national, name, role) for name, role in
                   (("Helle", "national"), ("Vibe", "vendor")))  # fmt: skip
    for number in range(16):
        add_person(aarhus, f"Borger {number:02}", "citizen")
    with working_for(national.pk):
        Persona.objects.create(person=helle, order=1)
        found = vendor_by_key(firm.FIRM)
        assert found is not None
        vendors.add_member(vendor=found, person_id=vibe.pk, email="vibe@papirfugl.example",
                           rank=Rank.ADMINISTRATOR, at=NOW)  # fmt: skip

    for _filled in range(2):
        with working_for(aarhus.pk):
            firm.use_last_month(at=NOW)
            vendors.count_months(at=NOW)
        with working_for(national.pk):
            firm.talk(at=NOW)
            vendors.publish_months(at=NOW)

    with working_for(aarhus.pk):
        assert UseAct.objects.count() == 14 + 11
    with working_for(national.pk):
        assert SolutionMessage.objects.count() == 3
        assert OfferVersion.objects.filter(title_da="Papirfugl Samtale").count() == 1
        lines = own_solutions(found.pk, reader_id=vibe.pk, on=timezone.localdate(NOW))
        assert "sent_back" in {one.state for one in lines}
        used = offer_by_key("papirfugl-retter")
        assert used is not None
        (month,) = figures(used.pk, language="da").months
    assert (month.month, month.shown.users, month.kommuner) == (
        date(2026, 10, 1), 14, [("Aarhus", 14)],
    )  # fmt: skip
