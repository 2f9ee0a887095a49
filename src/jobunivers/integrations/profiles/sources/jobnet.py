# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Her CV on Jobnet: `GET /borgere/{subject}/cv`.

BEK 113/2026 § 2, nr. 7 (registered on Jobnet), §§ 29 and 31 (CV information: work and education,
and whether it is approved). `godkendelsesstatus` is read by nobody here: it is a control.
"""

from jobunivers.integrations.profiles import values
from jobunivers.integrations.profiles.formats.trees import child_of, objects
from jobunivers.integrations.profiles.formats.trees import values as values_of
from jobunivers.integrations.profiles.records import LONGEST_TEXT, ProfileTold
from jobunivers.integrations.profiles.sources import common


def read(data: object) -> ProfileTold:
    """Return what a CV on Jobnet tells."""
    works, schools = objects(data, "erhvervserfaring"), objects(data, "uddannelser")
    jobs = [
        job
        for one in works
        if (job := common.job(one, title="stillingsbetegnelse", employer="virksomhedsnavn",
                              began="startdato", ended="slutdato", text="beskrivelse",
                              where="erhvervserfaring")) is not None
    ]  # fmt: skip
    educations = [
        told
        for one in schools
        if (told := common.education(one, title="uddannelsesnavn", institution="uddannelsessted",
                                     where="uddannelser")) is not None
    ]  # fmt: skip
    return ProfileTold(
        format="jobnet",
        jobs=tuple(jobs),
        educations=tuple(educations),
        skills=common.words(data, "kompetencer", "navn"),
        wishes=common.words(data, "stillingsoensker", "stillingsbetegnelse"),
        languages=common.languages(data, "sprog"),
        licences=common.licences(values_of(data, "koerekort"), "koerekort"),
        postal_code=values.clipped(child_of(data, "bopael", "postnummer"), 10),
        summary=values.paragraphs(child_of(data, "praesentation"), LONGEST_TEXT),
        updated_on=values.clipped(child_of(data, "opdateret"), 10),
        passed_over=len(works) + len(schools) - len(jobs) - len(educations),
    )
