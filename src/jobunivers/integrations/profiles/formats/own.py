# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The platform's own export of a profile: written here, read here and anywhere else.

```json
{"format": "jobunivers-profile", "version": 1, "exported_on": "2026-11-25", "postal_code": "8000",
 "summary": "…", "jobs": [{"title": "Kok", "employer": "Kroen", "started": "2019-05",
 "ended": "now", "description": ""}], "educations": [{"title": "Kok", "institution": "",
 "level": "vocational", "ended": "2012"}], "skills": [{"words": "Bagning", "concept": "urn:…"}],
 "wishes": [{"words": "Bager", "concept": ""}], "languages": [{"code": "da", "level": "fluent"}],
 "licences": [{"code": "B"}]}
```
Months are `2019` or `2019-05`; what has not ended ends `now`.
"""

import json
from datetime import date
from typing import cast

from jobunivers.integrations.profiles import values
from jobunivers.integrations.profiles.formats.trees import Json, child_of, objects
from jobunivers.integrations.profiles.records import (
    LEVELS,
    LONGEST_NAME,
    LONGEST_TEXT,
    LONGEST_WORDS,
    NOW,
    EducationTold,
    JobTold,
    LanguageLevel,
    LanguageTold,
    LicenceTold,
    ProfileTold,
    WordsTold,
)

NAME, VERSION = "jobunivers-profile", 1
_CODE, _CONCEPT = 20, 200
_LANGUAGE_LEVELS = ("basic", "working", "fluent")


def write(told: ProfileTold, *, on: date) -> bytes:
    """Return the profile as a file that `read` reads back the same."""
    names = {
        "jobs": ("title", "employer", "started", "ended", "description"),
        "educations": ("title", "institution", "level", "ended"),
        "skills": ("words", "concept"),
        "wishes": ("words", "concept"),
        "languages": ("code", "level"),
        "licences": ("code",),
    }
    lists = {
        part: [{name: getattr(one, name) for name in fields} for one in getattr(told, part)]
        for part, fields in names.items()
    }
    whole = {
        "format": NAME,
        "version": VERSION,
        "exported_on": on.isoformat(),
        "postal_code": told.postal_code,
        "summary": told.summary,
        **lists,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def is_one(data: object) -> bool:
    """Return whether the JSON is a profile of the platform's own."""
    return child_of(data, "format") == NAME


def read(data: object) -> ProfileTold:
    """Return what the file tells; entries without a name are counted, not told."""
    works, schools = objects(data, "jobs"), objects(data, "educations")
    jobs = [job for number, one in enumerate(works) if (job := _job(number, one)) is not None]
    educations = [
        told for number, one in enumerate(schools) if (told := _education(number, one)) is not None
    ]
    return ProfileTold(
        format=NAME,
        jobs=tuple(jobs),
        educations=tuple(educations),
        skills=_words(data, "skills"),
        wishes=_words(data, "wishes"),
        languages=tuple(_languages(data)),
        licences=tuple(
            LicenceTold(code=code, where=f"licences[{number}]")
            for number, one in enumerate(objects(data, "licences"))
            if (code := values.clipped(child_of(one, "code"), _CODE))
        ),
        postal_code=values.clipped(child_of(data, "postal_code"), 10),
        summary=values.paragraphs(child_of(data, "summary"), LONGEST_TEXT),
        passed_over=len(works) + len(schools) - len(jobs) - len(educations),
    )


def _end(value: object) -> str:
    return NOW if value == NOW else values.month(value)


def _job(number: int, one: Json) -> JobTold | None:
    title = values.clipped(child_of(one, "title"), LONGEST_NAME)
    if not title:
        return None
    return JobTold(
        title=title,
        employer=values.clipped(child_of(one, "employer"), LONGEST_NAME),
        started=values.month(child_of(one, "started")),
        ended=_end(child_of(one, "ended")),
        description=values.paragraphs(child_of(one, "description"), LONGEST_TEXT),
        where=f"jobs[{number}]",
    )


def _education(number: int, one: Json) -> EducationTold | None:
    title = values.clipped(child_of(one, "title"), LONGEST_NAME)
    if not title:
        return None
    level = child_of(one, "level")
    return EducationTold(
        title=title,
        institution=values.clipped(child_of(one, "institution"), LONGEST_NAME),
        level=str(level) if level in LEVELS else "",
        ended=values.month(child_of(one, "ended"))[:4],
        where=f"educations[{number}]",
    )


def _words(data: object, part: str) -> tuple[WordsTold, ...]:
    return tuple(
        WordsTold(
            words=words,
            concept=values.clipped(child_of(one, "concept"), _CONCEPT),
            where=f"{part}[{number}]",
        )
        for number, one in enumerate(objects(data, part))
        if (words := values.clipped(child_of(one, "words"), LONGEST_WORDS))
    )


def _languages(data: object) -> list[LanguageTold]:
    told = []
    for number, one in enumerate(objects(data, "languages")):
        level = child_of(one, "level")
        known = cast("LanguageLevel", level) if level in _LANGUAGE_LEVELS else ""
        if code := values.language(child_of(one, "code")):
            told.append(LanguageTold(code=code, level=known, where=f"languages[{number}]"))
    return told
