# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""schema.org JobPosting as JSON-LD: one object, a list, @graph, JSON lines, or HTML pages."""

import html
import re
from collections.abc import Iterator

import orjson

from jobunivers.integrations.jobads.building import (
    Members,
    bad,
    broken,
    frame_text,
    json_outcome,
    object_outcome,
    parse_json,
)
from jobunivers.integrations.jobads.formats.shapes import json_frames
from jobunivers.integrations.jobads.framing import Frame, html_scripts
from jobunivers.integrations.jobads.options import ReadOptions
from jobunivers.integrations.jobads.records import BadRecord, OccupationCode, Outcome, VacancyRecord
from jobunivers.integrations.jobads.source import ByteSource
from jobunivers.integrations.jobads.values import dates, numbers, text, words
from jobunivers.integrations.jobads.values.notes import Notes

FORMAT = "jobposting"
_ENVELOPES = frozenset([b"@graph", b"itemListElement"])
_ESCO = "http://data.europa.eu/esco/"
_ISCO = re.compile(r"^(?:C|OC)?(\d{4})(?:\b|$)")
_CODE_AND_LABEL = re.compile(r"^(\d{2}-\d{4}(?:\.\d{2})?)[\s:–-]+(\S.*)$")  # O*NET, as Google asks
_COMMENTS = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$")
_HOLDERS = ("mainEntityOfPage", "mainEntity", "item", "itemListElement", "@graph")


def fits(head: str) -> bool:
    """Say whether the beginning of a source looks like JobPosting."""
    lowered = head.lower()
    if lowered.lstrip().startswith("<"):
        return "application/ld+json" in lowered or "<html" in lowered
    return "jobposting" in lowered and '"@type"' in lowered


def read(source: ByteSource, options: ReadOptions) -> Iterator[Outcome]:
    """Yield the advertisements of JSON-LD in any of its packagings."""
    if source.head.lstrip().startswith(b"<"):
        yield from _pages(source, options)
        return
    for frame in json_frames(source, options.max_record_bytes, _ENVELOPES):
        yield from _expanded(frame, options)


def _expanded(frame: Frame, options: ReadOptions) -> Iterator[Outcome]:
    """Yield what one JSON value gives: one posting, or those of a list or graph in it."""
    first = frame.raw.lstrip()[:1]
    if frame.reason or (first != b"[" and not _ENVELOPE_KEYS.search(frame.raw)):
        outcome = json_outcome(frame, options, to_record)
        other = isinstance(outcome, BadRecord) and outcome.reason == "not_a_job_posting"
        if not (other and frame.nested):  # a graph also holds the employer, the page, the crumbs
            yield outcome
        return
    content, notes = frame_text(frame, options)
    try:
        postings = list(_postings(parse_json(content)))
    except (ValueError, RecursionError):
        postings = []
    if not postings:
        yield json_outcome(frame, options, to_record)
    for posting in postings:
        original = orjson.dumps(posting, default=str).decode() if len(postings) > 1 else content
        again = Notes(notes.codes())
        yield object_outcome(
            posting, frame.position, original, notes=again, options=options, make=to_record
        )


_ENVELOPE_KEYS = re.compile(rb'"(?:@graph|itemListElement|mainEntity(?:OfPage)?|item)"\s*:')


def _pages(source: ByteSource, options: ReadOptions) -> Iterator[Outcome]:
    scripts = found = 0
    for frame in html_scripts(source, options.max_record_bytes):
        scripts += 1
        if frame.reason:
            found += 1
            yield broken(frame, options)
            continue
        content, notes = frame_text(frame, options)
        value = _script_value(content)
        if value is None:
            if b"JobPosting" in frame.raw:
                found += 1
                yield bad(frame.position, "not_json", content)
            continue
        for posting in _postings(value):
            found += 1
            original = orjson.dumps(posting, default=str).decode()
            again = Notes(notes.codes())
            yield object_outcome(
                posting, found, original, notes=again, options=options, make=to_record
            )
    if not found:
        yield bad(1, "no_job_posting" if scripts else "unknown_format", _start(source))


def _start(source: ByteSource) -> str:
    return text.decode(source.head[:2_000])[0]


def _script_value(content: str) -> object:
    """Return the JSON of a script element, mended as browsers' tools do it, or None."""
    bare = _COMMENTS.sub("", _COMMENTS.sub("", content)).strip().rstrip(";")
    for attempt in (bare, html.unescape(bare)):
        try:
            return parse_json(attempt)
        except ValueError:
            continue
    return None


def _postings(value: object) -> Iterator[Members]:
    """Yield the JobPosting objects within a JSON-LD value, in their order."""
    stack = [value]
    while stack:
        node = stack.pop()
        if isinstance(node, list):
            stack.extend(reversed(node))
        elif isinstance(node, dict):
            if _is_posting(node):
                yield node
            else:
                stack.extend(
                    node[key] for key in _HOLDERS if isinstance(node.get(key), list | dict)
                )


def _is_posting(node: Members) -> bool:
    kinds = node.get("@type", node.get("type"))
    return any(
        isinstance(kind, str) and kind.rsplit("/", 1)[-1].rsplit(":", 1)[-1] == "JobPosting"
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def to_record(
    node: Members, original: str, notes: Notes, options: ReadOptions
) -> VacancyRecord | str:
    """Return the record of one JobPosting object."""
    if not _is_posting(node) and ("@type" in node or "title" not in node):
        return "not_a_job_posting"
    employer = _object(node.get("hiringOrganization"))
    place = _place(node, notes)
    address = _object(place.get("address"))
    geo = _object(place.get("geo"))
    latitude, longitude = numbers.point(geo.get("latitude"), geo.get("longitude"), notes)
    low, high = numbers.weekly_hours(node.get("workHours"), notes)
    url = text.web_address(node.get("url") or node.get("@id"), _quiet(notes, node.get("url")))
    description = text.body(_described(node), notes, options.max_description)
    if not description:
        notes.add("no_description")
    country = address.get("addressCountry")
    return VacancyRecord(
        source_id=_identifier(node, notes) or url,
        title=text.line(node.get("title") or node.get("name"), notes),
        description=description,
        original=original,
        language=words.language(node.get("inLanguage")),
        employer_name=text.line(employer.get("name") or employer.get("legalName"), notes),
        employer_cvr=_cvr(employer),
        employer_url=text.web_address(employer.get("sameAs") or employer.get("url"), notes),
        street=text.line(address.get("streetAddress"), notes),
        postal_code=text.line(address.get("postalCode"), notes, 20),
        city=text.line(address.get("addressLocality"), notes),
        region=text.line(address.get("addressRegion"), notes),
        country=words.country(country, notes),
        latitude=latitude,
        longitude=longitude,
        remote_share=_remote(node),
        employment_types=words.employment_types(node.get("employmentType"), notes),
        hours_min=low,
        hours_max=high,
        salary_text=numbers.salary(
            node.get("baseSalary") or node.get("estimatedSalary"),
            notes,
            text.as_text(node.get("salaryCurrency"))[:3],
        ),
        published_at=dates.moment(node.get("datePosted"), "published_at", notes, options.zone),
        expires_at=dates.moment(
            node.get("validThrough"), "expires_at", notes, options.zone, end_of_day=True
        ),
        deadline=dates.day(node.get("applicationDeadline"), "deadline", notes, options.zone),
        url=url or options.page_url,
        occupations=tuple(_occupations(node.get("occupationalCategory"), notes)),
        occupation_text=_occupation_text(node, notes),
        positions=numbers.positions(node.get("totalJobOpenings"), notes),
    )


def _quiet(notes: Notes, url: object) -> Notes:
    # An @id need not be an address, so one that is none is nothing odd.
    return notes if url else Notes()


def _object(value: object) -> Members:
    """Return an object, the first of a list, or a bare name as an object with that name."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        return value
    return {"name": value} if isinstance(value, str) else {}


def _place(node: Members, notes: Notes) -> Members:
    places = node.get("jobLocation")
    if isinstance(places, list) and len(places) > 1:
        notes.add("several_places")
    place = _object(places)
    address = place.get("address", place.get("name"))
    if isinstance(address, list):
        address = address[0] if address else None
    if isinstance(address, str):
        place = {**place, "address": {"addressLocality": address}}
    elif "addressLocality" in place or "postalCode" in place:
        place = {**place, "address": place}  # the address without the Place around it
    return place


def _identifier(node: Members, notes: Notes) -> str:
    identifier = node.get("identifier")
    if isinstance(identifier, list):
        identifier = identifier[0] if identifier else None
    if isinstance(identifier, dict):
        identifier = identifier.get("value") or identifier.get("@id") or identifier.get("name")
    return text.line(identifier, notes)


def _described(node: Members) -> object:
    if text.as_text(node.get("description")).strip():
        return node["description"]
    parts = (text.as_text(node.get(key)).strip() for key in ("responsibilities", "qualifications"))
    return "\n\n".join(part for part in parts if part)


def _cvr(employer: Members) -> str:
    for key in ("taxID", "vatID", "identifier"):
        value = employer.get(key)
        if isinstance(value, dict):
            value = value.get("value")
        found = numbers.cvr(value, Notes())  # other countries' numbers are no error
        if found:
            return found
    return ""


def _remote(node: Members) -> float | None:
    kinds = node.get("jobLocationType")
    values = kinds if isinstance(kinds, list) else [kinds]
    return 1.0 if any("TELECOMMUTE" in text.as_text(kind).upper() for kind in values) else None


def _occupations(value: object, notes: Notes) -> Iterator[OccupationCode]:
    for one in (value if isinstance(value, list) else [value])[:20]:
        if isinstance(one, dict):
            code = text.line(one.get("codeValue") or one.get("@id") or one.get("url"), notes)
            label = text.line(one.get("name"), notes)
            scheme = text.as_text(one.get("inCodeSet")).lower()
        else:
            code, label, scheme = text.line(one, notes), "", ""
        if code.startswith(_ESCO):
            yield OccupationCode("isco08" if "/isco/" in code else "esco", code, label)
        elif ("isco" in scheme or not scheme) and (match := _ISCO.match(code)):
            yield OccupationCode("isco08", match[1], label or code[match.end() :].strip(" -:"))
        elif match := _CODE_AND_LABEL.match(code):
            yield OccupationCode("onet", match[1], match[2])


def _occupation_text(node: Members, notes: Notes) -> str:
    relevant = node.get("relevantOccupation")
    said = text.line(relevant, notes) if relevant else ""
    category = node.get("occupationalCategory")
    return said or text.line(
        category[0] if isinstance(category, list) and category else category, notes
    )
