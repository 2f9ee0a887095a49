# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How much of what is proposed is used: by kind, never by member of staff or citizen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from jobunivers.foundation.ui import wording
from jobunivers.rooms.talks.models import Proposal, ProposalKind, ProposalState, Talk, TalkState
from jobunivers.rooms.talks.queries.words import PROPOSALS
from jobunivers.science.talks import RULES
from jobunivers.trust.local import LocalFigure

DAYS = 90
# Of fewer proposals no share is told.
FEWEST, _FEWEST_TOLD = 20, 5


@dataclass(frozen=True, slots=True)
class Share:
    """A kind of proposal or a subject: how many were shown, and what became of them."""

    code: str
    name: str
    shown: int
    used: int
    aside: int
    aside_by_her: int

    @property
    def share(self) -> float | None:
        """Return the share used, 0 to 1; None of too few."""
        return self.used / self.shown if self.shown >= FEWEST else None


@dataclass(frozen=True, slots=True)
class FiguresPage:
    """Shares of 90 days, and how many talks they are from."""

    days: int
    talks: int
    kinds: Sequence[Share]
    subjects: Sequence[Share]


def figures_page(*, language: str, at: datetime) -> FiguresPage:
    """Return the shares of the kommune; nobody is named and nobody is counted by name."""
    since = at - timedelta(days=DAYS)
    rows = Proposal.objects.filter(shown_at__gte=since)
    kinds = _counted(rows, "kind")
    subjects = _counted(rows.filter(kind=ProposalKind.FOCUS), "code")
    return FiguresPage(
        days=DAYS,
        talks=Talk.objects.filter(state=TalkState.HELD, begun_at__gte=since).count(),
        kinds=[
            Share(code, str(PROPOSALS[code]), *kinds.get(code, (0, 0, 0, 0))) for code in PROPOSALS
        ],
        subjects=[
            Share(code, rule.name.said(language, {}), *subjects[code])
            for code, rule in RULES.items()
            if code in subjects
        ],
    )


def _counted(rows: "object", by: str) -> dict[str, tuple[int, int, int, int]]:
    aside = Q(state=ProposalState.ASIDE)
    counted = (
        rows.order_by()  # type: ignore[attr-defined]
        .values_list(by)
        .annotate(
            many=Count("pk"),
            used=Count("pk", filter=Q(state=ProposalState.USED)),
            away=Count("pk", filter=aside),
            hers=Count("pk", filter=aside & Q(settled_by_id=F("citizen_id"))),
        )
    )
    return {code: counts for code, *counts in counted.order_by(by)}


def local_figures(at: datetime) -> list[LocalFigure]:
    """Return the share used of each kind, as the rules' card shows it to anybody."""
    meaning = _("Så mange af det, der blev foreslået, blev brugt de seneste %(days)s dage.")
    page = figures_page(language=(get_language() or "da")[:2], at=at)
    return [
        LocalFigure(
            one.name,
            _("%(used)s af %(shown)s")
            % {"used": few(one.used), "shown": wording.number(one.shown)},
            meaning % {"days": DAYS},
        )
        for one in page.kinds
        if one.shown >= FEWEST
    ]


def few(number: int) -> str:
    """Return a number; fewer than five are not told apart."""
    if 0 < number < _FEWEST_TOLD:
        return _("færre end %(number)s") % {"number": _FEWEST_TOLD}
    return wording.number(number)
