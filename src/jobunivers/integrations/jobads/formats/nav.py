# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Norwegian feed's JSON: single advertisements, pages of them, feed pages, feed entries."""

import re
from collections.abc import Iterator

from jobunivers.integrations.jobads.building import Members, json_outcome
from jobunivers.integrations.jobads.formats.shapes import json_frames
from jobunivers.integrations.jobads.options import ReadOptions
from jobunivers.integrations.jobads.records import OccupationCode, Outcome, VacancyRecord
from jobunivers.integrations.jobads.source import ByteSource
from jobunivers.integrations.jobads.values import dates, numbers, text, words
from jobunivers.integrations.jobads.values.notes import Notes

FORMAT = "nav"
ENVELOPES = frozenset([b"content", b"items"])
_SIGNS = ('"businessName"', '"_feed_entry"', '"ad_content"', '"applicationdue"', '"locationList"',
          '"workLocations"', '"next_url"', '"feed_url"')  # fmt: skip
_CODE = re.compile(r"\d{4}(?:\.\d{1,3})?")


def fits(head: str) -> bool:
    """Say whether the beginning of a source looks like the Norwegian feed's."""
    return any(sign in head for sign in _SIGNS)


def read(source: ByteSource, options: ReadOptions) -> Iterator[Outcome]:
    """Yield the advertisements of a file or a page of the feed."""
    for frame in json_frames(source, options.max_record_bytes, ENVELOPES):
        yield json_outcome(frame, options, to_record)


def to_record(
    item: Members, original: str, notes: Notes, options: ReadOptions
) -> VacancyRecord | str:
    """Return the record of an advertisement, or of a feed's line about one.

    A line about one says little: which, its title, and whether it still stands. When it does and
    the advertisement itself is not there, the record carries the warning "summary_only".
    """
    entry = _object(item.get("_feed_entry"))
    content = item.get("ad_content")
    ad = content if isinstance(content, dict) else item
    if entry or ("ad_content" in item and not isinstance(content, dict)):
        return _summary(item, entry, original, notes)
    if not any(key in ad for key in ("title", "uuid", "properties", "status")):
        return "unreadable"
    return _advertisement(ad, item, original, notes, options)


def _summary(item: Members, entry: Members, original: str, notes: Notes) -> VacancyRecord:
    status = entry.get("status") or item.get("status")
    closed = text.as_text(status).upper() not in ("", "ACTIVE")
    if not closed:
        notes.add("summary_only")
    return VacancyRecord(
        source_id=text.line(entry.get("uuid") or item.get("uuid") or item.get("id"), notes),
        title=text.line(entry.get("title") or item.get("title"), notes),
        description="",
        original=original,
        employer_name=text.line(entry.get("businessName"), notes),
        municipality=text.line(entry.get("municipal"), notes),
        closed=closed,
    )


def _advertisement(
    ad: Members, item: Members, original: str, notes: Notes, options: ReadOptions
) -> VacancyRecord:
    more = _object(ad.get("properties"))
    place = _place(ad, notes)
    employer = _object(ad.get("employer"))
    closed = text.as_text(item.get("status") or ad.get("status")).upper() not in ("", "ACTIVE")
    description = text.body(
        more.get("adtext") or ad.get("description"), notes, options.max_description
    )
    if not description and not closed:
        notes.add("no_description")
    latitude, longitude = numbers.point(place.get("latitude"), place.get("longitude"), notes)
    due = more.get("applicationdue") or ad.get("applicationDue")
    extent = more.get("extent") or ad.get("extent")
    kinds = [extent, more.get("engagementtype") or ad.get("engagementtype")]
    country = words.country(place.get("country"), notes)
    municipality = place.get("municipal") or place.get("municipalCode")
    low, high = numbers.weekly_hours(more.get("workhours") or ad.get("workhours"), Notes())
    return VacancyRecord(
        source_id=text.line(ad.get("uuid") or item.get("uuid") or ad.get("id"), notes),
        title=text.line(ad.get("title"), notes),
        description=description,
        original=original,
        employer_name=text.line(
            ad.get("businessName") or employer.get("publicName") or employer.get("name")
            or more.get("employer"), notes
        ),
        employer_cvr=numbers.cvr(employer.get("orgnr"), notes) if country == "DK" else "",
        employer_url=text.web_address(
            more.get("employerhomepage") or employer.get("homepage"), notes
        ),
        street=text.line(place.get("address"), notes),
        postal_code=text.line(place.get("postalCode"), notes, 20),
        city=text.line(place.get("city"), notes),
        municipality=text.line(municipality, notes),
        region=text.line(place.get("county"), notes),
        country=country,
        latitude=latitude,
        longitude=longitude,
        remote_share=_remote(more.get("remote") or ad.get("remote")),
        employment_types=words.employment_types([kind for kind in kinds if kind], notes),
        hours_min=low,
        hours_max=high,
        published_at=dates.moment(ad.get("published"), "published_at", notes, options.zone),
        expires_at=dates.moment(
            ad.get("expires"), "expires_at", notes, options.zone, end_of_day=True
        ),
        deadline=dates.day(due, "deadline", notes, options.zone),
        url=text.web_address(
            ad.get("link") or ad.get("sourceurl") or more.get("sourceurl"), notes
        ),
        apply_url=text.web_address(more.get("applicationurl") or ad.get("applicationUrl"), notes),
        occupations=tuple(_occupations(ad, notes)),
        occupation_text=text.line(more.get("jobtitle") or ad.get("jobtitle"), notes),
        positions=numbers.positions(more.get("positioncount") or ad.get("positioncount"), notes),
        closed=closed,
    )  # fmt: skip


def _object(value: object) -> Members:
    return value if isinstance(value, dict) else {}


def _place(ad: Members, notes: Notes) -> Members:
    """Return the first place of work; the one place that counts, if there is such a field."""
    if one := _object(ad.get("location")):
        return one
    for key in ("locationList", "workLocations"):
        places = ad.get(key)
        if isinstance(places, list) and places:
            if len(places) > 1:
                notes.add("several_places")
            return _object(places[0])
    return {}


def _remote(value: object) -> float | None:
    said = text.as_text(value).lower()
    if "kun hjemme" in said or "fjernarbeid" in said:
        return 1.0
    return 0.0 if "ikke mulig" in said else None


def _occupations(ad: Members, notes: Notes) -> Iterator[OccupationCode]:
    listed = ad.get("categoryList")
    for one in (listed if isinstance(listed, list) else [])[:20]:
        category = _object(one)
        kind = text.as_text(category.get("categoryType")).lower()
        code = text.line(category.get("code"), notes)
        label = text.line(category.get("name"), notes)
        if kind.startswith("styrk") and _CODE.fullmatch(code):
            yield OccupationCode("styrk08", code, label)
        elif kind == "esco" and code:
            yield OccupationCode("esco", code, label)
        elif code or label:
            yield OccupationCode(kind, code, label)
