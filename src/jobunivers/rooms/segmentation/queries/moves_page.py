# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Moves in words: of one citizen for herself and her helpers, of the kommune without names."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.paginator import Page, Paginator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.wording import number
from jobunivers.rooms.segmentation.models import Move
from jobunivers.rooms.segmentation.queries.courses import CourseName, called
from jobunivers.rooms.segmentation.queries.facts import condition_words, value_words

KINDS: Mapping[str, Promise] = {
    "first": _("Det første forløb"),
    "rule": _("En regel passede, som ikke passede før"),
    "step": _("Et trin op ad trappen: længe uden aktivitet og svar"),
    "back": _("Et trin tilbage: der er aktivitet igen"),
    "wish": _("Borgeren har fortalt noget nyt om sig selv"),
    "policy": _("Kommunen har fået nye regler"),
    "override": _("En medarbejder valgte forløbet"),
    "override_ended": _("En medarbejders valg er udløbet"),
    "left": _("Ikke ledig mere"),
}
HER_KINDS: Mapping[str, Promise] = {
    "first": _("Dit første forløb"),
    "rule": _("Noget har ændret sig, så en anden regel passer på dig"),
    "step": _("Der gik lang tid, uden at vi så noget fra dig"),
    "back": _("Du var i gang igen, så du er gået et trin tilbage"),
    "wish": _("Du har fortalt noget nyt om dig selv"),
    "policy": _("Kommunen har fået nye regler"),
    "override": _("En medarbejder valgte forløbet for dig"),
    "override_ended": _("En medarbejders valg er udløbet"),
    "left": _("Du er ikke ledig mere"),
}
_KEPT = timedelta(days=90)
_ON_A_PAGE = 25
_HERS = 20


@dataclass(frozen=True, slots=True)
class MoveRow:
    """One move as it reads."""

    at: datetime
    kind: str
    from_name: str  # "" the first time
    to_name: str
    from_step: int
    to_step: int
    why: str
    because: tuple[str, ...]  # the conditions that held, with what was so


def her_moves(
    *, citizen_id: int, names: Mapping[str, CourseName], at: datetime
) -> tuple[MoveRow, ...]:
    """Return a citizen's newest moves of the last 90 days."""
    found = Move.objects.filter(citizen_id=citizen_id, at__gte=at - _KEPT)
    return tuple(_row(move, names, HER_KINDS) for move in found.order_by("-at", "-pk")[:_HERS])


def moves_page(
    *,
    names: Mapping[str, CourseName],
    at: datetime,
    kind: str = "",
    course: str = "",
    page: str | None = None,
) -> Page[MoveRow]:
    """Return one page of the kommune's moves of the last 90 days; nobody is named.

    Args:
        names: of the courses.
        at: the time it is.
        kind: only moves of this kind; an unknown one is none.
        course: only moves to this course.
        page: its number, as typed.
    """
    found = Move.objects.filter(at__gte=at - _KEPT)
    if kind in KINDS:
        found = found.filter(kind=kind)
    if course in names:
        found = found.filter(to_course=course)
    sheet = Paginator(found.defer("inputs").order_by("-at", "-pk"), _ON_A_PAGE).get_page(page)
    rows = [_row(move, names, KINDS) for move in sheet.object_list]
    shown: Page[MoveRow] = Page(rows, sheet.number, sheet.paginator)  # type: ignore[arg-type]
    return shown


def _row(move: Move, names: Mapping[str, CourseName], kinds: Mapping[str, Promise]) -> MoveRow:
    return MoveRow(
        at=move.at,
        kind=move.kind,
        from_name=called(names, move.from_course) if move.from_course else "",
        to_name=called(names, move.to_course),
        from_step=move.from_step,
        to_step=move.to_step,
        why=str(kinds.get(move.kind, move.kind)),
        because=tuple(because(move.reasons)),
    )


def because(reasons: Iterable[Mapping[str, object]]) -> list[str]:
    """Return the conditions that held as sentences, each with what was so when it was looked at."""
    said = []
    for one in reasons:
        code, sign, value = str(one.get("fact", "")), str(one.get("is", "=")), one.get("value")
        wanted = condition_words(
            code, sign, value if isinstance(value, int | float | str) else None
        )
        was = one.get("was")
        now = value_words(code, was if isinstance(was, int | float | str) else None)
        said.append(f"{wanted[:1].upper()}{wanted[1:]} ({now})")
    return said


def percent(share: float | None) -> str:
    """Return a chance in whole percent, "" when it is not known."""
    return "" if share is None else number(round(share * 100))
