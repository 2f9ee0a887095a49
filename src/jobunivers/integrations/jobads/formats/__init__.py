# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The formats that can be read, one module each; the order is that in which they are guessed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from jobunivers.integrations.jobads.formats import columns, hropen, jobnet, jobposting, nav
from jobunivers.integrations.jobads.options import ReadOptions
from jobunivers.integrations.jobads.records import Outcome
from jobunivers.integrations.jobads.source import ByteSource


@dataclass(frozen=True, slots=True)
class Format:
    """How a format is recognised by the beginning of its text, and read."""

    name: str
    label: str  # English, for people
    fits: Callable[[str], bool]
    read: Callable[[ByteSource, ReadOptions], Iterator[Outcome]]


_ALL = (
    Format(hropen.FORMAT, "EURES / HR-Open PositionOpening (XML)", hropen.fits, hropen.read),
    Format(jobnet.FORMAT, "Jobnet (JSON)", jobnet.fits, jobnet.read),
    Format(nav.FORMAT, "NAV job feed (JSON)", nav.fits, nav.read),
    Format(jobposting.FORMAT, "schema.org JobPosting (JSON-LD)", jobposting.fits, jobposting.read),
    Format(columns.JSONL, "JSON with a column map", columns.fits_json, columns.read_json),
    Format(columns.CSV, "CSV with a column map", columns.fits_csv, columns.read_csv),
)
FORMATS: Mapping[str, Format] = {one.name: one for one in _ALL}
