# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of columns, as JSON lines or CSV, read through a map from our fields to their columns."""

import csv
import io
from collections.abc import Iterator, Mapping

from jobunivers.integrations.jobads.building import Members, bad, broken, checked, json_outcome
from jobunivers.integrations.jobads.formats.csv_rows import CsvRow, csv_rows, dialect_of
from jobunivers.integrations.jobads.formats.shapes import json_frames
from jobunivers.integrations.jobads.framing import lines
from jobunivers.integrations.jobads.options import ReadOptions
from jobunivers.integrations.jobads.records import Outcome, VacancyRecord
from jobunivers.integrations.jobads.source import ByteSource
from jobunivers.integrations.jobads.values import dates, numbers, text, words
from jobunivers.integrations.jobads.values.notes import Notes

JSONL, CSV = "jsonl", "csv"
_ENVELOPES = frozenset([b"ads", b"jobs", b"items", b"results", b"data", b"vacancies"])

# What columns are usually called, in lower case without "_" and spaces; the first found wins.
USUAL = {
    "source_id": "id adid sourceid uuid jobid annonceid reference",
    "title": "title titel jobtitle stilling overskrift headline",
    "description": "description text beskrivelse tekst body adtext",
    "language": "language lang sprog",
    "employer_name": "employer employername company companyname virksomhed arbejdsgiver",
    "employer_cvr": "cvr employercvr cvrnummer cvrnr",
    "employer_url": "employerurl companyurl website hjemmeside",
    "street": "street address adresse vej",
    "postal_code": "postalcode postcode zip postnr postnummer",
    "city": "city by town postdistrikt",
    "municipality": "municipality kommune",
    "region": "region",
    "country": "country land",
    "latitude": "latitude lat breddegrad",
    "longitude": "longitude lon lng long længdegrad",
    "employment_types": "employmenttype employmenttypes employment ansættelse ansættelsesform",
    "hours": "hours weeklyhours timer timetal",
    "salary_text": "salary løn",
    "published_at": "publishedat published date dateposted dato oprettet created",
    "expires_at": "expiresat expires validthrough udløber",
    "deadline": "deadline ansøgningsfrist applicationdeadline frist",
    "url": "url link",
    "apply_url": "applyurl applicationurl ansøgningslink",
    "occupation_text": "occupation stillingsbetegnelse",
    "positions": "positions antal positioncount",
}
FIELDS = frozenset(USUAL)


def fits_json(head: str) -> bool:
    """Say whether the beginning of a source is JSON at all."""
    return head.lstrip().startswith(("{", "["))


def fits_csv(head: str) -> bool:
    """Say whether the first line names a column that is usually a title."""
    first = head.lstrip().partition("\n")[0]
    if first.startswith(("{", "[", "<")):
        return False
    try:
        row = next(csv.reader([first], dialect_of(first)), [])
    except csv.Error:
        return False
    return len(row) > 1 and "title" in usual_columns(row)


def usual_columns(header: list[str]) -> dict[str, str]:
    """Return our field → column for a header, by what columns are usually called."""
    known = {_plain(column): column for column in reversed(header)}
    found = {}
    for name, candidates in USUAL.items():
        for candidate in candidates.split():
            if candidate in known:
                found[name] = known[candidate]
                break
    return found


def _plain(column: str) -> str:
    return column.strip().lower().replace("_", "").replace(" ", "").replace("-", "")


def _check_map(columns: Mapping[str, str]) -> None:
    unknown = sorted(set(columns) - FIELDS)
    if unknown:
        raise ValueError(f"Unknown fields in the column map: {', '.join(unknown)}")


def read_json(source: ByteSource, options: ReadOptions) -> Iterator[Outcome]:
    """Yield the advertisements of JSON objects with one value for each column."""
    _check_map(options.columns)
    envelopes = frozenset() if is_single(source) else _ENVELOPES
    for frame in json_frames(source, options.max_record_bytes, envelopes):
        yield json_outcome(frame, options, to_record)


def is_single(source: ByteSource) -> bool:
    """Say whether the source is an object that has a title itself, and so is no envelope."""
    start = source.head.lstrip()[:300]
    return start.startswith(b"{") and b'"title"' in start.partition(b"[")[0]


def to_record(
    row: Members, original: str, notes: Notes, options: ReadOptions
) -> VacancyRecord | str:
    """Return the record of one row, by the options' columns or the usual ones."""
    columns = options.columns or usual_columns([key for key in row if isinstance(key, str)])
    return _record(row, columns, original, notes, options)


def _record(
    row: Mapping[str, object],
    columns: Mapping[str, str],
    original: str,
    notes: Notes,
    options: ReadOptions,
) -> VacancyRecord:
    def cell(name: str) -> object:
        return row.get(columns.get(name, ""))

    def line(name: str, limit: int = text.LINE_LIMIT) -> str:
        return text.line(cell(name), notes, limit)

    latitude, longitude = numbers.point(cell("latitude"), cell("longitude"), notes)
    low, high = numbers.weekly_hours(cell("hours"), notes)
    description = text.body(cell("description"), notes, options.max_description)
    if not description and "description" in columns:
        notes.add("no_description")
    return VacancyRecord(
        source_id=line("source_id"),
        title=line("title"),
        description=description,
        original=original,
        language=words.language(cell("language")),
        employer_name=line("employer_name"),
        employer_cvr=numbers.cvr(cell("employer_cvr"), notes),
        employer_url=text.web_address(cell("employer_url"), notes),
        street=line("street"),
        postal_code=line("postal_code", 20),
        city=line("city"),
        municipality=line("municipality"),
        region=line("region"),
        country=words.country(cell("country"), notes),
        latitude=latitude,
        longitude=longitude,
        employment_types=words.employment_types(cell("employment_types"), notes),
        hours_min=low,
        hours_max=high,
        salary_text=numbers.salary(cell("salary_text"), notes),
        published_at=dates.moment(cell("published_at"), "published_at", notes, options.zone),
        expires_at=dates.moment(
            cell("expires_at"), "expires_at", notes, options.zone, end_of_day=True
        ),
        deadline=dates.day(cell("deadline"), "deadline", notes, options.zone),
        url=text.web_address(cell("url"), notes),
        apply_url=text.web_address(cell("apply_url"), notes),
        occupation_text=line("occupation_text"),
        positions=numbers.positions(cell("positions"), notes),
    )


def read_csv(source: ByteSource, options: ReadOptions) -> Iterator[Outcome]:
    """Yield the advertisements of a CSV file with a header; comma, semicolon, tab or bar."""
    _check_map(options.columns)
    header: list[str] = []
    columns: dict[str, str] = {}
    for row in csv_rows(lines(source, options.max_record_bytes, blank=True), source.head, options):
        if row.frame is not None:
            yield broken(row.frame, options)
        elif row.reason:
            yield bad(row.position, row.reason, row.text)
        elif not header:
            header = [cell.strip() for cell in row.cells]
            columns = dict(options.columns) or usual_columns(header)
            if columns.get("title") not in header:
                yield bad(row.position, "no_title_column", row.text)
                return
        else:
            yield _csv_outcome(row, header, columns, options)


def _csv_outcome(
    row: CsvRow, header: list[str], columns: dict[str, str], options: ReadOptions
) -> Outcome:
    if len(row.cells) > len(header) and any(cell.strip() for cell in row.cells[len(header) :]):
        return bad(row.position, "row_too_long", row.text)
    notes = Notes(row.warnings)
    if len(row.cells) < len(header):
        if row.last:
            return bad(row.position, "truncated", row.text)
        notes.add("row_short")
    cells = dict(zip(header, row.cells, strict=False))
    record = _record(cells, columns, row.text, notes, options)
    return checked(record, row.position, notes, options)


def as_csv(header: list[str], rows: list[list[str]]) -> str:
    """Return rows as CSV text, for fakes and tests."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()
