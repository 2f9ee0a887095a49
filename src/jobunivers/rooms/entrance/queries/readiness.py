# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What citizens say of their own readiness and of the help they want."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from jobunivers.rooms.entrance.models import OwnWish, SelfTest


@dataclass(frozen=True, slots=True)
class Readiness:
    """One citizen's own account.

    `score` lies in 0–1 (1: she gets along alone); `level` is "", "alone", "some_help" or
    "together"; `wish` is "", "self", "together" or "in_person". Dates are Copenhagen's.
    """

    score: float | None = None
    level: str = ""
    wish: str = ""
    answered_on: date | None = None
    wished_on: date | None = None
    version: str = ""


def readiness_of(citizen_ids: Iterable[int]) -> dict[int, Readiness]:
    """Return what each of these citizens says now; who has said nothing is absent."""
    wanted = set(citizen_ids)
    tests = SelfTest.objects.filter(citizen_id__in=wanted, replaced_at=None).order_by("pk")
    wishes = OwnWish.objects.filter(citizen_id__in=wanted, replaced_at=None).order_by("pk")
    said_wish = {
        citizen: (wish, timezone.localdate(at), version)
        for citizen, wish, at, version in wishes.values_list("citizen_id", "wish", "at", "version")
    }
    found: dict[int, Readiness] = {}
    columns = tests.values_list("citizen_id", "score", "level", "at", "version")
    for citizen, score, level, at, version in columns:
        wish, wished_on, _ = said_wish.pop(citizen, ("", None, ""))
        day = timezone.localdate(at)
        found[citizen] = Readiness(score, level, wish, day, wished_on, version)
    for citizen, (wish, wished_on, version) in said_wish.items():
        found[citizen] = Readiness(wish=wish, wished_on=wished_on, version=version)
    return found


def self_test_of(citizen_id: int) -> SelfTest | None:
    """Return the citizen's current self-test."""
    return SelfTest.objects.filter(citizen_id=citizen_id, replaced_at=None).first()


def own_wish_of(citizen_id: int) -> OwnWish | None:
    """Return how the citizen wants to be helped now."""
    return OwnWish.objects.filter(citizen_id=citizen_id, replaced_at=None).first()
