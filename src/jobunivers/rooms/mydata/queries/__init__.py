# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for looking into Mine data."""

from jobunivers.rooms.mydata.queries.held import (
    Facts,
    GroupLine,
    Kind,
    NotHeld,
    Reader,
    change_url,
    counts,
    facts,
    group_line,
    group_of,
    holding_of,
    kind_called,
    overview,
)
from jobunivers.rooms.mydata.queries.requests import (
    office_page,
    own_requests,
    request_page,
    waiting,
)
from jobunivers.rooms.mydata.queries.rows import Row, has_open_key, page_of_rows, row_or_none
from jobunivers.rooms.mydata.queries.search import SearchPage, search
from jobunivers.rooms.mydata.queries.taking import downloads

__all__ = [
    "Facts",
    "GroupLine",
    "Kind",
    "NotHeld",
    "Reader",
    "Row",
    "SearchPage",
    "change_url",
    "counts",
    "downloads",
    "facts",
    "group_line",
    "group_of",
    "has_open_key",
    "holding_of",
    "kind_called",
    "office_page",
    "overview",
    "own_requests",
    "page_of_rows",
    "request_page",
    "row_or_none",
    "search",
    "waiting",
]
