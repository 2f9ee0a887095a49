# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of two open course catalogues as what an offer says.

UddannelsesZoom (Uddannelses- og Forskningsministeriet): Danish education by place, with what
became of those who finished. Data for the American Dream, D4AD (New Jersey): training with hours
and price.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from jobunivers.rooms.marketplace.actions import OfferEntry
from jobunivers.rooms.marketplace.queries import Format, Level, Way

Row = Mapping[str, str | None]
_COUNTRY = "999999"  # a row that sums up the whole country
_TITLE, _SUMMARY, _ABOUT, _CONTACT = 150, 400, 4_000, 200
_MOST_HOURS = 20_000
_LEVELS = {
    "Kandidatuddannelse": Level.ADVANCED,
    "Bacheloruddannelse": Level.ADVANCED,
    "Professionsbacheloruddannelse": Level.MIDDLE,
    "Erhvervsakademiuddannelse": Level.MIDDLE,
}
ZOOM = frozenset({"artikel_id", "udbud_id", "url", "Titel", "hovedinst", "hovedinsttx"})
D4AD = frozenset({"programid", "officialname", "name", "description", "totalclockhours"})


class BadRow(Exception):  # noqa: N818 - it reads as what it is
    """A row that cannot be taken; the reason is its text."""


@dataclass(frozen=True, slots=True)
class Course:
    """A row that was understood; `text` is what its competences are read from."""

    key: str
    entry: OfferEntry
    text: str = ""


def zoom(row: Row) -> Course | None:
    """Return a row of UddannelsesZoom; None for one that sums up the country. Raises BadRow."""
    if _said(row, "hovedinst") == _COUNTRY:
        return None
    title, place = _needed(row, "Titel"), _needed(row, "hovedinsttx")
    address = _address(_needed(row, "url"))
    kommune = _said(row, "instkommune")
    if kommune and not (kommune.isdigit() and len(kommune) <= len("0999")):
        raise BadRow(f"instkommune is no number of a kommune: {kommune[:20]}")
    sort = _said(row, "displaydocclass") or _said(row, "Educational_Category")
    where = ", ".join(one for one in (place, _said(row, "instkommunetx")) if one)
    entry = OfferEntry(
        title_da=title[:_TITLE],
        summary_da=f"{sort + ' – ' if sort else ''}{where}"[:_SUMMARY],
        about_da=_outcomes(row),
        format=Format.PHYSICAL,
        way=Way.LINK,
        url=address,
        level=_LEVELS.get(sort, ""),
        categories=("uddannelse",),
        kommuner=(kommune.zfill(4),) if kommune else (),
        address=where[:200],
        licence="Uddannelses- og Forskningsministeriet, åbne data",
        written_by=place[:_TITLE],
    )
    return Course(f"zoom-{_needed(row, 'artikel_id')}-{_needed(row, 'udbud_id')}", entry)


def _outcomes(row: Row) -> str:
    """Return what became of those who finished, as far as it is known."""
    told = (
        ("ledighed_nyudd", "Ledighed blandt nyuddannede: {} %"),
        ("maanedloen_nyudd", "Månedsløn for nyuddannede: {} kr."),
        ("tidsforbrug_p50", "Tid på studiet om ugen: {} timer"),
        ("afbrud", "Går ud, før de er færdige: {} %"),
    )
    lines = [(words, _said(row, name)) for name, words in told]
    kept = [f"- {words.format(value)}" for words, value in lines if value and value[0].isdigit()]
    return "\n".join([*kept, "", "Kilde: UddannelsesZoom"] if kept else [])


def d4ad(row: Row) -> Course:
    """Return a row of D4AD. Raises BadRow."""
    title, school = _needed(row, "officialname"), _needed(row, "name")
    about = _said(row, "description").strip('"')
    where = ", ".join(one for one in (_said(row, "city"), _said(row, "state")) if one)
    price = _said(row, "totalcost")
    entry = OfferEntry(
        title_da=title[:_TITLE],
        title_en=title[:_TITLE],
        summary_da=f"{school} – {where}"[:_SUMMARY],
        summary_en=f"{school} – {where}"[:_SUMMARY],
        about_da=about[:_ABOUT],
        about_en=about[:_ABOUT],
        format=Format.VIRTUAL if _said(row, "distancelearning") == "1" else Format.PHYSICAL,
        way=Way.CONTACT,
        contact=f"{school}, {where}"[:_CONTACT],
        address=where[:200],
        languages=("en",),
        minutes=_minutes(_said(row, "totalclockhours")),
        categories=("uddannelse",),
        price_da=f"{price} USD" if price and price != "0" else "",
        licence="MIT",
        written_by=school[:_TITLE],
    )
    return Course(f"d4ad-{_needed(row, 'programid')}", entry, f"{title}. {about}")


def _minutes(hours: str) -> int | None:
    if not hours or hours in {"0", "-99999"}:
        return None
    try:
        number = float(hours)
    except ValueError:
        raise BadRow(f"totalclockhours is no number: {hours[:20]}") from None
    if not 0 < number <= _MOST_HOURS:
        raise BadRow(f"totalclockhours is not from 0 to 20,000: {hours[:20]}")
    return round(number * 60)


def _address(text: str) -> str:
    made = text if "://" in text else f"https://{text}"
    parts = urlsplit(made)
    if parts.scheme not in {"http", "https"} or "." not in parts.netloc or " " in made:
        raise BadRow(f"url is no address: {text[:60]}")
    return made


def _said(row: Row, name: str) -> str:
    text = " ".join((row.get(name) or "").split())
    return "" if text == "Ingen data" else text


def _needed(row: Row, name: str) -> str:
    if not (text := _said(row, name)):
        raise BadRow(f"does not say {name}")
    return text
