# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every format does last: check a record against itself, or say why it is none."""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import replace

import orjson

from jobunivers.integrations.jobads.framing import Frame
from jobunivers.integrations.jobads.options import ORIGINAL_LIMIT, ReadOptions
from jobunivers.integrations.jobads.records import BadRecord, Outcome, VacancyRecord
from jobunivers.integrations.jobads.values.notes import Notes
from jobunivers.integrations.jobads.values.text import decode

Members = dict[str, object]
ToOutcome = Callable[[Members, str, Notes, ReadOptions], VacancyRecord | str]
"""(JSON object, its text, notes, options) → a record, or the reason why it is none."""

_DETAILS = {
    "no_title": "The record has no title, so nobody could tell what the job is.",
    "not_json": "The record is not JSON.",
    "not_xml": "The record is not well-formed XML.",
    "not_an_object": "The record is a bare value where an object with fields was expected.",
    "not_a_job_posting": "The object says that it is something else than a job advertisement.",
    "no_job_posting": "The page carries structured data, but no job advertisement.",
    "too_large": "The record is larger than the limit for one advertisement.",
    "truncated": "The source ends in the middle; what stood before the break has been read.",
    "gz_damaged": "The packed file is damaged; what stood before the damage has been read.",
    "xml_forbidden": "The XML declares a document type or entities, which is refused.",
    "empty": "The source holds nothing.",
    "archive": "This kind of archive is not read; unpack it, or pack it with gzip.",
    "unknown_format": "The format of the source could not be recognised.",
    "row_too_long": "The row has more cells than the header; is a cell not quoted?",
    "unclosed_quote": "A quotation mark in this row is never closed.",
    "no_title_column": "No column of the header is mapped to the title.",
    "unreadable": "The record is of a shape that could not be read.",
}


def bad(
    position: int, reason: str, original: str, *, detail: str = "", source_id: str = ""
) -> BadRecord:
    """Return a record set aside, with the sentence that belongs to its reason."""
    # Lone surrogates would make the text impossible to store.
    text = original[:ORIGINAL_LIMIT].encode("utf-8", "replace").decode().replace("\0", "�")
    return BadRecord(
        position=position,
        reason=reason,
        detail=detail or _DETAILS.get(reason, ""),
        original=text,
        source_id=source_id[:500],
    )


def frame_text(frame: Frame, options: ReadOptions, declared: str = "") -> tuple[str, Notes]:
    """Return a frame's bytes as text and the notes that the decoding gave."""
    text, warnings = decode(frame.raw, options.encoding or declared)
    return text, Notes(warnings)


def broken(frame: Frame, options: ReadOptions) -> BadRecord:
    """Return a frame that could not even be delimited as a record set aside."""
    return bad(frame.position, frame.reason, frame_text(frame, options)[0])


def parse_json(text: str) -> object:
    """Return the value of a JSON text; raises ValueError (also for depth) if it is none.

    What the strict parser refuses and people do write – raw line breaks and half surrogates in
    strings, NaN – goes through the lenient one.
    """
    try:
        return orjson.loads(text)
    except (ValueError, UnicodeError):
        pass
    try:
        return json.loads(text, strict=False)
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def json_outcome(frame: Frame, options: ReadOptions, make: ToOutcome) -> Outcome:
    """Return what a frame of JSON gives in the hands of a format's `make`."""
    if frame.reason:
        return broken(frame, options)
    text, notes = frame_text(frame, options)
    text = text.strip().strip("\x1e").rstrip(",;")
    try:
        value = parse_json(text)
    except ValueError as error:
        cut = frame.last and text.startswith(("{", "[")) and not text.endswith(("}", "]"))
        return bad(
            frame.position,
            "truncated" if cut else "not_json",
            text,
            detail="" if cut else f"The record is not JSON (line {_where(error)}).",
        )
    if not isinstance(value, dict):
        return bad(frame.position, "not_an_object", text)
    return object_outcome(value, frame.position, text, notes=notes, options=options, make=make)


def _where(error: ValueError) -> str:
    # The parser's message can quote the text, which may be personal; its place cannot.
    if isinstance(error, json.JSONDecodeError):
        return f"{error.lineno}, column {error.colno}"
    return "unknown"


def object_outcome(
    value: Members,
    position: int,
    text: str,
    *,
    notes: Notes,
    options: ReadOptions,
    make: ToOutcome,
) -> Outcome:
    """Return the record that a parsed object gives, or the record set aside."""
    try:
        made = make(value, text, notes, options)
    except RecursionError:
        return bad(position, "unreadable", text)
    if isinstance(made, str):
        return bad(position, made, text)
    return checked(made, position, notes, options)


def checked(record: VacancyRecord, position: int, notes: Notes, options: ReadOptions) -> Outcome:
    """Return the record with id, defaults and warnings filled in; a record without title is bad."""
    if not record.title and not record.closed:
        return bad(position, "no_title", record.original, source_id=record.source_id)
    published = record.published_at
    if published and record.expires_at and record.expires_at < published:
        # One of them is wrong. An ad that should be gone does more harm than an unknown start.
        notes.add("expires_before_published")
        published = None
    if published and record.deadline and record.deadline < published.date():
        notes.add("deadline_before_published")
    source_id = record.source_id
    if not source_id:
        notes.add("id_derived")
        source_id = _derived_id(record)
    return replace(
        record,
        source_id=options.source_id_prefix + source_id,
        published_at=published,
        country=record.country or options.country,
        language=record.language or options.language,
        original=_storable(record.original),
        warnings=notes.codes(),
    )


def _storable(text: str) -> str:
    if "\0" in text:
        text = text.replace("\0", "�")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode()
    return text


def _derived_id(record: VacancyRecord) -> str:
    """Return an id that the same advertisement gets again when it is read again."""
    parts = (record.title, record.employer_name, record.postal_code, record.city,
             record.description, str(record.deadline or ""))  # fmt: skip
    return "hash:" + hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:32]


def noticing_repeats(outcomes: Iterator[Outcome], remembered: int) -> Iterator[Outcome]:
    """Yield the outcomes, with "duplicate_id" on a record whose id stood shortly before.

    "Shortly" is the last `remembered` records, as a set of all ids of a giant file would not fit.
    Nothing is dropped: the last one wins when they are stored under their id.
    """
    recent: dict[int, None] = {}
    for outcome in outcomes:
        if isinstance(outcome, VacancyRecord):
            key = hash(outcome.source_id)
            if key in recent:
                yield replace(outcome, warnings=(*outcome.warnings, "duplicate_id"))
                continue
            recent[key] = None
            if len(recent) > remembered:
                del recent[next(iter(recent))]
        yield outcome
