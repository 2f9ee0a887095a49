# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from jobunivers.rooms.tailored.views.acts import boldness, find_now, more_like, no_more_like
from jobunivers.rooms.tailored.views.pages import because, freshness, gaps, like, recommended, why
from jobunivers.rooms.tailored.views.signals import bring as signal_file
from jobunivers.rooms.tailored.views.signals import fetch as signal_fetch
from jobunivers.rooms.tailored.views.signals import overview as signals
from jobunivers.rooms.tailored.views.signals import remove as signal_remove
from jobunivers.rooms.tailored.views.signals import stop as signal_stop

__all__ = [
    "because",
    "boldness",
    "find_now",
    "freshness",
    "gaps",
    "like",
    "more_like",
    "no_more_like",
    "recommended",
    "signal_fetch",
    "signal_file",
    "signal_remove",
    "signal_stop",
    "signals",
    "why",
]
