# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for looking."""

from jobunivers.foundation.notices.queries.answers import last_answer, unanswered
from jobunivers.foundation.notices.queries.figures import Figures, figures
from jobunivers.foundation.notices.queries.health import last_beat, standing_still, troubles
from jobunivers.foundation.notices.queries.own import (
    latest,
    outside_text_of,
    own_notice,
    text_of,
    told,
    unread_count,
    unread_counted,
    word,
)
from jobunivers.foundation.notices.queries.pushes import (
    Outside,
    Response,
    outside_of,
    response_to,
    response_to_all,
)
from jobunivers.foundation.notices.queries.reaching import mailboxes_of
from jobunivers.foundation.notices.queries.settings import SettingsPage, settings_page
from jobunivers.foundation.notices.queries.wishes import limits, preferences_of

__all__ = [
    "Figures",
    "Outside",
    "Response",
    "SettingsPage",
    "figures",
    "last_answer",
    "last_beat",
    "latest",
    "limits",
    "mailboxes_of",
    "outside_of",
    "outside_text_of",
    "own_notice",
    "preferences_of",
    "response_to",
    "response_to_all",
    "settings_page",
    "standing_still",
    "text_of",
    "told",
    "troubles",
    "unanswered",
    "unread_count",
    "unread_counted",
    "word",
]
