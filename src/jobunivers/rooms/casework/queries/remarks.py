# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What advisers have remarked on suggestions: for the citizen, the page and the model's card."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.foundation.ui import wording
from jobunivers.identity import queries as identity
from jobunivers.rooms.casework.models import RecommendationRemark
from jobunivers.rooms.casework.queries.words import OBJECTIONS
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.trust import queries as trust
from jobunivers.trust.local import LocalFigure, Remark

DAYS = 90
# Of fewer citizens nothing is told, and fewer than so many are not told apart: the page is public.
_FEWEST_SEEN, _FEWEST_TOLD = 20, 5


@dataclass(frozen=True, slots=True)
class Disagreement:
    """How often advisers disagreed: citizens whose suggestions were seen, and disputed.

    `by_reason` counts suggestions by the reason's code. Numbers of the kommune worked for.
    """

    seen: int
    disputed: int
    by_reason: Mapping[str, int] = field(default_factory=dict)

    @property
    def rate(self) -> float | None:
        """Return the share disputed, 0 to 1; None when nobody's suggestions were seen."""
        return self.disputed / self.seen if self.seen else None


def remarks_on(*, citizen_id: int) -> list[RecommendationRemark]:
    """Return the remarks that hold on suggestions to a citizen, newest first."""
    rows = RecommendationRemark.objects.filter(citizen_id=citizen_id)
    return list(_holding(rows).order_by("-pk"))


def remarks_about(citizen_id: int) -> Sequence[Remark]:
    """Return the same as she reads it."""
    rows = remarks_on(citizen_id=citizen_id)
    names = identity.names(ids=(row.adviser_id for row in rows))
    about = vacancies.rows_by_id([row.vacancy_id for row in rows])
    return [
        Remark(
            at=row.at,
            adviser=names.get(row.adviser_id, ("", ""))[0],
            vacancy_id=row.vacancy_id,
            about=about[row.vacancy_id].title
            if row.vacancy_id in about
            else _("Et job, der ikke er slået op mere"),
            reason=OBJECTIONS[row.code],
            note=row.note,
        )
        for row in rows
    ]


def disagreement(*, since: datetime, model: str = "") -> Disagreement:
    """Return how often advisers of the kommune disagreed since then.

    Args:
        since: from then on.
        model: only with suggestions of this version; those seen are counted for all versions.
    """
    rows = RecommendationRemark.objects.filter(at__gte=since)
    remarks = _holding(rows.filter(model=model) if model else rows)
    reasons = remarks.values("code").annotate(times=Count("pk")).order_by("code")
    return Disagreement(
        seen=trust.citizens_looked_at(part="recommendations", since=since),
        disputed=remarks.values("citizen_id").distinct().count(),
        by_reason=dict(reasons.values_list("code", "times")),
    )


def figures(at: datetime) -> list[LocalFigure]:
    """Return the disagreement as the model's card shows it to anybody."""
    found = disagreement(since=at - timedelta(days=DAYS))
    name = gettext_lazy("Borgere, hvor en rådgiver var uenig i et forslag")
    if found.seen < _FEWEST_SEEN:
        return [LocalFigure(name, _("For få til at vise tal endnu"))]
    told = (
        _("færre end %(number)s") % {"number": _FEWEST_TOLD}
        if 0 < found.disputed < _FEWEST_TOLD
        else wording.number(found.disputed)
    )
    value = _("%(told)s af %(seen)s") % {"told": told, "seen": wording.number(found.seen)}
    meaning = _(
        "De seneste %(days)s dage, blandt de borgere, hvor en rådgiver har set på listen."
    ) % {"days": DAYS}
    return [LocalFigure(name, value, meaning)]


def _holding(rows: QuerySet[RecommendationRemark]) -> QuerySet[RecommendationRemark]:
    """Return each adviser's newest word on each advertisement, without what is taken back."""
    of_one = ("citizen_id", "vacancy_id", "adviser_id")
    newest = rows.order_by(*of_one, "-pk").distinct(*of_one).values("pk")
    return RecommendationRemark.objects.filter(pk__in=newest, taken_back=False).order_by()
