# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A completion that a vendor takes back after it was paid for is paid back with the next month."""

from decimal import Decimal

import pytest

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.agreements import actions
from jobunivers.rooms.agreements.models import MonthCount, Settlement, SettlementLine
from jobunivers.rooms.agreements.queries.settled import traced
from jobunivers.rooms.agreements.tests.making import (
    AT,
    NOVEMBER,
    OCTOBER,
    make_acts,
    make_agreement,
)
from jobunivers.rooms.marketplace.models import UseAct
from jobunivers.science.pricing import Act, PerAct, Terms


@pytest.mark.django_db
def test_what_was_taken_back_is_a_correction_and_the_settled_line_still_leads_to_its_acts(
    aarhus: Municipality,
) -> None:
    with working_for(aarhus.pk):
        agreement = make_agreement(terms=Terms(acts=(PerAct(Act.COMPLETED, Decimal(100)),)))
        make_acts(agreement, [11, 12, 13], act="completed")
        october = actions.settle(agreement=agreement, month=OCTOBER, at=AT)
        assert october is not None
        assert str(october.net) == "300.00"

        gone = UseAct.objects.order_by("pk").first()
        assert gone is not None
        UseAct.objects.create(
            citizen_id=gone.citizen_id, offer_id=gone.offer_id, version=1, act="taken_back",
            at=AT, key=f"back:{gone.pk}", takes_back=gone.pk,
        )  # fmt: skip
        november = actions.settle(agreement=agreement, month=NOVEMBER, at=AT)

        assert november is not None
        assert Settlement.objects.get(pk=october.pk).net == 300, "what is settled stays"
        rows = SettlementLine.objects.filter(settlement_id=november.pk).order_by("place")
        assert [(row.correction, row.for_month, str(row.amount)) for row in rows] == [
            (True, OCTOBER, "-100.00")
        ]
        [line] = SettlementLine.objects.filter(settlement_id=october.pk)
        assert traced(line).same, "the acts of that day are found again"
        # Counted once more, nothing has changed: nothing is added.
        many = MonthCount.objects.count()
        actions.count_month(agreement=agreement, month=OCTOBER, at=AT)
        assert MonthCount.objects.count() == many
