# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""JSON Resume (jsonresume.org, schema 1.0.0 and the names it had before)."""

from jobunivers.integrations.profiles import values
from jobunivers.integrations.profiles.formats.trees import Json, child_of, objects
from jobunivers.integrations.profiles.formats.trees import values as values_of
from jobunivers.integrations.profiles.records import (
    LONGEST_NAME,
    LONGEST_TEXT,
    LONGEST_WORDS,
    NOW,
    EducationTold,
    JobTold,
    LanguageTold,
    LicenceTold,
    ProfileTold,
    WordsTold,
)

_OWN_NAMES = ("basics", "work", "education", "skills", "languages", "certificates", "volunteer")


def is_one(data: object) -> bool:
    """Return whether the JSON is a résumé: two of the schema's parts, or its own `$schema`."""
    if "jsonresume" in values.clipped(child_of(data, "$schema"), 200):
        return True
    return sum(child_of(data, name) is not None for name in _OWN_NAMES) > 1


def read(data: object) -> ProfileTold:
    """Return what the document tells; entries without a name are counted, not told."""
    works = [(name, number, one) for name in ("work", "volunteer")
             for number, one in enumerate(objects(data, name))]  # fmt: skip
    schools = objects(data, "education")
    certificates = objects(data, "certificates")
    jobs = [job for one in works if (job := _job(*one)) is not None]
    told = [_education(number, one) for number, one in enumerate(schools)]
    told += [_certificate(number, one) for number, one in enumerate(certificates)]
    educations = [one for one in told if one is not None]
    basics = child_of(data, "basics")
    wished = values.clipped(child_of(basics, "label"), LONGEST_WORDS)
    return ProfileTold(
        format="json-resume",
        jobs=tuple(jobs),
        educations=tuple(educations),
        skills=tuple(_skills(data)),
        wishes=(WordsTold(words=wished, where="basics.label"),) if wished else (),
        languages=tuple(_languages(data)),
        licences=tuple(_licences(certificates)),
        postal_code=values.clipped(child_of(basics, "location", "postalCode"), 10),
        summary=values.paragraphs(child_of(basics, "summary"), LONGEST_TEXT),
        passed_over=len(works) + len(told) - len(jobs) - len(educations),
    )


def _job(part: str, number: int, one: Json) -> JobTold | None:
    title = values.clipped(child_of(one, "position"), LONGEST_NAME)
    if not title:
        return None
    employer = child_of(one, "name") or child_of(one, "company") or child_of(one, "organization")
    started = values.month(child_of(one, "startDate"))
    ended = child_of(one, "endDate")
    # The schema's way to say "still there" is to leave the end out.
    lasts = not ended or values.clipped(ended, 20).casefold() in {"present", "nu", "now"}
    highlights = [values.clipped(text, LONGEST_NAME) for text in values_of(one, "highlights")]
    text = values.paragraphs(child_of(one, "summary"), LONGEST_TEXT)
    return JobTold(
        title=title,
        employer=values.clipped(employer, LONGEST_NAME),
        started=started,
        ended=(NOW if started else "") if lasts else values.month(ended),
        description="\n".join([text, *(f"– {one}" for one in highlights if one)]).strip()[
            :LONGEST_TEXT
        ],
        where=f"{part}[{number}]",
    )


def _education(number: int, one: Json) -> EducationTold | None:
    parts = [values.clipped(child_of(one, name), 100) for name in ("studyType", "area")]
    title = " ".join(part for part in parts if part)[:LONGEST_NAME]
    if not title:
        return None
    return EducationTold(
        title=title,
        institution=values.clipped(child_of(one, "institution"), LONGEST_NAME),
        ended=values.month(child_of(one, "endDate"))[:4],
        where=f"education[{number}]",
    )


def _certificate(number: int, one: Json) -> EducationTold | None:
    title = values.clipped(child_of(one, "name"), LONGEST_NAME)
    if not title:
        return None
    return EducationTold(
        title=title,
        institution=values.clipped(child_of(one, "issuer"), LONGEST_NAME),
        level="course",
        ended=values.month(child_of(one, "date"))[:4],
        where=f"certificates[{number}]",
    )


def _skills(data: object) -> list[WordsTold]:
    told: list[WordsTold] = []
    for number, one in enumerate(objects(data, "skills")):
        named = [child_of(one, "name"), *values_of(one, "keywords")]
        wordings = (values.clipped(value, LONGEST_WORDS) for value in named)
        told += [WordsTold(words=words, where=f"skills[{number}]") for words in wordings if words]
    return told


def _languages(data: object) -> list[LanguageTold]:
    told = []
    for number, one in enumerate(objects(data, "languages")):
        if code := values.language(child_of(one, "language")):
            level = values.fluency(child_of(one, "fluency"))
            told.append(LanguageTold(code=code, level=level, where=f"languages[{number}]"))
    return told


def _licences(certificates: list[Json]) -> list[LicenceTold]:
    named = [values.clipped(child_of(one, "name"), 60) for one in certificates]
    driving = [name for name in named if "kørekort" in name.casefold() or "driv" in name.casefold()]
    return [LicenceTold(code=code, where="certificates") for code in values.driving(driving)]
