# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What research may be told of times out of work: how long the last one was, and how it ended."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.journey.models import Spell, SpellEnd
from jobunivers.rooms.retention.queries import variables

_MONTHS, _HALVES = (0, 3, 6, 12, 24), (0, 6, 24)
_RUNS = "igang"
_DAYS = 30.44


def offer() -> None:
    """Offer both; said in `apps.py`."""
    variables.offer(
        variables.Variable(
            code="months",
            name=_("Måneder uden job, den seneste gang"),
            domain=lambda: variables.bands(_MONTHS),
            asked=_months,
            coarser=(variables.joined(_MONTHS, _HALVES),),
        )
    )
    ends = tuple(SpellEnd.values)
    variables.offer(
        variables.Variable(
            code="outcome",
            name=_("Hvordan det endte"),
            domain=lambda: (*ends, _RUNS),
            asked=_outcomes,
            coarser=({**dict.fromkeys(ends, "slut"), SpellEnd.JOB.value: "job", _RUNS: _RUNS},),
        )
    )


def _last() -> list[Spell]:
    rows = Spell.objects.order_by("citizen_id", "-began_on", "-pk").distinct("citizen_id")
    return list(rows.only("citizen_id", "began_on", "ended_on", "end"))


def _months(today: date) -> dict[int, str]:
    return {
        one.citizen_id: variables.band(
            int(((one.ended_on or today) - one.began_on).days / _DAYS), _MONTHS
        )
        for one in _last()
    }


def _outcomes(today: date) -> dict[int, str]:
    del today
    return {one.citizen_id: one.end or _RUNS for one in _last()}
