# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agreements and acts for tests."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from jobunivers.rooms.agreements import actions
from jobunivers.rooms.agreements.actions import AgreementEntry
from jobunivers.rooms.agreements.models import Agreement, Amendment, Party
from jobunivers.rooms.marketplace.models import Offer, UseAct
from jobunivers.rooms.marketplace.tests.making import make_offer
from jobunivers.science.pricing import Act, PerAct, Terms

SEPTEMBER, OCTOBER, NOVEMBER = date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1)
AT = datetime(2026, 11, 2, 8, tzinfo=UTC)
PER_START = Terms(acts=(PerAct(Act.STARTED, Decimal("12.50")),))
# Added to the small numbers of tests, so that they are nobody who happens to work here.
SOMEBODY = 10**9
_number = count(1)


def make_agreement(
    offer: Offer | None = None, *, terms: Terms = PER_START, signed: bool = True, **more: Any
) -> Agreement:
    """Return an agreement of the kommune at work from October on; `more` says otherwise."""
    found = offer or make_offer()
    told: dict[str, Any] = {
        "title": "Aftale om CV-værksted",
        "vendor_id": found.vendor_id,
        "offers": [found.pk],
        "first_on": OCTOBER,
        "terms": terms,
    }
    agreement = actions.write(entry=AgreementEntry(**(told | more)), at=AT, actor_id=None)
    if signed:
        Party.objects.filter(agreement=agreement).update(agreed_at=AT)
        actions.sign(agreement=agreement, seen=agreement.version, at=AT, actor_id=None)
    return agreement


def make_acts(
    agreement: Agreement,
    citizens: Sequence[int],
    *,
    on: date = OCTOBER,
    act: str = "started",
    apart: timedelta = timedelta(hours=1),
    plus: int = SOMEBODY,
) -> None:
    """Let each of these people do it once, one after the other; a number twice does it twice.

    Their real numbers are `plus` higher.
    """
    at = datetime(on.year, on.month, on.day, 9, tzinfo=UTC)
    UseAct.objects.bulk_create(
        UseAct(
            citizen_id=citizen + plus,
            offer_id=agreement.offers[0],
            version=1,
            act=act,
            at=at + apart * place,
            key=f"proeve:{next(_number)}",
        )
        for place, citizen in enumerate(citizens)
    )


DEARER = Terms(acts=(PerAct(Act.STARTED, Decimal(20)),))
FEBRUARY, MARCH = date(2027, 2, 1), date(2027, 3, 1)


def make_change(
    agreement: Agreement, *, by: int | None, sent: bool = False, terms: Terms = DEARER, **more: Any
) -> Amendment:
    """Return a change of an agreement of the kommune at work, from March on."""
    told: dict[str, Any] = {"from_on": MARCH, "why": "Flere bruger den", "at": AT}
    made = actions.write_change(agreement=agreement, terms=terms, actor_id=by, **(told | more))
    if sent:
        actions.send_change(change=made, seen=made.version, at=told["at"], actor_id=by)
    return made


def address_objects() -> dict[str, dict[str, Any]]:
    """Return what the table of addresses needs, of the kommune at work."""
    agreement, draft = make_agreement(), make_agreement(signed=False)
    make_acts(agreement, [1, 2])
    made = actions.settle(agreement=agreement, month=OCTOBER, at=AT)
    if made is None:
        raise LookupError(agreement)
    actions.check(settlement=made, at=AT, actor_id=1)
    actions.approve(settlement=made, at=AT, actor_id=2)
    actions.export(settlement=made, document="<Invoice/>", at=AT, actor_id=2)
    changed = make_agreement()
    change = make_change(changed, by=1)
    asked = actions.ask_for_prices(
        agreement=agreement, terms=DEARER, from_on=MARCH, why="Flere bruger den", at=AT, actor_id=3
    )
    return {
        "agreement_asked": {"pk": asked.pk},
        "agreement_change": {"pk": change.pk},
        "money_firm": {"pk": agreement.vendor_id},
        "agreement": {"pk": agreement.pk},
        "agreement_draft": {"pk": draft.pk},
        "settlement": {"pk": made.pk},
        "settlement_line": {"pk": made.pk, "place": 1},
    }
