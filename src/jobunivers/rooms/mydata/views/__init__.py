# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages of Mine data."""

from jobunivers.rooms.mydata.views.erasing import erase, erase_now
from jobunivers.rooms.mydata.views.looking import group, holding, overview, search
from jobunivers.rooms.mydata.views.office import (
    office,
    office_extend,
    office_request,
    office_take,
)
from jobunivers.rooms.mydata.views.requests import ask, request_, requests, withdraw
from jobunivers.rooms.mydata.views.taking import download, download_new, downloads

__all__ = [
    "ask",
    "download",
    "download_new",
    "downloads",
    "erase",
    "erase_now",
    "group",
    "holding",
    "office",
    "office_extend",
    "office_request",
    "office_take",
    "overview",
    "request_",
    "requests",
    "search",
    "withdraw",
]
