# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How often each rule was used, and how often people said that it was wrong."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jobunivers.foundation.ui import wording
from jobunivers.identity import queries as identity
from jobunivers.rooms.casework.models import WAITING, AttentionPoint, AttentionTuning, PointState
from jobunivers.rooms.casework.queries.attention_words import OWNERS
from jobunivers.rooms.casework.queries.tuning import InEffect, tuning_in_effect, tunings
from jobunivers.science.attention import RULES, Tuned
from jobunivers.trust.local import LocalFigure

DAYS = 90
# Of fewer that people have looked at nothing is told: the card is public.
FEWEST, _FEWEST_TOLD = 20, 5


@dataclass(frozen=True, slots=True)
class RuleFigures:
    """A rule of the kommune: how it is tuned, what waits, and what people said of it."""

    code: str
    name: str
    closes: str
    owner: str
    tuned: Tuned
    waiting: int
    looked_at: int  # solved or wrong, by people, in 90 days
    wrong: int

    @property
    def share(self) -> float | None:
        """Return the share wrong, 0 to 1; None of too few."""
        return self.wrong / self.looked_at if self.looked_at >= FEWEST else None


@dataclass(frozen=True, slots=True)
class TuningRow:
    """A decision of the kommune."""

    row: AttentionTuning
    by: str
    in_effect: bool


@dataclass(frozen=True, slots=True)
class TuningPage:
    """Every rule as it is used today, and every decision."""

    rules: Sequence[RuleFigures]
    history: Sequence[TuningRow]
    used: InEffect


def tuning_page(*, language: str, at: datetime, today: date) -> TuningPage:
    """Return how the kommune uses the rules, and what people said of them; nobody is named."""
    used, rows = tuning_in_effect(today=today), tunings()
    counted = _counted(at)
    people = identity.names(ids={one.written_by_id for one in rows if one.written_by_id})
    return TuningPage(
        rules=[
            RuleFigures(
                code=code,
                name=rule.name.said(language, {}),
                closes=rule.closes.said(language, {}),
                owner=str(OWNERS[rule.owner.value]),
                tuned=used.tuning[code],
                **dict(
                    zip(
                        ("waiting", "looked_at", "wrong"), counted.get(code, (0, 0, 0)), strict=True
                    )
                ),
            )
            for code, rule in RULES.items()
        ],
        history=[
            TuningRow(
                row=one,
                by=people.get(one.written_by_id or 0, ("",))[0],
                in_effect=used.row is not None and used.row.pk == one.pk,
            )
            for one in rows
        ],
        used=used,
    )


def _counted(at: datetime) -> dict[str, tuple[int, int, int]]:
    lately = Q(closed_at__gte=at - timedelta(days=DAYS), closed_by_id__isnull=False)
    wrong = lately & Q(state=PointState.WRONG)
    rows = AttentionPoint.objects.filter(Q(state__in=WAITING) | lately)
    counted = (
        rows.order_by()
        .values_list("code")
        .annotate(
            waits=Count("pk", filter=Q(state__in=WAITING)),
            looked=Count("pk", filter=lately),
            wrong=Count("pk", filter=wrong),
        )
    )
    return {code: (waits, looked, bad) for code, waits, looked, bad in counted.order_by("code")}


def figures(at: datetime) -> list[LocalFigure]:
    """Return the share wrong of each rule, as the model's card shows it to anybody."""
    found = []
    for code, (_waits, looked, wrong) in _counted(at).items():
        if looked < FEWEST or code not in RULES:
            continue
        value = _("%(wrong)s af %(looked)s") % {
            "wrong": _few(wrong), "looked": wording.number(looked),
        }  # fmt: skip
        meaning = _("Så mange sagde medarbejdere var forkerte, de seneste %(days)s dage.") % {
            "days": DAYS
        }
        found.append(LocalFigure(RULES[code].name.said(_language(), {}), value, meaning))
    return found


def right(at: datetime) -> Iterator[tuple[int, float]]:
    """Yield whose point people have looked at lately, and whether they left it as right."""
    since = at - timedelta(days=DAYS)
    rows = AttentionPoint.objects.filter(closed_at__gte=since, closed_by_id__isnull=False)
    for citizen, state in rows.order_by("pk").values_list("citizen_id", "state"):
        yield citizen, float(state != PointState.WRONG)


def _few(number: int) -> str:
    """Return a number; fewer than five are not told apart."""
    if 0 < number < _FEWEST_TOLD:
        return _("færre end %(number)s") % {"number": _FEWEST_TOLD}
    return wording.number(number)


def _language() -> str:
    return (get_language() or "da")[:2]
