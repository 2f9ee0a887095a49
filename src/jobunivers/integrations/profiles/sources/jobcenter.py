# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the job centre's case system knows: `GET /sager/{subject}`.

BEK 113/2026 § 29 (CV information), § 38 and § 43 (job goals of "Min Plan", offers such as
internships). Notes, illness, benefits and social matters are not asked for and not read.
"""

from jobunivers.integrations.profiles import values
from jobunivers.integrations.profiles.formats.trees import Json, child_of, objects
from jobunivers.integrations.profiles.records import JobTold, ProfileTold
from jobunivers.integrations.profiles.sources import common

_WORKPLACES = ("virksomhedspraktik", "løntilskud", "nytteindsats")


def read(data: object) -> ProfileTold:
    """Return what a case tells of work, education and goals."""
    works, offers = objects(data, "tidligereBeskaeftigelse"), objects(data, "tilbud")
    schools = objects(data, "uddannelser")
    read_works = [
        common.job(one, title="stilling", employer="virksomhed", began="startdato",
                   ended="slutdato", text="opgaver", where="tidligereBeskaeftigelse")
        for one in works
    ]  # fmt: skip
    jobs = [job for job in read_works if job is not None]
    jobs += [job for one in offers if (job := _offer(one)) is not None]
    educations = [
        told
        for one in schools
        if (told := common.education(one, title="navn", institution="sted",
                                     where="uddannelser")) is not None
    ]  # fmt: skip
    return ProfileTold(
        format="jobcenter",
        jobs=tuple(jobs),
        educations=tuple(educations),
        wishes=common.words(data, "jobmaal", "stillingsbetegnelse"),
        updated_on=values.clipped(child_of(data, "opdateret"), 10),
        passed_over=sum(one is None for one in read_works) + len(schools) - len(educations),
    )


def _offer(one: Json) -> JobTold | None:
    """Return an offer at a workplace as experience; courses and mentors are none."""
    kind = values.clipped(child_of(one, "type"), 60)
    if kind.casefold() not in _WORKPLACES:
        return None
    return common.job(one, title="arbejdsfunktion", employer="virksomhed", began="startdato",
                      ended="slutdato", text="opgaver", where=f"tilbud: {kind}")  # fmt: skip
