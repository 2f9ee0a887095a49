# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What came of the lists that were shown, for the register to count by group."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.tailored.models import ListShown, RecommendationRun
from jobunivers.rooms.tailored.queries.pages import MODEL
from jobunivers.rooms.tailored.queries.reading import records_of
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.trust import dividing

_BACK = timedelta(days=90)
_TAKEN_UP = frozenset({"starred", "applied"})
_AT_A_TIME = 500


def offer() -> None:
    """Offer what came of the lists; said once, in `apps.py`."""
    dividing.offer_outcome(
        dividing.Outcome(
            code=MODEL,
            name="taken_up",
            called=_("Gemte eller søgte et foreslået job"),
            meaning=_("Så mange af dem, der fik vist job i 90 dage, gemte eller søgte et af dem."),
            of=taken_up,
        )
    )


def taken_up(at: datetime) -> Iterator[tuple[int, float]]:
    """Yield everybody who was shown jobs lately, and whether she kept or applied for one after."""
    shown: dict[int, dict[int, tuple[int, datetime]]] = defaultdict(dict)
    rows = ListShown.objects.filter(at__gte=at - _BACK, at__lte=at).order_by("at", "pk")
    for citizen, run, seen_at, last in rows.values_list("citizen_id", "run_id", "at", "last_rank"):
        most, first = shown[citizen].get(run, (0, seen_at))
        shown[citizen][run] = (max(most, last), first)
    people = sorted(shown)
    for start in range(0, len(people), _AT_A_TIME):
        some = people[start : start + _AT_A_TIME]
        on_lists = _on_lists({one: shown[one] for one in some})
        took = {
            act.citizen_id
            for act in vacancies.acts_since(citizen_ids=some, since=at - _BACK)
            if act.kind in _TAKEN_UP
            and (seen := on_lists[act.citizen_id].get(act.vacancy_id)) is not None
            and act.at >= seen
        }
        yield from ((one, float(one in took)) for one in some if on_lists[one])


def _on_lists(
    shown: dict[int, dict[int, tuple[int, datetime]]],
) -> dict[int, dict[int, datetime]]:
    """Return when each advertisement was first shown to each citizen."""
    found: dict[int, dict[int, datetime]] = {citizen: {} for citizen in shown}
    ids = [run for runs in shown.values() for run in runs]
    rows = RecommendationRun.objects.filter(pk__in=ids).only("citizen_id", "ranking")
    for row in rows.order_by("pk").iterator(_AT_A_TIME):
        most, first = shown[row.citizen_id][row.pk]
        for vacancy in records_of(row)["vacancy"][:most].tolist():
            known = found[row.citizen_id].get(vacancy)
            found[row.citizen_id][vacancy] = first if known is None else min(known, first)
    return found
