# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She deletes how it goes on the screen: her answers count no more, and are gone."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.entrance.actions.readiness import forget_self_test
from jobunivers.rooms.entrance.models import SelfTest
from jobunivers.rooms.mydata.actions import Erasure, offer_erasure


def offer() -> None:
    """Offer what she may delete here; said once, in `apps.py`."""
    offer_erasure(
        Erasure(
            code="entrance.self_test",
            name=_("Dine svar om, hvordan det går dig på skærmen"),
            labels=["entrance.SelfTest"],
            erase=_self_tests,
            order=42,
        )
    )


def _self_tests(citizen_id: int, at: datetime) -> int:
    forget_self_test(citizen_id=citizen_id, actor_id=citizen_id, at=at)
    return SelfTest.objects.filter(citizen_id=citizen_id).delete()[0]
