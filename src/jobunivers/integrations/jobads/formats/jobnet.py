# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Jobnet's own JSON: the fields of jobnet.dk's answers, as lines, a list or an answer page."""

from collections.abc import Iterator

from jobunivers.integrations.jobads.building import Members, json_outcome
from jobunivers.integrations.jobads.formats.shapes import json_frames
from jobunivers.integrations.jobads.options import ReadOptions
from jobunivers.integrations.jobads.records import OccupationCode, Outcome, VacancyRecord
from jobunivers.integrations.jobads.source import ByteSource
from jobunivers.integrations.jobads.values import dates, numbers, text, words
from jobunivers.integrations.jobads.values.notes import Notes

FORMAT = "jobnet"
_ENVELOPES = frozenset([b"JobPositionPostings", b"jobPositionPostings"])
_DETAILS = "https://job.jobnet.dk/CV/FindWork/Details/"
_OWN_WORDS = ("JobHeadline", "HiringOrgName", "WorkPlacePostalCode", "LastDateApplication")


def fits(head: str) -> bool:
    """Say whether the beginning of a source looks like Jobnet's."""
    return sum(f'"{word}"' in head for word in _OWN_WORDS) >= 2  # noqa: PLR2004 - one may be chance


def read(source: ByteSource, options: ReadOptions) -> Iterator[Outcome]:
    """Yield the advertisements of Jobnet's JSON."""
    for frame in json_frames(source, options.max_record_bytes, _ENVELOPES):
        yield json_outcome(frame, options, to_record)


def to_record(
    ad: Members, original: str, notes: Notes, options: ReadOptions
) -> VacancyRecord | str:
    """Return the record of one Jobnet advertisement."""
    source_id = text.line(ad.get("ID") or ad.get("JobID") or ad.get("Id"), notes, 100)
    latitude, longitude = numbers.point(ad.get("Latitude"), ad.get("Longitude"), notes)
    said = next(
        (ad[key] for key in ("text", "PurposeDescription", "Description", "Presentation",
                             "presentation") if text.as_text(ad.get(key)).strip()), ""
    )  # fmt: skip
    description = text.body(said, notes, options.max_description)
    if not description:
        notes.add("no_description")
    low, high = numbers.weekly_hours(ad.get("WorkHours"), notes)
    url = text.web_address(ad.get("DetailsUrl") or ad.get("Url"), notes)
    if not url and source_id.isascii() and source_id.isdigit():
        url = _DETAILS + source_id
    occupation = text.line(ad.get("Occupation"), notes)
    kinds = [part for part in (ad.get("WorkHours"), ad.get("EmploymentType")) if part]
    return VacancyRecord(
        source_id=source_id,
        title=text.line(ad.get("Title") or ad.get("JobHeadline"), notes),
        description=description,
        original=original,
        language=words.language(ad.get("lang") or ad.get("Language")),
        employer_name=text.line(ad.get("HiringOrgName") or ad.get("OrganisationName"), notes),
        employer_cvr=numbers.cvr(ad.get("HiringOrgCVR"), notes),
        street=text.line(ad.get("WorkPlaceAddress"), notes),
        postal_code=text.line(ad.get("WorkPlacePostalCode"), notes, 20),
        city=text.line(ad.get("WorkPlaceCity"), notes),
        municipality=text.line(ad.get("Municipality"), notes),
        region=text.line(ad.get("Region"), notes),
        country=words.country(ad.get("Country"), notes),
        latitude=latitude,
        longitude=longitude,
        employment_types=words.employment_types(_kinds_only(kinds, notes), notes),
        hours_min=low,
        hours_max=high,
        published_at=dates.moment(ad.get("PostingCreated"), "published_at", notes, options.zone),
        deadline=dates.day(ad.get("LastDateApplication"), "deadline", notes, options.zone),
        url=url,
        apply_url=text.web_address(ad.get("JobLogUrl") or ad.get("ApplyUrl"), notes),
        occupations=tuple(_groups(ad, notes)),
        occupation_text=occupation,
        positions=numbers.positions(ad.get("NumberOfPositions"), notes),
    )


def _kinds_only(values: list[object], notes: Notes) -> list[object]:
    """Leave out what tells hours and no kind: "37 timer" is not a kind of employment."""
    return [
        value for value in values if not any(char.isdigit() for char in text.line(value, notes))
    ]


def _groups(ad: Members, notes: Notes) -> Iterator[OccupationCode]:
    for key in ("OccupationArea", "OccupationGroup"):
        label = text.line(ad.get(key), notes)
        if label:
            yield OccupationCode("jobnet", text.line(ad.get(key + "Identifier"), notes), label)
