# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""References to law: read from what people write, and printed as they are cited."""

import re
from dataclasses import dataclass

# Abbreviation → the consolidation it means here, with the name of the act.
ABBREVIATIONS: dict[str, tuple[str, int, int, str]] = {
    "LAB": ("LBK", 280, 2024, "lov om en aktiv beskæftigelsesindsats"),
    "LAS": ("LBK", 1004, 2025, "lov om aktiv socialpolitik"),
    "LAL": ("LBK", 1077, 2025, "lov om arbejdsløshedsforsikring m.v."),
    "LOB": ("LBK", 254, 2024, "lov om organisering og understøttelse af beskæftigelsesindsatsen"),
    "FVL": ("LBK", 433, 2014, "forvaltningsloven"),
    "RSL": ("LBK", 354, 2025, "lov om retssikkerhed og administration på det sociale område"),
    "INL": ("LBK", 1146, 2020, "integrationsloven"),
}
_BY_DOCUMENT = {(kind, number, year): short
                for short, (kind, number, year, _name) in ABBREVIATIONS.items()}  # fmt: skip
KINDS = ("LOV", "LBK", "BEK", "VEJ", "CIR")
_LONG = {"lov": "LOV", "lovbekendtgørelse": "LBK", "bekendtgørelse": "BEK", "vejledning": "VEJ"}
_MOST_NUMBER, _FIRST_YEAR, _LAST_YEAR = 99_999, 1849, 2199
_DOCUMENT = (
    r"(?:(?P<short>[A-ZÆØÅ]{3})"
    r"|(?P<kind>LOV|LBK|BEK|VEJ|CIR)\s*(?:nr\.?\s*)?(?P<number>\d{1,5})\s*/\s*(?P<year>\d{4})"
    r"|(?P<long>lovbekendtgørelse|bekendtgørelse|vejledning|lov)\s+nr\.?\s*(?P<long_number>\d{1,5})"
    r"\s+af\s+\d{1,2}\.\s*[a-zæøå]+\s+(?P<long_year>\d{4}))"
)
_PLACE = (
    r"(?:\s*,?\s*§\s*(?P<section>\d{1,4}(?:\s?[a-zæøå])?)"
    r"(?:\s*,?\s*stk\.?\s*(?P<clause>\d{1,3}))?"
    r"(?:\s*,?\s*nr\.?\s*(?P<item>\d{1,3}))?"
    r"(?:\s*,?\s*(?P<sentence>\d{1,2})\.\s*pkt\.?)?)?"
)
_REFERENCE = re.compile(rf"\s*{_DOCUMENT}{_PLACE}\s*\.?\s*", re.IGNORECASE)
_SLUG = re.compile(r"(LOV|LBK|BEK|VEJ|CIR)-(\d{1,5})-(\d{4})")


class UnknownReference(Exception):  # noqa: N818 - it reads as what it is
    """What stands there is no reference to law that can be read; `text` is it."""

    def __init__(self, text: str) -> None:
        """Keep the text, cut, and say it."""
        self.text = text[:80]
        super().__init__(f"{self.text!r} is no reference such as 'LAB § 31, stk. 4'")


@dataclass(frozen=True, slots=True, order=True)
class DocumentNumber:
    """An act or order by its official number: LBK nr. 280 of 2024."""

    kind: str
    number: int
    year: int

    @property
    def slug(self) -> str:
        """Return the number as a part of an address: LBK-280-2024."""
        return f"{self.kind}-{self.number}-{self.year}"

    @property
    def official(self) -> str:
        """Return the address of the act in the official collection (ELI)."""
        return f"https://www.retsinformation.dk/eli/lta/{self.year}/{self.number}"

    @property
    def short(self) -> str:
        """Return how it is cited: LAB, else BEK 46/2026."""
        known = _BY_DOCUMENT.get((self.kind, self.number, self.year))
        return known or f"{self.kind} {self.number}/{self.year}"


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in an act: paragraph ("35 a"; empty is the whole act), clause, item and sentence."""

    document: DocumentNumber
    section: str = ""
    clause: int | None = None
    item: int | None = None
    sentence: int | None = None

    @property
    def whole(self) -> "Reference":
        """Return the whole paragraph that the place is in."""
        return Reference(self.document, self.section)


def parse(text: str) -> Reference:
    """Return the place that a reference names; raises UnknownReference when it cannot be read."""
    found = _REFERENCE.fullmatch(" ".join(text.split())) if len(text) <= 200 else None  # noqa: PLR2004
    document = _document(found) if found else None
    if found is None or document is None:
        raise UnknownReference(text)
    return Reference(
        document=document,
        section=spaced(found["section"] or ""),
        clause=_whole(found["clause"]),
        item=_whole(found["item"]),
        sentence=_whole(found["sentence"]),
    )


def label(reference: Reference) -> str:
    """Return a reference as it is printed: "LAB § 31, stk. 4, nr. 2"."""
    words = reference.document.short
    if reference.section:
        words += f" § {reference.section}"
    if reference.clause is not None:
        words += f", stk. {reference.clause}"
    if reference.item is not None:
        words += f", nr. {reference.item}"
    if reference.sentence is not None:
        words += f", {reference.sentence}. pkt."
    return words


def document_of(slug: str) -> DocumentNumber | None:
    """Return the act of a part of an address; None when it names none."""
    found = _SLUG.fullmatch(slug)
    return DocumentNumber(found[1], int(found[2]), int(found[3])) if found else None


def spaced(section: str) -> str:
    """Return a paragraph's number as it is printed: "35a" → "35 a"."""
    return re.sub(r"^(\d+)\s?([a-zæøå])$", r"\1 \2", section.strip().lower())


def packed(section: str) -> str:
    """Return a paragraph's number as addresses and rows keep it: "35 a" → "35a"."""
    return re.sub(r"\s", "", section).lower()


def _whole(text: str | None) -> int | None:
    return int(text) if text else None


def _document(found: re.Match[str]) -> DocumentNumber | None:
    if short := found["short"]:
        known = ABBREVIATIONS.get(short.upper())
        return DocumentNumber(*known[:3]) if known else None
    if long := found["long"]:
        kind, number, year = _LONG[long.lower()], found["long_number"], found["long_year"]
    else:
        kind, number, year = found["kind"].upper(), found["number"], found["year"]
    if not 0 < int(number) <= _MOST_NUMBER or not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
        return None
    return DocumentNumber(kind, int(number), int(year))
