# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The slider from safe to bold, in steps a person can tell apart."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.tailored.models import Preference

MIDDLE = 0.5
STEPS: tuple[Promise, ...] = (
    _("meget sikker"),
    _("sikker"),
    _("midt imellem"),
    _("modig"),
    _("meget modig"),
)


@dataclass(frozen=True, slots=True)
class SliderStep:
    """One step: its number, what it is called, whether it is hers."""

    value: int
    label: Promise
    chosen: bool


@dataclass(frozen=True, slots=True)
class Slider:
    """All steps, and the name of the one that is hers."""

    steps: list[SliderStep]
    label: Promise


def slider_of(*, citizen_id: int) -> Slider:
    """Return the slider as the citizen has set it; in the middle when she has not."""
    rows = Preference.objects.filter(citizen_id=citizen_id).order_by("pk")
    boldness = rows.values_list("boldness", flat=True).first()
    mine = step_of(MIDDLE if boldness is None else boldness)
    steps = [SliderStep(number, label, number == mine) for number, label in enumerate(STEPS)]
    return Slider(steps, STEPS[mine])


def step_of(boldness: float) -> int:
    """Return the step nearest to a boldness of 0 to 1."""
    return round(boldness * (len(STEPS) - 1))


def boldness_of(step: str) -> float:
    """Return the boldness of a step's number as a form sends it; ValueError for any other."""
    number = int(step)
    if number not in range(len(STEPS)):
        raise ValueError(f"there is no step {number}")
    return number / (len(STEPS) - 1)
