# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far a citizen is through the entrance, and who is to be met by it."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from jobunivers.identity.models import Person, Role
from jobunivers.rooms.entrance.models import Step, StepTaken, Walk
from jobunivers.rooms.journey import queries as journey


@dataclass(frozen=True, slots=True)
class Walked:
    """One step as she sees it."""

    step: Step
    state: str  # "done", "skipped", or "" for what is ahead


@dataclass(frozen=True, slots=True)
class Way:
    """All her steps, in order."""

    steps: list[Walked]
    begun: bool
    finished: bool

    @property
    def next(self) -> Step | None:
        """Return the first step that is still ahead."""
        return next((one.step for one in self.steps if not one.state), None)

    @property
    def done(self) -> int:
        """Return how many steps lie behind her, skipped ones too."""
        return sum(bool(one.state) for one in self.steps)

    def after(self, step: Step) -> Step | None:
        """Return the step that comes after this one and is still ahead."""
        later = self.steps[list(Step).index(step) + 1 :]
        return next((one.step for one in later if not one.state), None)


def way_of(*, citizen_id: int) -> Way:
    """Return how far she is."""
    walk = Walk.objects.filter(citizen_id=citizen_id).first()
    taken = StepTaken.objects.filter(citizen_id=citizen_id).order_by("pk")
    states = dict(taken.values_list("step", "state")) if walk is not None else {}
    return Way(
        [Walked(step, states.get(step, "")) for step in Step],
        begun=walk is not None,
        finished=walk is not None and walk.finished_at is not None,
    )


def is_met(*, citizen_id: int, at: datetime) -> bool:
    """Say whether a login leads her to the entrance.

    It does until she is through, unless she has put it off; who had a profile before there was an
    entrance is no newcomer.
    """
    walk = Walk.objects.filter(citizen_id=citizen_id).first()
    if walk is not None:
        put_off = walk.put_off_until is not None and walk.put_off_until > at
        return walk.finished_at is None and not put_off
    standing = journey.standing_of(citizen_id=citizen_id)
    return standing is None or standing.next_step == "wishes"


def landing_of(person: Person, at: datetime) -> str:
    """Return the entrance's address for a citizen who is to be met by it, else ""."""
    if person.role != Role.CITIZEN or not is_met(citizen_id=person.pk, at=at):
        return ""
    return reverse("entrance:welcome")
