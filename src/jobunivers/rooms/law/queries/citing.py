# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Citations: a reference as it is printed, with its text where that was brought in."""

from dataclasses import dataclass
from datetime import date

from jobunivers.rooms.law.models import LawDocument, Provision
from jobunivers.rooms.law.queries.rules import path_of
from jobunivers.science.law import Reference, label, parse
from jobunivers.science.law.provisions import part
from jobunivers.science.law.references import ABBREVIATIONS, DocumentNumber, packed

_NAMES = {one[:3]: one[3] for one in ABBREVIATIONS.values()}


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in the law: how it is cited, where it is read, and its words where they are known.

    `text` is None when the document was not brought in, or has no such place: `known` tells the
    two apart – None: the document is not here; False: it is here, and has no such place.
    """

    label: str
    title: str
    text: str | None
    path: str
    official: str
    in_force_from: date | None
    in_force_until: date | None
    known: bool | None
    language: str
    day: date

    @property
    def held(self) -> bool | None:
        """Say whether the document is in force on the day asked about; None: not known."""
        if self.in_force_until is not None and self.in_force_until <= self.day:
            return False
        return None if self.in_force_from is None else self.in_force_from <= self.day


def cite(reference: str, *, on: date, language: str = "da") -> Citation:
    """Return a citation; raises UnknownReference for what names no place in the law.

    The law is Danish in every language: only what stands around it is translated.
    """
    return citation_of(parse(reference), on=on, language=language)


def citation_of(place: Reference, *, on: date, language: str = "da") -> Citation:
    """Return the citation of a place."""
    number = place.document
    document = document_row(number)
    text, known = None, None
    if document is not None:
        row = _provision(document, place) if place.section else None
        text = part(row.text, place.clause, place.item) if row else None
        known = text is not None if place.section else True
    return Citation(
        label=label(place),
        title=document.title if document else title_of(number),
        text=text,
        path=path_of(place),
        official=number.official,
        in_force_from=document.in_force_from if document else None,
        in_force_until=document.in_force_until if document else None,
        known=known,
        language=language,
        day=on,
    )


def title_of(number: DocumentNumber) -> str:
    """Return what a document is called as far as the program knows by itself."""
    return _NAMES.get((number.kind, number.number, number.year), "")


def document_row(number: DocumentNumber) -> LawDocument | None:
    """Return the row of a document, or None when it was not brought in."""
    return LawDocument.objects.filter(
        kind=number.kind, number=number.number, year=number.year
    ).first()


def _provision(document: LawDocument, place: Reference) -> Provision | None:
    found = Provision.objects.filter(document=document, section=packed(place.section))
    return found.order_by("position", "pk").first()
