# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The firm one can log in as has a thread, a solution that came back, and a month of use behind it.

Each is there once, however often the demo is filled.
"""

from datetime import datetime, timedelta
from itertools import islice

from django.utils import timezone

from jobunivers.foundation.events import actions as events
from jobunivers.identity import queries as identity
from jobunivers.identity.models import Role
from jobunivers.rooms.marketplace import actions as market
from jobunivers.rooms.marketplace.queries import (
    Kind,
    Offer,
    Vendor,
    Way,
    offer_by_key,
    vendor_by_key,
    versions_of,
)
from jobunivers.rooms.vendors import actions as vendors
from jobunivers.rooms.vendors.queries.members import member_ids
from jobunivers.rooms.vendors.queries.talking import thread

FIRM = "papirfugl"
# What is written of, and what was used in the month before: it opens by a link, nothing is paid.
_TALKED, _USED = "papirfugl-cv", "papirfugl-retter"
_STARTED, _COMPLETED = 14, 11  # people in each kommune: from ten on a firm is told
_THREAD = (
    (True, 9, "Må vi skrive på siden, at CV'et kan hentes på ukrainsk? Det spørger mange om."),
    (False, 8, "Ja. Skriv det i beskrivelsen, og send den ind som en ny udgave."),
    (False, 2, "Jeres erklæring om tilgængelighed skal ses igennem igen inden sommer."),
)
_BACK_TITLE = "Papirfugl Samtale"
_BACK = {
    "title_en": "Papirfugl Interview",
    "summary_en": "Practise ten questions and hear yourself answer.",
    "about_da": "Du får ét spørgsmål ad gangen og optager svaret. Det bliver på din telefon.",
    "about_en": "You get one question at a time and record your answer. It stays on your phone.",
    "way": Way.LINK.value,
    "url": "https://papirfugl.example/samtale",
    "languages": ["da", "en"],
    "minutes": 20,
    "note": "Vores nye værktøj til samtalen.",
}
_WHY = "Skriv, hvad det koster kommunen, og hvor længe optagelsen bliver gemt. Så er den klar."


def talk(*, at: datetime) -> None:
    """Let the firm and who runs the platform have written to each other, while working for them."""
    vendor = vendor_by_key(FIRM)
    offer = offer_by_key(_TALKED)
    people = [one.person for one in identity.personas()]
    platform = next((one.pk for one in people if one.role == Role.NATIONAL), None)
    if vendor is None or offer is None or platform is None:
        return
    members = member_ids(vendor.pk, on=timezone.localdate(at))
    if not members:
        return
    with events.quietly():
        if not thread(offer.pk, reader_id=platform, reader_is_firm=False):
            _write(offer, firm=members[0], platform=platform, at=at)
        if not Offer.objects.filter(vendor=vendor, versions__title_da=_BACK_TITLE).exists():
            _come_back(vendor, firm=members[0], platform=platform, at=at)


def use_last_month(*, at: datetime) -> None:
    """Let people of the kommune at work have used a solution in the month that is over, once.

    The demo's weeks are fewer than a firm's figures need; where few people are, nothing is told.
    """
    offer = offer_by_key(_USED)
    known = {one.person.pk for one in identity.personas()}
    users = islice((one.pk for one in identity.citizens() if one.pk not in known), _STARTED)
    if offer is None:
        return
    last = timezone.localtime(at).replace(day=1, hour=10, minute=0, second=0, microsecond=0)
    with events.quietly():
        for place, citizen_id in enumerate(users):
            then = last - timedelta(days=20 - place)
            key = f"demo:{citizen_id}:{offer.key}:{then:%Y-%m}"
            market.start(citizen_id=citizen_id, offer=offer, way=Way.LINK, key=key, at=then)
            if place < _COMPLETED:
                market.complete(citizen_id=citizen_id, offer=offer, key=f"{key}:through", at=then)


def _write(offer: Offer, *, firm: int, platform: int, at: datetime) -> None:
    for from_firm, days, words in _THREAD:
        vendors.write_message(
            offer=offer,
            words=words,
            from_firm=from_firm,
            seen=0,
            at=at - timedelta(days=days),
            actor_id=firm if from_firm else platform,
        )


def _come_back(vendor: Vendor, *, firm: int, platform: int, at: datetime) -> None:
    """Let a new solution be described, handed in, and given back with the reason."""
    then = at - timedelta(days=5)
    offer = vendors.begin_solution(
        vendor=vendor,
        kind=Kind.TOOL,
        title=_BACK_TITLE,
        summary="Øv ti spørgsmål, og hør dig selv svare.",
        at=then,
        actor_id=firm,
    )
    vendors.save_solution(offer=offer, changes=_BACK, seen=_count(offer), at=then, actor_id=firm)
    vendors.submit_solution(offer=offer, seen=_count(offer), at=then, actor_id=firm)
    number = versions_of(offer)[0].number
    later = at - timedelta(days=3)
    vendors.send_back(offer=offer, number=number, why=_WHY, at=later, actor_id=platform)


def _count(offer: Offer) -> int:
    return Offer.objects.values_list("version", flat=True).get(pk=offer.pk)
