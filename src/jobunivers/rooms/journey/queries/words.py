# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How sources and levels are called on pages."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui import wording
from jobunivers.rooms.journey.models import EducationLevel, LanguageLevel, Origin

SOURCES: Mapping[str, Promise] = {
    Origin.OWN: _("Dig selv"),
    Origin.JOBCENTER: _("Jobcentret"),
    Origin.AKASSE: _("Din a-kasse"),
    Origin.JOBNET: _("Dit CV på Jobnet"),
    Origin.FILE: _("Din fil"),
}
"""Who tells of her."""
EDUCATION_LEVELS: Mapping[str, Promise] = {
    EducationLevel.PRIMARY: _("Grundskole"),
    EducationLevel.UPPER_SECONDARY: _("Gymnasial uddannelse"),
    EducationLevel.VOCATIONAL: _("Erhvervsuddannelse"),
    EducationLevel.SHORT: _("Kort videregående uddannelse"),
    EducationLevel.BACHELOR: _("Bachelor eller professionsbachelor"),
    EducationLevel.MASTER: _("Lang videregående uddannelse"),
    EducationLevel.PHD: _("Ph.d."),
    EducationLevel.COURSE: _("Kursus"),
}
"""How far an education goes."""
LANGUAGE_LEVELS: Mapping[str, Promise] = {
    LanguageLevel.BASIC: _("Lidt"),
    LanguageLevel.WORKING: _("Til hverdag"),
    LanguageLevel.FLUENT: _("Flydende"),
}
"""How well she knows a language, in everyday words."""


HOME, ABOUT = _("Hvor du bor"), _("Det, du skriver om dig selv")


def source(code: str, name: str = "") -> str:
    """Return what a source is called; a file by its name."""
    return name or str(SOURCES.get(code, code))


def level(part: str, code: str) -> str:
    """Return the level of an education or a language in words; "" for none."""
    names = LANGUAGE_LEVELS if part == "language" else EDUCATION_LEVELS
    return str(names.get(code, ""))


class TellerLike(Protocol):
    """Who tells a line, and when."""

    @property
    def source(self) -> str:
        """The source's code."""

    @property
    def name(self) -> str:
        """A file's name."""

    @property
    def told_at(self) -> datetime:
        """When it was told."""

    @property
    def settled(self) -> bool:
        """Whether she has decided on something of the line."""


def tellers(who: Sequence[TellerLike]) -> str:
    """Return who tells a line: `Din a-kasse, 25. november 2026 · du har selv rettet noget`."""
    names = [
        gettext("dig selv")
        if one.source == Origin.OWN
        else f"{source(one.source, one.name)}, {wording.day_year(one.told_at)}"
        for one in who
    ]
    if any(one.settled for one in who):
        names.append(gettext("du har selv bestemt noget"))
    return " · ".join(names or [gettext("dig selv")])
