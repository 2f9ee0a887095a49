# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Europass CV as JSON until 2020: the same `SkillsPassport` as the XML of that time."""

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


def is_one(data: object) -> bool:
    """Return whether the JSON is a Europass CV."""
    return child_of(data, "SkillsPassport") is not None


def read(data: object) -> ProfileTold:
    """Return what the document tells; entries without a name are counted, not told."""
    learner = child_of(data, "SkillsPassport", "LearnerInfo")
    works, schools = objects(learner, "WorkExperience"), objects(learner, "Education")
    jobs = [job for one in works if (job := _job(one)) is not None]
    educations = [told for one in schools if (told := _education(one)) is not None]
    address = ("Identification", "ContactInfo", "Address", "Contact", "PostalCode")
    kind = child_of(learner, "Headline", "Type", "Code")
    headline = child_of(learner, "Headline", "Description", "Label")
    wished = values.clipped(headline, LONGEST_WORDS)
    wishing = kind in {"preferred_job", "job_applied_for"} and bool(wished)
    return ProfileTold(
        format="europass-json",
        jobs=tuple(jobs),
        educations=tuple(educations),
        skills=tuple(_skills(learner)),
        wishes=(WordsTold(words=wished, where="Headline"),) if wishing else (),
        languages=tuple(_languages(learner)),
        licences=tuple(
            LicenceTold(code=code, where="Driving")
            for code in values.driving(values_of(learner, "Skills", "Driving", "Description"))
        ),
        postal_code=values.clipped(child_of(learner, *address), 10),
        summary=values.paragraphs(headline, LONGEST_TEXT) if kind == "personal_statement" else "",
        passed_over=len(works) + len(schools) - len(jobs) - len(educations),
    )


def _time(one: Json, name: str) -> str:
    return values.month_of(
        child_of(one, "Period", name, "Year"), child_of(one, "Period", name, "Month")
    )


def _ended(one: Json) -> str:
    return NOW if child_of(one, "Period", "Current") is True else _time(one, "To")


def _job(one: Json) -> JobTold | None:
    title = values.clipped(child_of(one, "Position", "Label"), LONGEST_NAME)
    if not title:
        return None
    return JobTold(
        title=title,
        employer=values.clipped(child_of(one, "Employer", "Name"), LONGEST_NAME),
        started=_time(one, "From"),
        ended=_ended(one),
        description=values.paragraphs(child_of(one, "Activities"), LONGEST_TEXT),
        where="WorkExperience",
    )


def _education(one: Json) -> EducationTold | None:
    title = values.clipped(child_of(one, "Title"), LONGEST_NAME)
    if not title:
        return None
    ended = _ended(one)
    return EducationTold(
        title=title,
        institution=values.clipped(child_of(one, "Organisation", "Name"), LONGEST_NAME),
        level=values.eqf(child_of(one, "Level", "Code")),
        ended="" if ended == NOW else ended[:4],
        where="Education",
    )


def _languages(learner: object) -> list[LanguageTold]:
    told = []
    for kind in ("MotherTongue", "ForeignLanguage"):
        for one in objects(learner, "Skills", "Linguistic", kind):
            description = child_of(one, "Description")
            code = values.language(child_of(description, "Code"))
            code = code or values.language(child_of(description, "Label"))
            levels = child_of(one, "ProficiencyLevel")
            graded = list(levels.values()) if isinstance(levels, dict) else []
            level = "fluent" if kind == "MotherTongue" else values.cefr(graded)
            if code:
                told.append(LanguageTold(code=code, level=level, where=kind))
    return told


_SKILLS = ("Communication", "Organisational", "JobRelated", "Computer", "Other")


def _skills(learner: object) -> list[WordsTold]:
    """Return skills that stand as a list; running text is left for her own words."""
    told = []
    for name in _SKILLS:
        text = values.paragraphs(child_of(learner, "Skills", name, "Description"), LONGEST_TEXT)
        for line in text.splitlines():
            words = line.lstrip("–-•* ").strip()
            if words and len(words) <= LONGEST_WORDS and not words.endswith((".", ":")):
                told.append(WordsTold(words=words, where=f"Skills/{name}"))
    return told
