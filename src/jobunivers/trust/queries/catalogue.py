# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What data there are, told from the map: why, by which right, how long and who may see them.

No row of anybody is read: the map alone, and the days the kommune has chosen.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation import keeping
from jobunivers.foundation.datamap import (
    BASES,
    PURPOSES,
    RETENTIONS,
    About,
    Basis,
    Clock,
    Holding,
    Purpose,
    Retention,
    Sort,
    Then,
    groups,
    holding,
    holdings,
)
from jobunivers.foundation.tenancy.models import SharedOrOwnModel, TenantModel
from jobunivers.foundation.ui import wording
from jobunivers.trust.words import ROLES

Text = Promise | str
OPEN = "intet-om-nogen"
"""The data set of all that is about nobody."""

ABOUTS: Mapping[About, Promise] = {
    About.CITIZEN: _("Borgere"),
    About.STAFF: _("Medarbejdere"),
    About.FIRM: _("Firmaers folk"),
    About.NOBODY: _("Ingen personer"),
}
# From the most delicate, so that the first one found speaks for all.
SORTS: Mapping[Sort, Promise] = {
    Sort.FREE_TEXT: _("Fri tekst: der kan stå noget følsomt"),
    Sort.CONFIDENTIAL: _("Fortrolige oplysninger"),
    Sort.ORDINARY: _("Almindelige personoplysninger"),
    Sort.STAFF: _("Hvem der gjorde det"),
    Sort.SECRET: _("Nøgler, som ingen ser"),
    Sort.PUBLIC: _("Offentligt, eller om ingen"),
    Sort.INNER: _("Numre, der ikke siger noget alene"),
}
# KL's numbers of subjects (KLE) that a heading's cases are filed under.
_KLE: Mapping[str, str] = {
    "who": "15.23.00",
    "profile": "15.21.01",
    "plan": "15.20.01",
    "jobs": "15.21.01",
    "learning": "15.18.20",
    "talks": "15.20.20",
    "course": "15.20.00",
    "availability": "15.20.00",
    "computed": "15.21.01",
    "consents": "85.10.01",
    "shared": "85.10.01",
    "log": "85.10.01",
    "work": "15.00.00",
    "firm": "15.23.05",
}
# By `app.Model.column`: what stands in such a column follows a standard.
_STANDARDS: Sequence[tuple[str, str]] = (
    ("ESCO", r"(occupation|skill)_uri|\.skills$|\.occupations|\.uri$"),
    ("DISCO-08", r"\.isco|DiscoCode\.code$"),
    ("DB07", r"IndustryCode\.code$|\.industry"),
    ("ISO 639-1", r"\.languages?$"),
    ("CVR", r"\.cvr$"),
    ("xAPI 2.0", r"evidence\.Statement\.verb$"),
    ("DAR", r"\.postcode$"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One kind of data.

    Attributes:
        days: how long it is kept, as the kommune has chosen; 0: as long as it is used.
        sort: the most delicate of its fields.
        fields: names of what is shown of it, with how delicate each is.
        standards: what it is written by, where it follows any.
    """

    holding: Holding
    purpose: Purpose
    basis: Basis
    retention: Retention
    days: int
    sort: Sort
    fields: tuple[tuple[Text, Promise], ...]
    standards: tuple[str, ...]

    @property
    def about(self) -> Promise:
        """Return whom it is about, in words."""
        return ABOUTS[self.holding.about]

    @property
    def sort_words(self) -> Promise:
        """Return the most delicate sort, in words."""
        return SORTS[self.sort]

    @property
    def personal(self) -> bool:
        """Say whether it is about anybody."""
        return self.holding.about is not About.NOBODY

    @property
    def anchor(self) -> str:
        """Return its name as an address can point at it."""
        return self.holding.label.replace(".", "-")

    @property
    def owner(self) -> Promise:
        """Return who answers for it."""
        return _owner(self.holding)

    @property
    def seen_by(self) -> list[Text]:
        """Return who may see it besides the person herself."""
        return [ROLES.get(role, role) for role in self.holding.seen_by]

    @property
    def kept(self) -> str:
        """Return how long it is kept, in one sentence."""
        return kept_words(self.retention, self.days)


@dataclass(frozen=True, slots=True)
class Dataset:
    """The kinds of data below one heading."""

    code: str
    name: Text
    what: Text
    kle: str
    entries: tuple[Entry, ...]

    @property
    def personal(self) -> bool:
        """Say whether any of it is about anybody."""
        return any(one.personal for one in self.entries)


def catalogue(*, words: str = "", only: str = "") -> list[Dataset]:
    """Return all data sets by their order; one question.

    Args:
        words: only kinds of data with all of these words in what is said of them.
        only: the code of the one data set that is wanted; no such one: an empty list.
    """
    days = keeping.chosen_days()
    wanted = words.casefold().split()
    found = [
        _dataset(code, name, what, _entries(of, days, wanted))
        for code, name, what, of in _headings()
        if not only or code == only
    ]
    return [one for one in found if one.entries]


def _owner(one: Holding) -> Promise:
    """Return who answers for a model's rows: whose rows they are in the database."""
    if issubclass(one.model, TenantModel):
        return _("Kommunen")
    if issubclass(one.model, SharedOrOwnModel):
        return _("Kommunen, og dem, der driver platformen, for det fælles")
    return _("Dem, der driver platformen")


def kept_words(retention: Retention, days: int) -> str:
    """Return how long something is kept, counted from what, and what then."""
    if retention.clock is Clock.NEVER:
        return str(retention.name)
    told = {"long": wording.span(days), "from": gettext(str(_CLOCKS[retention.clock]))}
    if retention.then is Then.ANONYMISE:
        return gettext("%(long)s %(from)s. Så fjerner vi det, der viser, hvem det var.") % told
    if retention.then is Then.KEEP:
        return gettext("Mindst %(long)s %(from)s.") % told
    return gettext("%(long)s %(from)s. Så sletter vi det.") % told


_CLOCKS: Mapping[Clock, Promise] = {
    Clock.ROW: _("fra det skete"),
    Clock.JOURNEY: _("efter at kommunen er holdt op med at hjælpe"),
    Clock.LEFT: _("efter at personen er stoppet"),
}


def _headings() -> Iterable[tuple[str, Text, Text, list[Holding]]]:
    """Return code, name, sentence and holdings of each data set, in their order."""
    every = holdings()
    for group in groups():
        yield (
            group.code,
            group.name,
            group.what,
            [one for one in every if one.group == group.code and one.about is not About.NOBODY],
        )
    yield (
        OPEN,
        _("Intet om nogen person"),
        _("Regler, tal, ordlister og andet, som siden skal bruge for at virke."),
        [one for one in every if one.about is About.NOBODY],
    )


def _dataset(code: str, name: Text, what: Text, entries: list[Entry]) -> Dataset:
    return Dataset(code, name, what, _KLE.get(code, ""), tuple(entries))


def _entries(of: Iterable[Holding], days: Mapping[str, int], wanted: list[str]) -> list[Entry]:
    made = [_entry(one, days) for one in of]
    return [one for one in made if all(word in _all_words(one) for word in wanted)]


def _entry(one: Holding, days: Mapping[str, int]) -> Entry:
    purpose = PURPOSES[one.purpose]
    there = {field.sort for field in one.fields.values()}
    return Entry(
        holding=one,
        purpose=purpose,
        basis=BASES[purpose.basis],
        retention=RETENTIONS[one.retention],
        days=days[one.retention],
        sort=next(sort for sort in SORTS if sort in there),
        fields=tuple((field.name, SORTS[field.sort]) for field in one.shown.values() if field.name),
        standards=_standards(one.label),
    )


@cache
def _standards(label: str) -> tuple[str, ...]:
    """Return what columns of a model follow; the columns are code, so it is found once."""
    columns = [f"{label}.{column}" for column in holding(label).fields]
    return tuple(
        name
        for name, pattern in _STANDARDS
        if any(re.search(pattern, column) for column in columns)
    )


def _all_words(one: Entry) -> str:
    """Return everything that is said of a kind of data, for the search."""
    said = [one.holding.what, one.holding.source, one.purpose.name, one.basis.name, one.basis.law]
    said += [one.sort_words, one.about, one.retention.name, one.holding.label, *one.standards]
    said += [name for name, _sort in one.fields] + one.seen_by
    return " ".join(str(text) for text in said).casefold()
