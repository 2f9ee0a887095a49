# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was chosen for a citizen, as a list and one by one: the same for herself and for staff."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext

from jobunivers.foundation import together
from jobunivers.identity import queries as identity
from jobunivers.rooms.decisions.models import Contest
from jobunivers.rooms.decisions.queries.contests import contests_of
from jobunivers.rooms.decisions.queries.words import OUTCOMES
from jobunivers.trust import decided, register
from jobunivers.trust import queries as trust
from jobunivers.trust.decided import REPRODUCED_FOR, Choice, Decided, Reproduction, Shown

ON_A_PAGE = 15
_MOST_OF_A_KIND = 100
# Choices are looked for so far back: what is older is no longer kept, or is in the print.
_LOOKED_BACK = timedelta(days=730)


@dataclass(frozen=True, slots=True)
class Line:
    """One choice in the list, and what she said to it."""

    kind: Decided
    choice: Choice
    person: str  # who had the last word, by name; "" where nobody had
    said: str  # what became of her disagreement; "" where she said nothing


@dataclass(frozen=True, slots=True)
class KindRow:
    """One kind of choice: whether what makes it is on here, and since when it is not."""

    kind: Decided
    state: trust.State
    card: register.ModelCard
    chosen: bool


@dataclass(frozen=True, slots=True)
class ListPage:
    """What was chosen for her, newest first."""

    kinds: Sequence[KindRow]
    lines: Page[Line]
    only: str
    cut: bool  # there are more of some kind than are looked through


@dataclass(frozen=True, slots=True)
class OnePage:
    """One choice whole, made again when asked, and all she and staff said of it."""

    kind: Decided
    shown: Shown
    person: str
    card: register.ModelCard
    state: trust.State
    contests: Sequence[Contest]
    waits: Contest | None
    old: bool  # more than 90 days ago
    again: Reproduction | None
    names: dict[int, str]


def list_page(
    *, citizen_id: int, language: str, at: datetime, only: str = "", page: str | None = None
) -> ListPage:
    """Return what was chosen for her; `only` is the code of one kind, an unknown one is all."""
    known = decided.kinds()
    only = only if decided.kind(only) else ""
    asked = [one for one in known if only in {"", one.code}]
    since = at - _LOOKED_BACK
    questions = {
        one.code: one.of(
            citizen_id, since=since, until=at + timedelta(seconds=1), most=_MOST_OF_A_KIND
        )
        for one in asked
    }
    together.ask(list(questions.values()))
    rows = [(one.moment(row), one, row) for one in asked for row in questions[one.code]]
    rows.sort(key=lambda found: (found[0], found[1].code, found[2].pk), reverse=True)
    sheet = Paginator(rows, ON_A_PAGE).get_page(page)
    told = _lines(citizen_id, sheet.object_list, language)
    lines: Page[Line] = Page(told, sheet.number, sheet.paginator)  # type: ignore[arg-type]
    cut = any(len(questions[one.code]) == _MOST_OF_A_KIND for one in asked)
    return ListPage([_kind_row(one, only) for one in known], lines, only, cut)


def _kind_row(kind: Decided, only: str) -> KindRow:
    return KindRow(kind, trust.state_of(kind.models[0]), kind.card, kind.code == only)


def _lines(
    citizen_id: int, rows: "Iterable[tuple[datetime, Decided, object]]", language: str
) -> list[Line]:
    """Tell the rows of one page, each kind's together, in the order of the page."""
    order = list(rows)
    told: dict[tuple[str, int], Choice] = {}
    for kind in {one.code: one for _, one, _ in order}.values():
        theirs = [row for _, one, row in order if one.code == kind.code]
        told |= {(kind.code, one.pk): one for one in kind.tell(theirs, language)}
    people = identity.names(ids={one.by_id for one in told.values() if one.by_id is not None})
    said = _said(citizen_id)
    found = []
    for _, kind, row in order:
        key = (kind.code, int(row.pk))  # type: ignore[attr-defined]  # a row of any room
        choice = told[key]
        found.append(Line(kind, choice, _person(choice, people), said.get(key, "")))
    return found


def _person(choice: Choice, people: dict[int, tuple[str, str]]) -> str:
    if choice.by_id is None:
        return choice.person
    return people.get(choice.by_id, ("", ""))[0] or gettext("En medarbejder, der er stoppet")


def _said(citizen_id: int) -> dict[tuple[str, int], str]:
    """Return what became of each choice she has said no to: the newest counts."""
    found = {}
    for one in reversed(contests_of(citizen_id)):
        words = str(OUTCOMES[one.outcome]) if one.outcome else gettext("Du venter på svar")
        found[one.kind, one.decision_id] = words
    return found


def one_page(
    *, citizen_id: int, code: str, pk: int, language: str, at: datetime, again: bool = False
) -> OnePage | None:
    """Return one choice of hers whole; None when there is none, or it is somebody else's.

    `again` makes it anew from what was kept with it.
    """
    kind = decided.kind(code)
    row = kind.one(citizen_id, pk) if kind else None
    if kind is None or row is None:
        return None
    shown = kind.show(row, language)
    old = at - shown.choice.at > REPRODUCED_FOR
    contests = [one for one in contests_of(citizen_id) if (one.kind, one.decision_id) == (code, pk)]
    staff = {shown.choice.by_id, *(one.answered_by_id for one in contests)}
    staff |= {one.responsible_id for one in contests}
    people = identity.names(ids={one for one in staff if one is not None})
    return OnePage(
        kind=kind,
        shown=shown,
        person=_person(shown.choice, people),
        card=register.card(shown.model_code),
        state=trust.state_of(shown.model_code),
        contests=contests,
        waits=next((one for one in contests if one.answered_at is None), None),
        old=old,
        again=made_again(kind, row, language, old=old) if again else None,
        names={pk: name for pk, (name, _) in people.items()},
    )


def made_again(kind: Decided, row: object, language: str, *, old: bool) -> Reproduction:
    """Return a choice made again; of an old one whose makings are gone it says that too."""
    found = kind.reproduce(row, language)
    if found.missing and old:
        why = gettext("Det er mere end 90 dage siden. Så længe gemmer vi det, der skal til.")
        return Reproduction(missing=[*found.missing, why])
    return found
