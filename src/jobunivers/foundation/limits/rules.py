# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which addresses have a limit, and which: rooms' address names, so that the table stands once."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from jobunivers.foundation.limits.counting import Pace


class Counting(StrEnum):
    """What counts."""

    ALL = "all"
    SENT = "sent"  # what changes something: POST
    WRONG = "wrong"  # answers that say "no such thing", "not you": guesses


@dataclass(frozen=True, slots=True)
class Rule:
    """A limit.

    Attributes:
        code: the scope that addresses share.
        person: for each who is logged in, wherever she sits; None: she has none.
        place: for each network address of those who are not logged in. A library, a school and a
            jobcentre are one address each: so it is wide, and whoever is logged in is not counted.
        counting: what counts.
    """

    code: str
    person: Pace | None
    place: Pace
    counting: Counting = Counting.ALL


SEARCH = Rule("search", Pace(120, 120), Pace(300, 600))
LOGIN = Rule("login", None, Pace(60, 60), Counting.SENT)
GUESS = Rule("guess", Pace(30, 10), Pace(30, 10), Counting.WRONG)
PROGRAM = Rule("program", Pace(60, 30), Pace(60, 30), Counting.WRONG)
UPLOAD = Rule("upload", Pace(30, 6), Pace(30, 6), Counting.SENT)
APPLY = Rule("apply", Pace(10, 1), Pace(10, 1), Counting.SENT)
EXPORT = Rule("export", Pace(20, 6), Pace(20, 6))

RULES: Mapping[str, Rule] = {
    "vacancies:search": SEARCH,
    "vacancies:suggest": SEARCH,
    "vacancies:suggest_places": SEARCH,
    "vacancies:points": SEARCH,
    "vacancies:areas": SEARCH,
    "marketplace:market": SEARCH,
    "identity:choose_persona": LOGIN,
    "identity:begin": LOGIN,
    "identity:came_back": GUESS,
    "identity:ended": PROGRAM,
    "identity:end_session": GUESS,
    "notices:confirm": GUESS,
    "notices:leave": GUESS,
    "week:calendar": GUESS,
    "launching:token": PROGRAM,
    "launching:userinfo": PROGRAM,
    "launching:lti_token": PROGRAM,
    "launching:lti_lines": PROGRAM,
    "launching:lti_line": PROGRAM,
    "launching:lti_scores": PROGRAM,
    "launching:lti_results": PROGRAM,
    "evidence:statements": PROGRAM,
    "entrance:file": UPLOAD,
    "entrance:guide_item_video": UPLOAD,
    "vacancies:document": UPLOAD,
    "front:appearance": UPLOAD,
    "vendors:sign_up": APPLY,
    "vendors:ask_to_enter": APPLY,
    "vendors:enter": GUESS,
    "vacancies:joblog_file": EXPORT,
    "entrance:export": EXPORT,
    "mydata:download_new": EXPORT,
}
