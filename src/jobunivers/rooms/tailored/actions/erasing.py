# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She deletes what she has asked for among recommendations; the next list is made without it."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.mydata.actions import Erasure, offer_erasure
from jobunivers.rooms.tailored.actions.choosing import no_more_like
from jobunivers.rooms.tailored.actions.signalling import forget_told
from jobunivers.rooms.tailored.models import MoreLikeThis, Preference, Signal


def offer() -> None:
    """Offer what she may delete here; said once, in `apps.py`."""
    for one in _ERASURES:
        offer_erasure(one)


def _more(citizen_id: int, at: datetime) -> int:
    rows = MoreLikeThis.objects.filter(citizen_id=citizen_id)
    ids = list(rows.values_list("vacancy_id", flat=True))
    for pk in ids:
        no_more_like(citizen_id=citizen_id, vacancy_id=pk, at=at)
    return len(ids)


def _boldness(citizen_id: int, _at: datetime) -> int:
    return Preference.objects.filter(citizen_id=citizen_id).delete()[0]


def _signals(citizen_id: int, at: datetime) -> int:
    sources = Signal.objects.filter(citizen_id=citizen_id).values_list("source", flat=True)
    return sum(
        forget_told(citizen_id=citizen_id, source=one, at=at) for one in sorted(set(sources))
    )


_ERASURES = (
    Erasure(
        code="tailored.more",
        name=_("Job, du har bedt om at se flere af"),
        labels=["tailored.MoreLikeThis"],
        erase=_more,
        order=15,
    ),
    Erasure(
        code="tailored.boldness",
        name=_("Hvor modige dine forslag skal være"),
        labels=["tailored.Preference"],
        erase=_boldness,
        order=16,
    ),
    Erasure(
        code="tailored.signals",
        name=_("Det, andre har fortalt om, hvad du gerne vil"),
        labels=["tailored.Signal"],
        erase=_signals,
        order=45,
    ),
)
