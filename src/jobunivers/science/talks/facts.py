# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the rules look at: numbers and days of one citizen. Unknown is None, and holds no rule."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkFacts:
    """One citizen before a talk, as she is known on a day.

    Nothing of her health, sex, origin or chance of work is here, and no rule can ask for it.
    Names are those of things (an occupation, a competence), never of people.
    """

    today: date
    first_talk: bool = False
    out_since: date | None = None
    back_since: date | None = None  # the newest absence that has ended
    objection_since: date | None = None
    last_applied: date | None = None
    applications90: int = 0
    interviews180: int = 0
    next_interview: date | None = None
    open_offer: date | None = None  # an application stands as offered since then
    overdue_since: date | None = None  # the oldest day of the plan that has passed
    overdue: int = 0
    goals_open: int = 0
    activities_ahead: int = 0
    wished: str = ""  # the occupation she wishes
    openings_near: int | None = None  # open jobs in the work she wishes, within reach
    skill: str = ""  # the competence most of her jobs ask for and her profile does not name
    skill_jobs: int = 0
    skill_of: int = 0  # of so many jobs
    reach_km: int | None = None
    profile_parts: int | None = None  # of six parts of the profile, so many are there
