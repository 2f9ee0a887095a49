# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""EURES and HR-XML/HR-Open PositionOpening as XML: one document or a giant file of many."""

import html
import re
from collections.abc import Iterator
from functools import cache
from html.entities import html5

from lxml import etree

from jobunivers.integrations.jobads.building import bad, broken, checked, frame_text
from jobunivers.integrations.jobads.framing import Frame, xml_elements
from jobunivers.integrations.jobads.options import ReadOptions
from jobunivers.integrations.jobads.records import OccupationCode, Outcome, VacancyRecord
from jobunivers.integrations.jobads.source import ByteSource
from jobunivers.integrations.jobads.values import dates, numbers, text, words
from jobunivers.integrations.jobads.values.notes import Notes

FORMAT = "hropen"
_ELEMENT = b"PositionOpening"
_DECLARED = re.compile(rb"""<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w.:-]{1,40})["']""")
_NO_XML_CHARS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-fA-F]{1,6});)(\w{1,30};)?")
_ADDRESS = re.compile(r"""https?://[^\s"'<>]+""")
_OPEN_STATUS = {"", "active", "open", "published", "new", "updated"}


def fits(head: str) -> bool:
    """Say whether the beginning of a source looks like PositionOpening."""
    return head.lstrip().startswith("<") and "PositionOpening" in head


def read(source: ByteSource, options: ReadOptions) -> Iterator[Outcome]:
    """Yield the advertisements of PositionOpening elements, wherever in the XML they stand."""
    match = _DECLARED.search(source.head[:1_000])
    declared = match[1].decode() if match else ""
    nothing = True
    for frame, namespaces in xml_elements(source, options.max_record_bytes, _ELEMENT):
        nothing = False
        yield _outcome(frame, namespaces.decode("ascii", "ignore"), declared, options)
    if nothing:
        head = text.decode(source.head[:2_000])[0]
        yield bad(1, "unknown_format", head, detail="The XML holds no PositionOpening.")


def _outcome(frame: Frame, namespaces: str, declared: str, options: ReadOptions) -> Outcome:
    if frame.reason:
        return broken(frame, options)
    original, notes = frame_text(frame, options, declared)
    element = _parsed(original, namespaces, notes)
    if element is None:
        return bad(frame.position, "not_xml", original)
    return checked(to_record(element, original, notes, options), frame.position, notes, options)


def _parsed(original: str, namespaces: str, notes: Notes) -> "etree._Element | None":
    """Return the element, if need be after mending characters and entities XML does not know."""
    content = _NO_XML_CHARS.sub("", original)
    if content != original:
        notes.add("control_characters")
    for attempt in (content, _ENTITY.sub(_known_entity, content)):
        # No entities, no network, no DTD: the text around this element never gets here.
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, recover=False
        )
        try:
            outer = etree.fromstring(f"<ads {namespaces}>{attempt}</ads>".encode(), parser)
        except (etree.XMLSyntaxError, ValueError):
            continue
        if attempt != content:
            notes.add("entity_mended")
        return outer[0] if len(outer) else None
    return None


def _known_entity(match: re.Match[str]) -> str:
    name = match[1]
    if name and name in html5:
        return html.escape(html5[name])
    return "&amp;" + (name or "")


@cache
def _any_namespace(path: str) -> str:
    return ".//" + re.sub(r"(?<![^/])(?=\w)", "{*}", path)


def to_record(
    element: "etree._Element", original: str, notes: Notes, options: ReadOptions
) -> VacancyRecord:
    """Return the record of one PositionOpening element."""

    def said(*paths: str) -> str:
        for path in paths:
            found = element.findtext(_any_namespace(path))
            if found and found.strip():
                return str(found)
        return ""

    profile = element.find(".//{*}PositionProfile")
    country = words.country(said("PositionLocation//CountryCode", "CountryCode"), notes)
    legal_id = said("OrganizationLegalID")
    latitude, longitude = numbers.point(said("Latitude"), said("Longitude"), notes)
    low, high = numbers.weekly_hours(said("WorkingHoursQuantity", "HoursPerWeek"), notes)
    status = said("PositionOpeningStatusCode").strip().lower()
    description = text.body(
        said("PositionFormattedDescription/Content", "JobDescription"), notes,
        options.max_description,
    )  # fmt: skip
    if not description:
        notes.add("no_description")
    closing = said("ApplicationCloseDate")
    kinds = [said("PositionScheduleTypeCode"), said("PositionOfferingTypeCode")]
    return VacancyRecord(
        source_id=text.line(said("DocumentID"), notes),
        title=text.line(said("PositionTitle"), notes),
        description=description,
        original=original,
        language=words.language(profile.get("languageCode") if profile is not None else ""),
        employer_name=text.line(said("OrganizationName"), notes),
        employer_cvr=numbers.cvr(legal_id, notes) if country in ("DK", "") else "",
        employer_url=text.web_address(said("OrganizationWebsite", "OrganizationURI"), notes),
        street=text.line(said("PositionLocation//AddressLine"), notes),
        postal_code=text.line(said("PositionLocation//PostalCode"), notes, 20),
        city=text.line(said("PositionLocation//CityName"), notes),
        region=text.line(said("PositionLocation//CountrySubDivisionCode"), notes),
        country=country,
        latitude=latitude,
        longitude=longitude,
        employment_types=words.employment_types([kind for kind in kinds if kind], notes),
        hours_min=low,
        hours_max=high,
        salary_text=_pay(element, notes),
        published_at=dates.moment(
            element.get("validFrom") or said("PostingInstruction//StartDate"),
            "published_at", notes, options.zone,
        ),
        expires_at=dates.moment(
            element.get("validTo") or closing, "expires_at", notes, options.zone, end_of_day=True
        ),
        deadline=dates.day(closing, "deadline", notes, options.zone),
        url=_address_in(said("ApplicationMethod/Instructions"), notes),
        apply_url=text.web_address(said("ApplicationMethod//URI", "InternetReference"), notes),
        occupations=tuple(_occupations(element, notes)),
        occupation_text=text.line(said("JobCategoryText"), notes),
        positions=numbers.positions(said("PositionOpenQuantity"), notes),
        closed=status not in _OPEN_STATUS,
    )  # fmt: skip


def _address_in(instructions: str, notes: Notes) -> str:
    """Return the address in "how to apply", be it a link or bare."""
    found = _ADDRESS.search(html.unescape(instructions))
    return text.web_address(found[0].rstrip(".,;)"), notes) if found else ""


def _pay(element: "etree._Element", notes: Notes) -> str:
    package = element.find(".//{*}OfferedRemunerationPackage")
    if package is None:
        package = element.find(".//{*}RemunerationPackage")
    if package is None:
        return ""
    return numbers.salary(
        " ".join(" ".join(str(part) for part in package.itertext()).split()), notes
    )


def _occupations(element: "etree._Element", notes: Notes) -> Iterator[OccupationCode]:
    for category in element.findall(".//{*}JobCategoryCode")[:20]:
        code = text.line(category.text, notes)
        scheme = (category.get("listName") or category.get("listURI") or "").lower()
        if not code:
            continue
        if "/esco/occupation" in code:
            yield OccupationCode("esco", code, category.get("name", ""))
        elif "isco" in scheme:
            yield OccupationCode("isco08", code, category.get("name", ""))
        else:
            yield OccupationCode("esco" if "esco" in scheme else scheme, code)
