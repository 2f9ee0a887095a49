# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The demo's agreements."""

import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for, writing_shared
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.rooms.agreements.models import Agreement, Amendment, PriceList, Settlement
from jobunivers.rooms.marketplace.models import Offer
from jobunivers.rooms.marketplace.tests.making import make_offer
from jobunivers.simulator import agreements


@pytest.mark.django_db
@pytest.mark.usefixtures("anne", "bente")
def test_three_agreements_of_different_models_are_settled_and_one_waits(
    aarhus: Municipality,
) -> None:
    now = timezone.now()
    with working_for(aarhus.pk):
        for key, _title, _terms in agreements.AGREEMENTS:
            pk = make_offer(at=now).pk
            with writing_shared():
                Offer.objects.filter(pk=pk).update(key=key)  # as the demo calls it
        for made in (6, 0):
            assert agreements.agree(at=now) == made
            assert Agreement.objects.filter(state="signed").count() == 3
            states = list(Settlement.objects.order_by("pk").values_list("state", flat=True))
            assert sorted(states) == ["approved"] * 5 + ["draft"]
            assert PriceList.objects.filter(withdrawn_at=None).count() == 3
            proposed = Amendment.objects.get()
            assert (proposed.state, proposed.said["flat"]["amount"]) == ("sent", "258000")
