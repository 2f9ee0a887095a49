# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The Europass profile as XML since 2020: `Candidate` on HR Open, as the portal downloads it."""

from collections.abc import Iterator

from lxml import etree

from jobunivers.integrations.profiles import values
from jobunivers.integrations.profiles.formats.trees import below, name_of, text_at, text_of
from jobunivers.integrations.profiles.records import (
    LONGEST_NAME,
    LONGEST_TEXT,
    LONGEST_WORDS,
    MOST,
    NOW,
    EducationTold,
    JobTold,
    LanguageTold,
    LicenceTold,
    ProfileTold,
    WordsTold,
)

ROOT = "Candidate"


def read(root: etree._Element) -> ProfileTold:
    """Return what the profile tells; entries without a name are counted, not told."""
    profile = next(below(root, "CandidateProfile"), root)
    works = [(history, position)
             for history in below(profile, "EmploymentHistory", "EmployerHistory")
             for position in below(history, "PositionHistory")]  # fmt: skip
    schools = list(below(profile, "EducationHistory", "EducationOrganizationAttendance"))
    jobs = [job for one in works if (job := _job(*one)) is not None]
    educations = [told for one in schools if (told := _education(one)) is not None]
    return ProfileTold(
        format="europass-profile",
        jobs=tuple(jobs),
        educations=tuple(educations),
        skills=tuple(_skills(profile)),
        languages=tuple(_languages(root, profile)),
        licences=tuple(_licences(profile)),
        postal_code=values.clipped(_postal_code(root), 10),
        summary=values.paragraphs(text_at(profile, "ExecutiveSummary"), LONGEST_TEXT),
        passed_over=len(works) + len(schools) - len(jobs) - len(educations),
    )


def _named(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Return the elements of that name at any depth: the portal has moved some of them."""
    found = (one for one in element.iter() if name_of(one) == name)
    return (one for _, one in zip(range(MOST), found, strict=False))


def _postal_code(root: etree._Element) -> str:
    for person in below(root, "CandidatePerson"):
        for one in _named(person, "PostalCode"):
            return text_of(one)
    return ""


def _period(one: etree._Element, name: str, end: str) -> str:
    for period in below(one, name):
        return values.month(text_at(period, end, "FormattedDateTime") or text_at(period, end))
    return ""


def _lasts(one: etree._Element, name: str) -> bool:
    return any(
        text_at(period, "CurrentIndicator").casefold() == "true" for period in below(one, name)
    )


def _job(history: etree._Element, position: etree._Element) -> JobTold | None:
    title = values.clipped(text_at(position, "PositionTitle"), LONGEST_NAME)
    if not title:
        return None
    lasts = _lasts(position, "EmploymentPeriod")
    return JobTold(
        title=title,
        employer=values.clipped(text_at(history, "OrganizationName"), LONGEST_NAME),
        started=_period(position, "EmploymentPeriod", "StartDate"),
        ended=NOW if lasts else _period(position, "EmploymentPeriod", "EndDate"),
        description=values.paragraphs(text_at(position, "Description"), LONGEST_TEXT),
        where="EmployerHistory",
    )


def _education(one: etree._Element) -> EducationTold | None:
    degree = next(below(one, "EducationDegree"), one)
    title = values.clipped(text_at(degree, "DegreeName") or text_at(one, "ProgramName"),
                           LONGEST_NAME)  # fmt: skip
    if not title:
        return None
    lasts = _lasts(one, "AttendancePeriod")
    return EducationTold(
        title=title,
        institution=values.clipped(text_at(one, "OrganizationName"), LONGEST_NAME),
        level=values.eqf(text_at(one, "EducationLevelCode")),
        ended="" if lasts else _period(one, "AttendancePeriod", "EndDate")[:4],
        where="EducationOrganizationAttendance",
    )


def _languages(root: etree._Element, profile: etree._Element) -> list[LanguageTold]:
    told = {}
    for one in _named(root, "PrimaryLanguageCode"):
        if code := values.language(text_of(one)):
            told[code] = LanguageTold(code=code, level="fluent", where="PrimaryLanguageCode")
    for one in below(profile, "PersonQualifications", "PersonCompetency"):
        code = values.language(text_at(one, "CompetencyID"))
        if code and text_at(one, "TaxonomyID").casefold() == "language":
            scores = [text_of(part) for part in _named(one, "ScoreText")]
            level = values.cefr(scores)
            told.setdefault(code, LanguageTold(code=code, level=level, where="PersonCompetency"))
    return list(told.values())


def _skills(profile: etree._Element) -> list[WordsTold]:
    told = []
    for one in below(profile, "PersonQualifications", "PersonCompetency"):
        words = values.clipped(text_at(one, "CompetencyName"), LONGEST_WORDS)
        if words and text_at(one, "TaxonomyID").casefold() != "language":
            told.append(WordsTold(words=words, where="PersonCompetency"))
    return told


def _licences(profile: etree._Element) -> list[LicenceTold]:
    named = [text_at(one, "LicenseTypeCode") or text_at(one, "Name")
             for one in below(profile, "Licenses", "License")]  # fmt: skip
    return [LicenceTold(code=code, where="License") for code in values.driving(named)]
