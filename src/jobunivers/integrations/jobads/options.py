# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a source is to be read: limits, time zone, column maps."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
ORIGINAL_LIMIT = 200_000  # characters of a bad record that are kept (the contract of BadRecord)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """Choices for reading one source; the defaults fit a Danish source."""

    # A real advertisement is under 40 kB; one with a 2 MB description written in JSON's \u escapes
    # is 12 MB, and should still be read.
    max_record_bytes: int = 16 * 1024 * 1024
    # Nobody reads more than this; what is over is cut, with the warning "description_cut".
    max_description: int = 200_000
    zone: ZoneInfo = COPENHAGEN  # for times that do not say their own
    encoding: str = ""  # what the bytes are, if they are not UTF-8; "" = UTF-8, else cp1252
    columns: Mapping[str, str] = field(default_factory=dict)
    """VacancyRecord field → column, for "jsonl" and "csv"; empty means the usual names."""
    source_id_prefix: str = ""  # put before every id, when two files share one number series
    country: str = ""  # ISO 3166-1 alpha-2, when the source never says
    language: str = ""  # ISO 639-1, when the source never says
    page_url: str = ""  # where an HTML page was found: the advertisement's url when it has none
    known_ids: int = 50_000  # how many ids back a repeated id is noticed ("duplicate_id")
