# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Three agreements of a kommune of the demo, of different models, and their months so far.

For one of them other prices are proposed, which wait for the firm's answer.
"""

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.agreements import actions
from jobunivers.rooms.agreements.actions import AgreementEntry
from jobunivers.rooms.agreements.queries import (
    drafts_of_settlements,
    earliest_day,
    kept_prices,
    open_change,
    ours,
)
from jobunivers.rooms.marketplace.queries import offer_by_key
from jobunivers.science.pricing import (
    Act,
    Band,
    Counting,
    Flat,
    Ladder,
    PerAct,
    Period,
    Step,
    Terms,
)

# A GLN of the range GS1 keeps for examples and internal use; no one's.
_GLN = "2000000000008"
_KR = Decimal
_IN_THE_PRICE = "Hjælp til borgere og medarbejdere og nye udgaver er med."
# Key of a solution, what the agreement is called, how is paid.
AGREEMENTS = (
    (
        "papirfugl-cv",
        "Cv-værktøj til alle, fast pris",
        Terms(
            flat=Flat(_KR(240_000), Period.YEAR),
            feedback=Ladder((Step(_KR(4), _KR(5)),), _KR(-5)),
        ),
    ),
    (
        "naerjob-kort",
        "Jobkort, betaling pr. start",
        Terms(
            acts=(PerAct(Act.SHOWN, _KR("0.005")), PerAct(Act.STARTED, _KR("12.50"),
                                                         Counting.MONTHLY)),
            cap=_KR(20_000),
            budget=_KR(100_000),
        ),
    ),
    (
        "oevebane-opkald",
        "Samtaletræning, abonnement og effekt",
        Terms(
            bands=(Band(50, _KR(45)), Band(200, _KR(35)), Band(None, _KR(25))),
            effect=Ladder((Step(_KR(0), _KR(0)), Step(_KR("0.02"), _KR(10))), _KR(-20)),
            minimum=_KR(1_500),
        ),
    ),
)  # fmt: skip
_DEARER = replace(AGREEMENTS[0][2], flat=Flat(_KR(258_000), Period.YEAR))


def agree(*, at: datetime) -> int:
    """Let the kommune at work have its agreements and settle what is over; return the months.

    Said again, what is there stays. All but one settlement are checked and approved.
    """
    today = timezone.localdate(at)
    with events.quietly():
        for key, title, terms in AGREEMENTS:
            offer = offer_by_key(key)
            if offer is not None and offer.vendor_id and not _there(offer.vendor_id, title):
                _sign(offer.pk, offer.vendor_id, title, terms, _months_ago(today, 2), at=at)
            if offer is not None and kept_prices(offer) is None:
                # What the firm asks is what was agreed; how much money there is, the kommune says.
                asked = replace(terms, budget=None)
                actions.publish_prices(
                    offer=offer, terms=asked, words=_IN_THE_PRICE, seen=0, at=at, actor_id=None
                )
        made = actions.settle_due(at=at)
        buyers = identity.staff(roles=[Role.ADMINISTRATOR, Role.MANAGER])
        people = [one.pk for one in buyers][:2]
        if made and len(people) == 2:
            # The last one waits for whoever tries the demo.
            for one in drafts_of_settlements(before=today)[:-1]:
                actions.check(settlement=one, at=at, actor_id=people[0])
                actions.approve(settlement=one, at=at, actor_id=people[1])
        if people:
            _propose(at=at, actor_id=people[0])
    return made


def _propose(*, at: datetime, actor_id: int) -> None:
    """Propose a higher flat price to the firm one can log in as, once."""
    title = AGREEMENTS[0][1]
    agreement = next((one for one in ours() if one.title == title), None)
    if agreement is None or open_change(agreement) is not None:
        return
    change = actions.write_change(
        agreement=agreement,
        terms=_DEARER,
        from_on=earliest_day(agreement, timezone.localdate(at)),
        why="Flere bruger værktøjet, og det er kommet på ukrainsk.",
        at=at,
        actor_id=actor_id,
    )
    actions.send_change(change=change, seen=change.version, at=at, actor_id=actor_id)
    actions.try_out(agreement=agreement, at=at)


def _there(vendor_id: int, title: str) -> bool:
    return any(one.vendor_id == vendor_id and one.title == title for one in ours())


def _sign(
    offer_id: int, vendor_id: int, title: str, terms: Terms, first: date, *, at: datetime
) -> None:
    entry = AgreementEntry(
        title=title, vendor_id=vendor_id, offers=[offer_id], first_on=first, terms=terms
    )
    made = actions.write(entry=entry, at=at, actor_id=None)
    actions.send_invoices_to(agreement=made, gln=_GLN, reference="Prøve")
    actions.sign(agreement=made, seen=made.version, at=at, actor_id=None)


def _months_ago(day: date, months: int) -> date:
    number = day.year * 12 + day.month - 1 - months
    return date(number // 12, number % 12 + 1, 1)
