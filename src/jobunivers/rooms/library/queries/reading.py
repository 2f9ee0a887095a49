# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a citizen sees of content of our own: one step, what she answered, and where she goes on."""

from dataclasses import dataclass

from jobunivers.rooms.library.models import Answer, ReadingPlace
from jobunivers.rooms.library.queries.bodies import Choice, Step, steps_of
from jobunivers.rooms.marketplace.queries import Offer, OfferUse, use_of

SHORT_MINUTES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An offer as it is read.

    Attributes:
        step: the one shown.
        chosen: what she chose last at it; None when it asks nothing or she has not answered.
        tries: how often she has tried.
        short: it takes twelve minutes or less in all.
    """

    offer: Offer
    title: str
    steps: tuple[Step, ...]
    step: Step
    chosen: Choice | None
    tries: int
    short: bool

    @property
    def is_last(self) -> bool:
        """Say whether no step follows."""
        return self.step.number == len(self.steps)

    @property
    def may_go_on(self) -> bool:
        """Say whether there is nothing left to answer here."""
        return not self.step.choices or self.chosen is not None


def title_of(offer: Offer, language: str) -> str:
    """Return what an offer is called."""
    said = offer.current
    if said is None:
        return offer.key
    return (said.title_en if language == "en" else "") or said.title_da


def reading(*, offer: Offer, citizen_id: int, number: int, language: str) -> Reading | None:
    """Return a step of an offer as she sees it; None when there is no such step."""
    said = offer.current
    steps = steps_of(said.body, language) if said is not None else ()
    if said is None or not 1 <= number <= len(steps):
        return None
    step = steps[number - 1]
    given = Answer.objects.filter(
        citizen_id=citizen_id, offer=offer, version=said.number, step=number
    )
    row = given.first() if step.choices else None
    return Reading(
        offer=offer,
        title=title_of(offer, language),
        steps=steps,
        step=step,
        chosen=_choice(step, row.choice) if row is not None else None,
        tries=row.tries if row is not None else 0,
        short=said.minutes is not None and said.minutes <= SHORT_MINUTES,
    )


def _choice(step: Step, number: int) -> Choice | None:
    return next((one for one in step.choices if one.number == number), None)


def place_of(*, offer: Offer, citizen_id: int) -> int:
    """Return the step at which she goes on; the first when she has not begun or is through."""
    use = use_of(citizen_id=citizen_id, offer_id=offer.pk)
    row = ReadingPlace.objects.filter(citizen_id=citizen_id, offer=offer).first()
    if row is None or use is None or use.completed_at is not None or offer.current is None:
        return 1
    return max(1, min(row.step, len(steps_of(offer.current.body, "da"))))


def done_of(*, offer: Offer, citizen_id: int) -> OfferUse | None:
    """Return her use of an offer that she is through with."""
    use = use_of(citizen_id=citizen_id, offer_id=offer.pk)
    return use if use is not None and use.completed_at is not None else None
