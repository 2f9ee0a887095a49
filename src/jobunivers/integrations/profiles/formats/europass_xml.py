# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Europass CV as XML until 2020: `SkillsPassport` with a `LearnerInfo` (schema 3.x)."""

from lxml import etree

from jobunivers.integrations.profiles import values
from jobunivers.integrations.profiles.formats.trees import attribute_at, below, text_at
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

ROOT = "SkillsPassport"


def read(root: etree._Element) -> ProfileTold:
    """Return what the document tells; entries without a name are counted, not told."""
    learner = next(below(root, "LearnerInfo"), root)
    works = list(below(learner, "WorkExperienceList", "WorkExperience"))
    schools = list(below(learner, "EducationList", "Education"))
    jobs = [job for one in works if (job := _job(one)) is not None]
    educations = [told for one in schools if (told := _education(one)) is not None]
    address = ("Identification", "ContactInfo", "Address", "Contact", "PostalCode")
    return ProfileTold(
        format="europass-xml",
        jobs=tuple(jobs),
        educations=tuple(educations),
        skills=tuple(_skills(learner)),
        wishes=tuple(_wishes(learner)),
        languages=tuple(_languages(learner)),
        licences=tuple(_licences(learner)),
        postal_code=values.clipped(text_at(learner, *address), 10),
        summary=_summary(learner),
        passed_over=len(works) + len(schools) - len(jobs) - len(educations),
    )


def _time(one: etree._Element, name: str) -> str:
    year = attribute_at(one, "year", "Period", name)
    return values.month_of(year, attribute_at(one, "month", "Period", name))


def _ended(one: etree._Element) -> str:
    if text_at(one, "Period", "Current").casefold() == "true":
        return NOW
    return _time(one, "To")


def _job(one: etree._Element) -> JobTold | None:
    title = values.clipped(text_at(one, "Position", "Label"), LONGEST_NAME)
    if not title:
        return None
    return JobTold(
        title=title,
        employer=values.clipped(text_at(one, "Employer", "Name"), LONGEST_NAME),
        started=_time(one, "From"),
        ended=_ended(one),
        description=values.paragraphs(text_at(one, "Activities"), LONGEST_TEXT),
        where="WorkExperience",
    )


def _education(one: etree._Element) -> EducationTold | None:
    title = values.clipped(text_at(one, "Title"), LONGEST_NAME)
    if not title:
        return None
    ended = _ended(one)
    return EducationTold(
        title=title,
        institution=values.clipped(text_at(one, "Organisation", "Name"), LONGEST_NAME),
        level=values.eqf(attribute_at(one, "code", "Level") or text_at(one, "Level", "Code")),
        ended="" if ended == NOW else ended[:4],
        where="Education",
    )


def _languages(learner: etree._Element) -> list[LanguageTold]:
    told = []
    spoken = ("Skills", "Linguistic")
    for group, kind in (("MotherTongueList", "MotherTongue"),
                        ("ForeignLanguageList", "ForeignLanguage")):  # fmt: skip
        for one in below(learner, *spoken, group, kind):
            name = text_at(one, "Description", "Code") or text_at(one, "Description", "Label")
            code = values.language(name)
            levels = [text for part in below(one, "ProficiencyLevel") for text in part.itertext()]
            level = "fluent" if kind == "MotherTongue" else values.cefr(levels)
            if code:
                told.append(LanguageTold(code=code, level=level, where=kind))
    return told


_SKILLS = ("Communication", "Organisational", "JobRelated", "Computer", "Other")


def _skills(learner: etree._Element) -> list[WordsTold]:
    """Return skills that stand as a list; running text is left for her own words."""
    told = []
    for name in _SKILLS:
        text = values.paragraphs(text_at(learner, "Skills", name, "Description"), LONGEST_TEXT)
        for line in text.splitlines():
            words = line.lstrip("–-•* ").strip()
            if words and len(words) <= LONGEST_WORDS and not words.endswith((".", ":")):
                told.append(WordsTold(words=words, where=f"Skills/{name}"))
    return told


def _wishes(learner: etree._Element) -> list[WordsTold]:
    kind = text_at(learner, "Headline", "Type", "Code")
    words = values.clipped(text_at(learner, "Headline", "Description", "Label"), LONGEST_WORDS)
    wished = kind in {"preferred_job", "job_applied_for"}
    return [WordsTold(words=words, where="Headline")] if wished and words else []


def _summary(learner: etree._Element) -> str:
    if text_at(learner, "Headline", "Type", "Code") != "personal_statement":
        return ""
    return values.paragraphs(text_at(learner, "Headline", "Description", "Label"), LONGEST_TEXT)


def _licences(learner: etree._Element) -> list[LicenceTold]:
    named = [text for one in below(learner, "Skills", "Driving", "Description")
             for text in one.itertext()]  # fmt: skip
    return [LicenceTold(code=code, where="Driving") for code in values.driving(named)]
