# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a citizen does with content of our own: reads on, answers, is through."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Greatest, Least

from jobunivers.rooms.library.models import Answer, ReadingPlace
from jobunivers.rooms.library.queries.bodies import Step, steps_of
from jobunivers.rooms.marketplace import actions as market
from jobunivers.rooms.marketplace.queries import Offer, OfferUse, Way, use_of

_MOST_TRIES = 1000


class NotAChoice(Exception):  # noqa: N818 - it reads as what is wrong
    """There is no such answer at that step."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who reads which offer, and when."""

    citizen_id: int
    offer: Offer
    at: datetime

    @property
    def version(self) -> int:
        """Return the number of the version she reads."""
        return self.offer.current.number if self.offer.current else 0

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return its steps."""
        return steps_of(self.offer.current.body if self.offer.current else {}, "da")


def begin(reader: Reader) -> OfferUse:
    """Note a start for who came without one; raises market.NotOnOffer."""
    use = use_of(citizen_id=reader.citizen_id, offer_id=reader.offer.pk)
    if use is not None:
        return use
    return market.start(
        citizen_id=reader.citizen_id,
        offer=reader.offer,
        way=Way.OWN,
        key=f"library:{reader.citizen_id}:{reader.offer.pk}",
        at=reader.at,
    )


@transaction.atomic
def go_on(reader: Reader, step: int) -> bool:
    """Note that she has read a step; True when it was the last and she is through.

    Raises:
        market.NotOnOffer: it was taken away before she began.
    """
    begin(reader)
    steps = reader.steps
    total = len(steps)
    place, _new = ReadingPlace.objects.get_or_create(
        citizen_id=reader.citizen_id,
        offer=reader.offer,
        defaults={"version": reader.version, "read_at": reader.at},
    )
    ReadingPlace.objects.filter(pk=place.pk).update(
        step=min(step + 1, max(total, 1)), version=reader.version, read_at=reader.at
    )
    if step < total:
        market.progress(
            citizen_id=reader.citizen_id,
            offer=reader.offer,
            share=step / total,
            score=None,
            at=reader.at,
        )
        return False
    market.complete(
        citizen_id=reader.citizen_id,
        offer=reader.offer,
        key=f"library:{reader.citizen_id}:{reader.offer.pk}:{reader.version}:done",
        score=_score(reader, steps),
        at=reader.at,
    )
    return True


@transaction.atomic
def answer(reader: Reader, step: Step, choice: int) -> Answer:
    """Keep her answer to a question; a new one takes the place of the last.

    Raises:
        NotAChoice: the step asks nothing, or has no such answer.
    """
    chosen = next((one for one in step.choices if one.number == choice), None)
    if chosen is None:
        raise NotAChoice
    begin(reader)
    row, new = Answer.objects.get_or_create(
        citizen_id=reader.citizen_id,
        offer=reader.offer,
        version=reader.version,
        step=step.number,
        defaults={"choice": choice, "right": chosen.right, "answered_at": reader.at},
    )
    if not new:
        Answer.objects.filter(pk=row.pk).update(
            choice=choice,
            right=chosen.right,
            tries=Least(F("tries") + 1, Value(_MOST_TRIES)),
            answered_at=Greatest("answered_at", Value(reader.at)),
        )
        row.refresh_from_db()
    return row


def _score(reader: Reader, steps: tuple[Step, ...]) -> float | None:
    """Return the share of questions she has right in the end; None when nothing is asked."""
    asked = [one.number for one in steps if one.kind == "question"]
    if not asked:
        return None
    rows = Answer.objects.filter(
        citizen_id=reader.citizen_id,
        offer=reader.offer,
        version=reader.version,
        step__in=asked,
        right=True,
    )
    return rows.count() / len(asked)
