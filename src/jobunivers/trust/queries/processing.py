# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The record of processing (*fortegnelse*, GDPR article 30), made from the running system."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise

from jobunivers.foundation.datamap import GROUPS, PURPOSES, About, Basis, Purpose
from jobunivers.identity import queries as identity
from jobunivers.trust.measures import Measure, measures
from jobunivers.trust.models import OfficerContact
from jobunivers.trust.queries.catalogue import ABOUTS, SORTS, Entry, catalogue
from jobunivers.trust.queries.reaching import officer_contact
from jobunivers.trust.recipients import Recipient, recipients
from jobunivers.trust.words import ROLES

Text = Promise | str
# What tells nothing of anybody has no place in a record of personal data.
_NO_DATA = "running"


@dataclass(frozen=True, slots=True, kw_only=True)
class Processing:
    """One purpose as the record lists it.

    Attributes:
        people: of whom data are (article 30(1)(c)).
        data: the kinds of data by heading: heading, then what.
        sorts: how delicate they are, the most delicate first.
        sources: who told the data.
        seen_by: who within the kommune may see them.
        recipients: to whom outside they are told (30(1)(d)); `abroad` of them out of the EU (e).
        kept: how long (30(1)(f)), a sentence for each rule that is used.
    """

    purpose: Purpose
    basis: Basis
    people: tuple[Text, ...]
    data: tuple[tuple[Text, tuple[Text, ...]], ...]
    sorts: tuple[Text, ...]
    sources: tuple[Text, ...]
    seen_by: tuple[Text, ...]
    recipients: tuple[Recipient, ...]
    kept: tuple[str, ...]

    @property
    def abroad(self) -> tuple[Recipient, ...]:
        """Return those who may have data out of the EU and the EEA."""
        return _told_once(self.recipients)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The whole record; `contact` and `officers`: who sees to data protection."""

    on: date
    contact: OfficerContact | None
    officers: tuple[str, ...]
    processings: tuple[Processing, ...]
    recipients: tuple[Recipient, ...]
    measures: Sequence[Measure]

    @property
    def by_basis(self) -> tuple[tuple[Basis, tuple[Processing, ...]], ...]:
        """Return the processings by the right each rests on, in the record's order."""
        found: dict[str, list[Processing]] = {}
        for one in self.processings:
            found.setdefault(str(one.basis.law), []).append(one)
        return tuple((ones[0].basis, tuple(ones)) for ones in found.values())

    @property
    def abroad(self) -> tuple[Recipient, ...]:
        """Return whoever may have data out of the EU and the EEA."""
        return _told_once(self.recipients)


def record(*, on: date, language: str) -> Record:
    """Return the record of the kommune worked for, as it is on a day."""
    told = recipients(on=on, language=language)
    by_purpose: dict[str, list[Entry]] = {code: [] for code in PURPOSES if code != _NO_DATA}
    for dataset in catalogue():
        for entry in dataset.entries:
            if entry.personal:
                by_purpose[entry.purpose.code].append(entry)
    return Record(
        on=on,
        contact=officer_contact(),
        officers=_officers(),
        processings=tuple(_processing(entries, told) for entries in by_purpose.values() if entries),
        recipients=tuple(told),
        measures=measures(),
    )


def _officers() -> tuple[str, ...]:
    found = identity.names(ids=identity.officer_ids())
    return tuple(sorted(name for name, _role in found.values()))


def _processing(entries: Sequence[Entry], told: Iterable[Recipient]) -> Processing:
    purpose = entries[0].purpose
    there = {one.sort for one in entries}
    return Processing(
        purpose=purpose,
        basis=entries[0].basis,
        people=_once(ABOUTS[one] for one in About if one in {e.holding.about for e in entries}),
        data=_by_heading(entries),
        sorts=tuple(words for sort, words in SORTS.items() if sort in there),
        sources=_once(one.holding.source for one in entries if one.holding.source),
        seen_by=_once(_roles(entries)),
        recipients=tuple(one for one in told if purpose.code in one.purposes),
        kept=tuple(str(one) for one in _once(e.kept for e in entries)),
    )


def _by_heading(entries: Iterable[Entry]) -> tuple[tuple[Text, tuple[Text, ...]], ...]:
    found: dict[str, list[Text]] = {}
    for one in entries:
        found.setdefault(one.holding.group, []).append(one.holding.what)
    return tuple((GROUPS[code].name, tuple(whats)) for code, whats in found.items())


def _roles(entries: Iterable[Entry]) -> Iterable[Text]:
    used = {role for one in entries for role in one.holding.seen_by}
    known: Mapping[str, Promise] = ROLES
    return [known.get(role, role) for role in sorted(used)]


def _told_once(told: Iterable[Recipient]) -> tuple[Recipient, ...]:
    """Return who is outside the EU; a firm with many solutions on the same ground stands once."""
    return tuple({(one.name, one.ground): one for one in told if one.outside}.values())


def _once(texts: Iterable[Text]) -> tuple[Text, ...]:
    """Return texts without those that read the same, in their order."""
    return tuple({str(text): text for text in texts}.values())
