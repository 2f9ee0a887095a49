# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for looking: where people are, why, and the policy that offers it."""

from jobunivers.rooms.segmentation.queries.caseload_pages import (
    CaseloadPage,
    caseload_page,
    caseloads_page,
    leave_lines_of,
    leave_of,
    names_of,
)
from jobunivers.rooms.segmentation.queries.courses import (
    CourseName,
    called,
    course_names,
    course_question,
    course_word,
    names_from,
)
from jobunivers.rooms.segmentation.queries.explaining import Explained, explain
from jobunivers.rooms.segmentation.queries.flow_page import PERIODS, FlowPage, flow_page
from jobunivers.rooms.segmentation.queries.her_people import AbsenceRow, absences
from jobunivers.rooms.segmentation.queries.journey_page import JourneyPage, journey_page
from jobunivers.rooms.segmentation.queries.knowing import facts_of, seen
from jobunivers.rooms.segmentation.queries.moves_page import MoveRow, moves_page
from jobunivers.rooms.segmentation.queries.own import consultants_of, own_ids, with_consultant
from jobunivers.rooms.segmentation.queries.policies import NoPolicy, policy_in_effect
from jobunivers.rooms.segmentation.queries.policy_pages import (
    closeness_now,
    courses_of,
    objection_days,
    offered_courses,
    policies_page,
    policy_page,
    rules_page,
    trial_page,
    words_of,
)
from jobunivers.rooms.segmentation.queries.problems import problem_words
from jobunivers.rooms.segmentation.queries.spreading import (
    SpreadPage,
    hand_over_page,
    spread_page,
    substitutes,
    takers,
)
from jobunivers.rooms.segmentation.queries.staff_pages import objections_page, own_citizens_page
from jobunivers.rooms.segmentation.queries.team import (
    away_on,
    helps_instead,
    mine_today,
    stands_in,
    stood_in_leaves,
)
from jobunivers.rooms.segmentation.queries.words import OBJECTIONS_TO_STAFF

__all__ = [
    "OBJECTIONS_TO_STAFF",
    "PERIODS",
    "AbsenceRow",
    "CaseloadPage",
    "CourseName",
    "Explained",
    "FlowPage",
    "JourneyPage",
    "MoveRow",
    "NoPolicy",
    "SpreadPage",
    "absences",
    "away_on",
    "called",
    "caseload_page",
    "caseloads_page",
    "closeness_now",
    "consultants_of",
    "course_names",
    "course_question",
    "course_word",
    "courses_of",
    "explain",
    "facts_of",
    "flow_page",
    "hand_over_page",
    "helps_instead",
    "journey_page",
    "leave_lines_of",
    "leave_of",
    "mine_today",
    "moves_page",
    "names_from",
    "names_of",
    "objection_days",
    "objections_page",
    "offered_courses",
    "own_citizens_page",
    "own_ids",
    "policies_page",
    "policy_in_effect",
    "policy_page",
    "problem_words",
    "rules_page",
    "seen",
    "spread_page",
    "stands_in",
    "stood_in_leaves",
    "substitutes",
    "takers",
    "trial_page",
    "with_consultant",
    "words_of",
]
