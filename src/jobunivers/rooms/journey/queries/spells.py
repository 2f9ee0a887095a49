# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading when she was out of work, and when nothing was asked of her."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import Count, Max, Q, QuerySet
from django.utils import timezone

from jobunivers.rooms.journey.models import Absence, Spell, SpellEnd


def spells_of(citizen_id: int) -> QuerySet[Spell]:
    """Return her times out of work, newest first; the first is open when it has no end."""
    return Spell.objects.filter(citizen_id=citizen_id).order_by("-began_on", "-pk")


def open_spells() -> QuerySet[Spell]:
    """Return the open spell of everybody in the kommune who is out of work."""
    return Spell.objects.filter(ended_on=None).order_by("citizen_id", "pk")


def absences_of(citizen_id: int) -> QuerySet[Absence]:
    """Return her absences, newest first."""
    return Absence.objects.filter(citizen_id=citizen_id).order_by("-starts_on", "-pk")


def absent_on(day: date, ids: Sequence[int] | None = None) -> dict[int, str]:
    """Return the kind of absence of each citizen (or of these) away that day; the latest told."""
    there = absences_on(day)
    if ids is not None:
        there = there.filter(citizen_id__in=ids)
    return dict(there.values_list("citizen_id", "kind"))


def absences_on(day: date) -> QuerySet[Absence]:
    """Return the absences that hold on a day."""
    there = Absence.objects.filter(Q(ends_on=None) | Q(ends_on__gt=day), starts_on__lte=day)
    return there.order_by("starts_on", "pk")


def at_work_again(ids: Sequence[int]) -> set[int]:
    """Return those of these citizens who were out of work and are not any more."""
    theirs = Spell.objects.filter(citizen_id__in=ids).order_by()
    still = theirs.filter(ended_on=None).values("citizen_id")
    ended = theirs.exclude(citizen_id__in=still)
    return set(ended.values_list("citizen_id", flat=True))


def left_between(ids: Sequence[int], *, first: date, after: date) -> set[int]:
    """Return who of them came from being out of work into work or education on these days.

    A spell that began on one of these days, or ended because she moved, says nothing of that.
    """
    rows = Spell.objects.filter(
        citizen_id__in=ids,
        began_on__lte=first,
        ended_on__gte=first,
        ended_on__lt=after,
        end__in=[SpellEnd.JOB, SpellEnd.EDUCATION],
    ).order_by()
    return set(rows.values_list("citizen_id", flat=True))


def ends() -> dict[int, date | None]:
    """Return the day the last spell of everybody who has had one ended; None: one is open.

    What `foundation.keeping` counts from, before anything is deleted.
    """
    rows = Spell.objects.order_by("citizen_id").values("citizen_id")
    told = rows.annotate(last=Max("ended_on"), still=Count("pk", filter=Q(ended_on=None)))
    return {row["citizen_id"]: None if row["still"] else row["last"] for row in told}


def known_days(citizen_id: int, at: datetime) -> dict[str, date]:
    """Return the day the open spell of hers began, when there is one, as deadlines name it."""
    began = (
        open_spells()
        .filter(citizen_id=citizen_id, began_on__lte=timezone.localdate(at))
        .values_list("began_on", flat=True)
        .first()
    )
    return {"registered": began, "spell_began": began} if began else {}


def found_work(*, citizen_ids: Sequence[int], since: date) -> dict[int, list[date]]:
    """Return the days on which each citizen's time out of work ended with a job."""
    rows = Spell.objects.filter(
        citizen_id__in=list(citizen_ids), end=SpellEnd.JOB, ended_on__gte=since
    )
    found: dict[int, list[date]] = {}
    for citizen, day in rows.order_by("pk").values_list("citizen_id", "ended_on"):
        if day is not None:
            found.setdefault(citizen, []).append(day)
    return found
