# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands in a week, as people call it, and how calendars are told of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry: its word, its icon, the group she may leave out, whether she is busy."""

    word: Promise
    icon: str
    group: str
    busy: bool = False


KINDS: Mapping[str, Kind] = {
    "talk": Kind(pgettext_lazy("with an adviser", "Samtale"), "forum", "meetings", busy=True),
    "meeting": Kind(_("Møde"), "groups", "meetings", busy=True),
    "course": Kind(_("Kursus"), "student", "courses", busy=True),
    "event": Kind(_("Netværk"), "calendar-month", "meetings", busy=True),
    "deadline": Kind(_("Frist"), "hourglass", "deadlines"),
    "task": Kind(_("Opgave"), "check", "plan"),
    "job": Kind(_("Job"), "business", "meetings", busy=True),
    "absence": Kind(_("Fravær"), "car", "absences"),
    "suggestion": Kind(_("Forslag"), "star", "suggestions"),
}
# A room above may bring a kind that is not known here: it is shown and told all the same.
UNKNOWN = Kind(_("Aftale"), "calendar-month", "meetings", busy=True)
# What she may leave out of her own calendar.
GROUPS: Mapping[str, Promise] = {
    "meetings": _("Samtaler, møder og job"),
    "courses": _("Kurser og forløb"),
    "deadlines": _("Frister"),
    "plan": _("Opgaver i din plan"),
    "absences": _("Ferie og sygdom"),
    "suggestions": _("Forslag fra os"),
}
USUAL_GROUPS = ("meetings", "courses", "deadlines", "plan")
# Programs that fetch calendars, by a part of how they name themselves.
PROGRAMS: Mapping[str, str] = {
    "google": "Google Kalender",
    "apple": "Apple Kalender",
    "outlook": "Outlook",
    "thunderbird": "Thunderbird",
    "other": "",
}
WHY_FIXED: Mapping[str, Promise] = {
    "talk": _("Tiden er aftalt med en anden. Du kan flytte den på dens egen side."),
    "meeting": _("Tiden er aftalt med en anden. Du kan flytte den på dens egen side."),
    "course": _("Kurset ligger fast."),
    "event": _("Tiden er fast for alle, der kommer."),
    "deadline": _("Arbejdsgiveren har sat fristen."),
    "absence": _("Du retter ferie og sygdom under Mit forløb."),
}
ALWAYS_FIXED = _("Den står fast her. Du kan rette den på dens egen side.")


def kind_of(code: str) -> Kind:
    """Return a kind of entry."""
    return KINDS.get(code, UNKNOWN)


def program_of(agent: str) -> str:
    """Return the code of the program that names itself so; no more of the name is kept."""
    text = agent.lower()
    for part, code in (
        ("google-calendar", "google"),
        ("googlebot", "google"),
        ("thunderbird", "thunderbird"),
        ("outlook", "outlook"),
        ("microsoft office", "outlook"),
        ("exchange", "outlook"),
        ("owa", "outlook"),
        ("calendaragent", "apple"),
        ("dataaccessd", "apple"),
        ("calendar/", "apple"),
        ("ios/", "apple"),
        ("macos/", "apple"),
        ("mac+os+x", "apple"),
    ):
        if part in text:
            return code
    return "other"
