# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What her unemployment fund has noted: `GET /medlemmer/{subject}/profil`.

BEK 113/2026 § 93 (CV information of members) and § 94, stk. 2, nr. 3 (job titles she is to look
for). Benefits, rights and counters (§§ 67–81) are no part of a profile and are not asked for.
"""

from jobunivers.integrations.profiles import values
from jobunivers.integrations.profiles.formats.trees import child_of, objects
from jobunivers.integrations.profiles.formats.trees import values as values_of
from jobunivers.integrations.profiles.records import LONGEST_WORDS, ProfileTold, WordsTold
from jobunivers.integrations.profiles.sources import common


def read(data: object) -> ProfileTold:
    """Return what a fund tells."""
    works, schools = objects(data, "beskaeftigelse"), objects(data, "uddannelse")
    jobs = [
        job
        for one in works
        if (job := common.job(one, title="stilling", employer="arbejdsgiver", began="fra",
                              ended="til", text="opgaver", where="beskaeftigelse")) is not None
    ]  # fmt: skip
    educations = [
        told
        for one in schools
        if (told := common.education(one, title="navn", institution="sted",
                                     where="uddannelse")) is not None
    ]  # fmt: skip
    titles = values_of(data, "kravTilJobsoegning", "stillingsbetegnelser")
    named = (values.clipped(title, LONGEST_WORDS) for title in titles)
    return ProfileTold(
        format="akasse",
        jobs=tuple(jobs),
        educations=tuple(educations),
        wishes=tuple(WordsTold(words=one, where="kravTilJobsoegning") for one in named if one),
        licences=common.licences(values_of(data, "koerekort"), "koerekort"),
        updated_on=values.clipped(child_of(data, "opdateret"), 10),
        passed_over=len(works) + len(schools) - len(jobs) - len(educations),
    )
