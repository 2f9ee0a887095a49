# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How talks read: kinds, forms, states, who takes part."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from jobunivers.foundation.ui import wording
from jobunivers.rooms.talks.models import PartRole, Talk, TalkForm, TalkKind, TalkState
from jobunivers.science.talks import FACT_WORDS, RULES, Made

KINDS: Mapping[str, Promise] = {
    TalkKind.JOB: pgettext_lazy("with an adviser", "Jobsamtale"),
    TalkKind.JOB_FUND: _("Jobsamtale med a-kassen"),
    TalkKind.FIRST: _("Den første samtale"),
    TalkKind.OTHER: _("Anden samtale"),
}
FORMS: Mapping[str, Promise] = {
    TalkForm.IN_PERSON: _("Ansigt til ansigt"),
    TalkForm.PHONE: _("I telefon"),
    TalkForm.VIRTUAL: _("På skærm"),
}
STATES: Mapping[str, Promise] = {
    TalkState.PLANNED: _("Planlagt"),
    TalkState.UNDER_WAY: _("I gang"),
    TalkState.HELD: _("Holdt"),
    TalkState.NOT_HELD: _("Blev ikke til noget"),
    TalkState.CANCELLED: _("Aflyst"),
}
ROLES: Mapping[str, Promise] = {
    PartRole.FUND: _("A-kassekonsulent"),
    PartRole.MENTOR: _("Mentor"),
    PartRole.SUPPORT: _("Støtte- eller kontaktperson"),
    PartRole.COMPANION: _("Bisidder"),
    PartRole.REPRESENTATIVE: _("Partsrepræsentant"),
    PartRole.HELPER: _("Handicaphjælper"),
    PartRole.INTERPRETER: _("Tolk"),
    PartRole.OTHER: _("Anden deltager"),
}
PROPOSALS: Mapping[str, Promise] = {
    "focus": _("Fokuspunkter"),
    "job": _("Job"),
    "card": _("Notatkort"),
}


def when_of(talk: Talk) -> str:
    """Return day and time of a talk."""
    return f"{wording.day_year(talk.starts_at)} {wording.clock(talk.starts_at)}"


def fact_lines(facts: Made, language: str) -> list[tuple[str, str]]:
    """Return each fact with its name, days as people write them."""
    return [
        (FACT_WORDS[name].said(language, {}) if name in FACT_WORDS else name, _value(value))
        for name, value in facts.items()
    ]


def _value(value: int | str) -> str:
    if isinstance(value, int):
        return wording.number(value)
    try:
        return wording.day_year(date.fromisoformat(value))
    except ValueError:
        return value


def tag_words(tag: str, language: str, courses: Mapping[str, str]) -> str:
    """Return a situation that cards are for, in words; an unknown one is its code."""
    if tag in RULES:
        return RULES[tag].name.said(language, {})
    group, _colon, code = tag.partition(":")
    groups: Mapping[str, Mapping[str, Promise] | Mapping[str, str]] = {
        "kind": KINDS,
        "form": FORMS,
        "part": ROLES,
        "course": courses,
    }
    known = groups.get(group)
    return tag if known is None or code not in known else str(known[code])


def all_tags(language: str, courses: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return every situation a card may be for, with its words."""
    tags = [
        *RULES,
        *(f"kind:{code}" for code in TalkKind.values),
        *(f"form:{code}" for code in TalkForm.values),
        *(f"part:{code}" for code in PartRole.values),
        *(f"course:{code}" for code in sorted(courses)),
    ]
    return [(tag, tag_words(tag, language, courses)) for tag in tags]
