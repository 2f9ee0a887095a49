# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What models and rules chose about a citizen: rooms say how to find it, tell it and make it again.

A room that keeps such choices offers them here, in its `apps.py`; whoever shows them knows no room.
A choice is never an act against a person: a model advises, a person decides (BEK 101/2026 § 1(6)).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.functional import Promise

from jobunivers.trust import register

Text = Promise | str
REPRODUCED_FOR = timedelta(days=90)
"""So long can every choice be made again; longer is allowed, shorter is not."""
_CODE = re.compile(r"[a-z][a-z-]{1,19}")


class Said(NamedTuple):
    """A name and its value, both in the reader's language."""

    name: str
    value: str


class Compared(NamedTuple):
    """One thing as it was kept, and as it came out when it was made again."""

    name: str
    then: str
    now: str

    @property
    def same(self) -> bool:
        """Say whether both are alike."""
        return self.then == self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One choice as the citizen reads it in a list.

    Attributes:
        pk: of the room's row.
        at: when it was made.
        what: one sentence that says what was chosen for her.
        why: the strongest reason in a sentence; "" when nothing is kept of it.
        model: the version of the model or rules that made it, as kept.
        by_id: a person who had the last word, by name; None: nobody had to.
        person: what stands in place of a name when a person had it and is not told of by id.
    """

    pk: int
    at: datetime
    what: str
    why: str = ""
    model: str = ""
    by_id: int | None = None
    person: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One choice whole: on which data, by which versions, for which reasons.

    Attributes:
        inputs: what the model or the rules saw of her, as it was then.
        reasons: what counted, the strongest first.
        versions: the versions of everything it was made with.
        last_word: who or what decided in the end, in a sentence.
        page: a page of the room's own where more of it stands, with its words; "" for none.
        object_path: where she objects, when the room has its own way; "" for the common one.
        model_code: the card of the register that speaks of what chose.
    """

    choice: Choice
    inputs: Sequence[Said]
    reasons: Sequence[Said]
    versions: Sequence[Said]
    last_word: str
    model_code: str
    page: str = ""
    page_words: str = ""
    object_path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reproduction:
    """A choice made again from what was kept with it.

    `missing` names what is no longer kept; then nothing is compared, and it is not the same.
    `recorded` says what is taken as it was kept and not computed again, and why.
    """

    compared: Sequence[Compared] = ()
    missing: Sequence[str] = ()
    recorded: Sequence[str] = ()

    @property
    def made(self) -> bool:
        """Say whether it could be made again."""
        return not self.missing

    @property
    def same(self) -> bool:
        """Say whether it came out exactly as it was."""
        return self.made and bool(self.compared) and all(one.same for one in self.compared)

    @property
    def differences(self) -> list[Compared]:
        """Return what came out otherwise."""
        return [one for one in self.compared if not one.same]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One kind of choice that a room keeps.

    Attributes:
        code: in addresses and rows, never renamed.
        name: what the kind is called: "Dit forløb".
        about: one sentence that says what is chosen.
        models: the register's codes of what chooses; the first speaks for the kind.
        rows: (citizen) → her rows, in any order; the room's own tables under the two locks.
        at: the name of the rows' column that says when.
        tell: (rows, language) → a choice for each row, in the same order.
        show: (row, language) → the choice whole.
        reproduce: (row, language) → it made again.
        looks: the part of `trust.words` that staff are logged to have seen besides.
        unread: columns that `tell` does not need, left in the database when a list is read.
    """

    code: str
    name: Text
    about: Text
    models: tuple[str, ...]
    rows: "Callable[[int | None], QuerySet[Any, Any]]"
    tell: Callable[[Sequence[Any], str], Sequence[Choice]]
    show: Callable[[Any, str], Shown]
    reproduce: Callable[[Any, str], Reproduction]
    at: str = "at"
    looks: str = "decisions"
    unread: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a code that cannot stand in an address.

        Raises:
            ValueError: with the code.
        """
        if not _CODE.fullmatch(self.code):
            raise ValueError(f"{self.code!r} is no code: use 2 to 20 small letters and hyphens.")
        if not self.models:
            raise ValueError(f"{self.code}: say which model or rules choose.")

    @property
    def card(self) -> register.ModelCard:
        """Return the card of what chooses."""
        return register.card(self.models[0])

    def of(
        self, citizen_id: int, *, since: datetime, until: datetime, most: int
    ) -> "QuerySet[Any, Any]":
        """Return the question for her newest rows of a stretch of time, newest first."""
        found = self.rows(citizen_id).filter(**{f"{self.at}__gte": since, f"{self.at}__lt": until})
        return found.defer(*self.unread).order_by(f"-{self.at}", "-pk")[:most]

    def one(self, citizen_id: int, pk: int) -> Any | None:
        """Return one row of hers; None when there is none of that number, or it is not hers."""
        return self.rows(citizen_id).filter(pk=pk).first()

    def moment(self, row: Any) -> datetime:
        """Return when a row's choice was made."""
        moment: datetime = getattr(row, self.at)
        return moment


_kinds: dict[str, Decided] = {}


def offer(kind: Decided) -> None:
    """Offer a kind of choice; said in a room's `apps.py`.

    Raises:
        ValueError: another kind has the code.
    """
    if _kinds.get(kind.code, kind) is not kind:
        raise ValueError(f"The choices {kind.code!r} are offered twice.")
    _kinds[kind.code] = kind


def kinds() -> list[Decided]:
    """Return every kind of choice, by code."""
    return [_kinds[code] for code in sorted(_kinds)]


def kind(code: str) -> Decided | None:
    """Return the kind of a code; None when nobody offers it."""
    return _kinds.get(code)


WhoAnswers = Callable[[int, date], int | None]
_answerers: list[WhoAnswers] = []


def provide_who_answers(finder: WhoAnswers) -> None:
    """Say who answers a citizen on a day: her consultant, who stands in, or who has time.

    Said in the `apps.py` of the room that knows; the last one holds.
    """
    _answerers[:] = [finder]


def who_answers(citizen_id: int, today: date) -> int | None:
    """Return the named person who answers her that day; None when nobody is known."""
    return _answerers[0](citizen_id, today) if _answerers else None
