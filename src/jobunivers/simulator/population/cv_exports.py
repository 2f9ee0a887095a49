# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""CVs as data: Europass (SkillsPassport in XML and JSON, the profile since 2020), JSON Resume."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import orjson
from lxml import etree

from jobunivers.simulator.compose import capital
from jobunivers.simulator.population.cv import Cv, CvJob, CvSchool, tongue

_EUROPASS = "http://europass.cedefop.europa.eu/Europass"
_EQF = {"primary": "2", "upper_secondary": "4", "vocational": "4", "course": "3", "short": "5",
        "bachelor": "6", "master": "7"}  # fmt: skip
_CEFR = {"basic": "A2", "working": "B2", "fluent": "C2"}
_FLUENCY = {"basic": "Elementary", "working": "Professional working", "fluent": "Fluent"}
Json = dict[str, Any]


def json_resume(cv: Cv) -> bytes:
    """Return the CV by the schema of jsonresume.org, 1.0.0."""
    papers = cv.papers
    return _json(
        {
            "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
            "basics": {
                "name": cv.name,
                "label": cv.wish,
                "email": papers.email,
                "phone": papers.phone,
                "summary": cv.summary,
                "location": {
                    "address": papers.street,
                    "postalCode": papers.postal_code,
                    "city": papers.city,
                    "countryCode": "DK",
                },
            },
            "work": [_resume_job(job) for job in cv.jobs],
            "education": [
                {"institution": school.place, "area": school.title, "endDate": f"{school.ended}"}
                for school in cv.schools
            ],
            "skills": [{"name": skill} for skill in cv.skills],
            "languages": [
                {"language": capital(tongue(code, cv.language)), "fluency": _FLUENCY[level]}
                for code, level in cv.tongues
            ],
            "certificates": [{"name": capital(licence)} for licence in cv.licences],
        }
    )


def _resume_job(job: CvJob) -> Json:
    told: Json = {
        "name": job.employer,
        "position": job.title,
        "location": job.town,
        "startDate": job.began.isoformat(),
        "summary": job.description,
    }
    return told if job.ended is None else told | {"endDate": job.ended.isoformat()}


def europass_json(cv: Cv) -> bytes:
    """Return the CV as the Europass JSON that was in use until 2020."""
    return _json({"SkillsPassport": {"Locale": cv.language, "LearnerInfo": _learner(cv)}})


def _learner(cv: Cv) -> Json:
    papers, first = cv.papers, cv.name.split(" ", maxsplit=1)
    mother, *foreign = cv.tongues
    return {
        "Identification": {
            "PersonName": {"FirstName": first[0], "Surname": first[-1]},
            "ContactInfo": {
                "Address": {
                    "Contact": {
                        "AddressLine": papers.street,
                        "PostalCode": papers.postal_code,
                        "Municipality": papers.city,
                        "Country": {"Code": "DK"},
                    }
                },
                "Email": {"Contact": papers.email},
                "Telephone": [{"Contact": papers.phone}],
            },
        },
        "Headline": {"Type": {"Code": "personal_statement"}, "Description": {"Label": cv.summary}},
        "WorkExperience": [_work(job) for job in cv.jobs],
        "Education": [_attended(school) for school in cv.schools],
        "Skills": {
            "Linguistic": {
                "MotherTongue": [_spoken(mother[0], cv)],
                "ForeignLanguage": [
                    _spoken(code, cv)
                    | {"ProficiencyLevel": dict.fromkeys(("Listening", "Writing"), _CEFR[level])}
                    for code, level in foreign
                ],
            },
            "JobRelated": {"Description": "\n".join(cv.skills)},
            "Driving": {"Description": [code for code in cv.licence_codes if len(code) == 1]},
        },
    }


def _spoken(code: str, cv: Cv) -> Json:
    return {"Description": {"Code": code, "Label": tongue(code, cv.language)}}


def _work(job: CvJob) -> Json:
    period: Json = {"From": _month(job.began)}
    period |= {"Current": True} if job.ended is None else {"To": _month(job.ended)}
    return {
        "Period": period,
        "Position": {"Label": job.title},
        "Activities": job.description,
        "Employer": {"Name": job.employer},
    }


def _attended(school: CvSchool) -> Json:
    return {
        "Period": {"To": {"Year": school.ended}},
        "Title": school.title,
        "Organisation": {"Name": school.place},
        "Level": {"Code": _EQF[school.level]},
    }


def _month(day: date) -> Json:
    return {"Year": day.year, "Month": day.month}


def europass_xml(cv: Cv) -> bytes:
    """Return the CV as the Europass XML that was in use until 2020 (schema 3)."""
    root = etree.Element(
        f"{{{_EUROPASS}}}SkillsPassport",
        {"locale": cv.language},
        nsmap={None: _EUROPASS},  # type: ignore[dict-item]
    )
    _into(root, "LearnerInfo", _learner(cv))
    return _xml(root)


# Lists of the XML stand in an element that holds them; some values are attributes there.
_HELD = {"WorkExperience", "Education", "MotherTongue", "ForeignLanguage", "Telephone"}


def _into(parent: etree._Element, name: str, value: object) -> None:
    """Add a value of the JSON as the XML has it."""
    tag = f"{{{_EUROPASS}}}{name}"
    if isinstance(value, list):
        held = etree.SubElement(parent, f"{tag}List") if name in _HELD else None
        if held is None:
            parent = etree.SubElement(parent, tag)
            name = "Licence"
        for one in value:
            _into(parent if held is None else held, name, one)
    elif isinstance(value, dict) and "Year" in value:
        told = {"year": f"{value['Year']}"}
        if "Month" in value:
            told["month"] = f"--{value['Month']:02}"
        etree.SubElement(parent, tag, told)
    elif isinstance(value, dict):
        element = etree.SubElement(parent, tag)
        for key, inner in value.items():
            _into(element, key, inner)
    else:
        element = etree.SubElement(parent, tag)
        element.text = "true" if value is True else str(value)


_HR = "http://www.europass.eu/1.0"


def europass_profile(cv: Cv) -> bytes:
    """Return the profile as the Europass portal has downloaded it since 2020."""
    root = etree.Element(f"{{{_HR}}}Candidate", nsmap={None: _HR})  # type: ignore[dict-item]
    person = _sub(root, "CandidatePerson")
    name = _sub(person, "PersonName")
    given, *rest = cv.name.split(" ")
    _sub(name, "GivenName", given)
    _sub(name, "FamilyName", " ".join(rest))
    address = _sub(_sub(person, "Communication"), "Address")
    _sub(address, "AddressLine", cv.papers.street)
    _sub(address, "CityName", cv.papers.city)
    _sub(address, "PostalCode", cv.papers.postal_code)
    _sub(person, "PrimaryLanguageCode", cv.tongues[0][0])
    profile = _sub(root, "CandidateProfile")
    _sub(profile, "ExecutiveSummary", cv.summary)
    _histories(_sub(profile, "EmploymentHistory"), cv)
    schools = _sub(profile, "EducationHistory")
    for school in cv.schools:
        one = _sub(schools, "EducationOrganizationAttendance")
        _sub(one, "OrganizationName", school.place)
        _sub(one, "EducationLevelCode", _EQF[school.level])
        _dated(_sub(one, "AttendancePeriod"), "EndDate", f"{school.ended}")
        _sub(_sub(one, "EducationDegree"), "DegreeName", school.title)
    licences = _sub(profile, "Licenses")
    for code in cv.licence_codes:
        _sub(_sub(licences, "License"), "LicenseTypeCode", code)
    can = _sub(profile, "PersonQualifications")
    for skill in cv.skills:
        _sub(_sub(can, "PersonCompetency"), "CompetencyName", skill)
    for code, level in cv.tongues[1:]:
        one = _sub(can, "PersonCompetency")
        _sub(one, "CompetencyID", code)
        _sub(one, "TaxonomyID", "language")
        _sub(_sub(_sub(one, "CompetencyDimension"), "Score"), "ScoreText", _CEFR[level])
    return _xml(root)


def _histories(parent: etree._Element, cv: Cv) -> None:
    for job in cv.jobs:
        history = _sub(parent, "EmployerHistory")
        _sub(history, "OrganizationName", job.employer)
        position = _sub(history, "PositionHistory")
        _sub(position, "PositionTitle", job.title)
        period = _sub(position, "EmploymentPeriod")
        for name, text in _days(job):
            _dated(period, name, text)
        _sub(period, "CurrentIndicator", "true" if job.ended is None else "false")
        _sub(position, "Description", job.description)


def _days(job: CvJob) -> Iterator[tuple[str, str]]:
    yield "StartDate", job.began.isoformat()
    if job.ended is not None:
        yield "EndDate", job.ended.isoformat()


def _dated(parent: etree._Element, name: str, text: str) -> None:
    _sub(_sub(parent, name), "FormattedDateTime", text)


def _sub(parent: etree._Element, name: str, text: str = "") -> etree._Element:
    element = etree.SubElement(parent, f"{{{_HR}}}{name}")
    element.text = text or None
    return element


def _xml(root: etree._Element) -> bytes:
    found: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    return found


def _json(tree: Json) -> bytes:
    return orjson.dumps(tree, option=orjson.OPT_INDENT_2)
