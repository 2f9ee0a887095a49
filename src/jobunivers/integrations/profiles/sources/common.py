# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the three sources write alike."""

from jobunivers.integrations.profiles import values
from jobunivers.integrations.profiles.formats.trees import Json, child_of, objects
from jobunivers.integrations.profiles.records import (
    LONGEST_NAME,
    LONGEST_TEXT,
    LONGEST_WORDS,
    NOW,
    EducationTold,
    JobTold,
    LanguageTold,
    LicenceTold,
    WordsTold,
)

_REFERENCE = 120
_LEVELS = {
    "grundskole": "primary",
    "gymnasial": "upper_secondary",
    "erhvervsuddannelse": "vocational",
    "kort videregående": "short",
    "mellemlang videregående": "bachelor",
    "bachelor": "bachelor",
    "lang videregående": "master",
    "ph.d.": "phd",
    "kursus": "course",
}
"""Levels as Danish systems write them; another word is left for her to choose."""


def reference(one: Json) -> str:
    """Return the source's own name for an entry."""
    return values.clipped(child_of(one, "id"), _REFERENCE)


def job(one: Json, *, title: str, employer: str, began: str, ended: str, text: str,
        where: str) -> JobTold | None:  # fmt: skip
    """Return the job of an entry whose fields have these names; None when it has no title."""
    named = values.clipped(child_of(one, title), LONGEST_NAME)
    if not named:
        return None
    started = values.month(child_of(one, began))
    end = values.month(child_of(one, ended))
    return JobTold(
        title=named,
        employer=values.clipped(child_of(one, employer), LONGEST_NAME),
        started=started,
        # An entry that tells no end lasts still, in these systems; one without a time tells none.
        ended=end or (NOW if started else ""),
        description=values.paragraphs(child_of(one, text), LONGEST_TEXT),
        reference=reference(one),
        where=where,
    )


def education(one: Json, *, title: str, institution: str, where: str) -> EducationTold | None:
    """Return the education of an entry; None when it has no title."""
    named = values.clipped(child_of(one, title), LONGEST_NAME)
    if not named:
        return None
    level = values.clipped(child_of(one, "niveau"), 60).casefold()
    return EducationTold(
        title=named,
        institution=values.clipped(child_of(one, institution), LONGEST_NAME),
        level=_LEVELS.get(level, ""),
        ended=values.month(child_of(one, "afsluttet"))[:4],
        reference=reference(one),
        where=where,
    )


def words(data: object, part: str, name: str) -> tuple[WordsTold, ...]:
    """Return the words of a list of entries."""
    return tuple(
        WordsTold(words=said, reference=reference(one), where=part)
        for one in objects(data, part)
        if (said := values.clipped(child_of(one, name), LONGEST_WORDS))
    )


def languages(data: object, part: str) -> tuple[LanguageTold, ...]:
    """Return the languages of a list of entries with `kode` and `niveau`."""
    return tuple(
        LanguageTold(code=code, level=values.fluency(child_of(one, "niveau")), where=part)
        for one in objects(data, part)
        if (code := values.language(child_of(one, "kode")))
    )


def licences(categories: list[object], part: str) -> tuple[LicenceTold, ...]:
    """Return the driving categories of a list."""
    return tuple(LicenceTold(code=code, where=part) for code in values.driving(categories))
