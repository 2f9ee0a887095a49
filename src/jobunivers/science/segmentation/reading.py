# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a policy from JSON: whole, or refused with every mistake said and where it is."""

from collections.abc import Mapping

from jobunivers.science.segmentation.facts import FACTS, NOT_IN_RULES, Bent, FactType
from jobunivers.science.segmentation.policy import (
    HELPS,
    Availability,
    Condition,
    Course,
    Help,
    Ladder,
    Op,
    Policy,
    Rule,
    Step,
    Talks,
)
from jobunivers.science.trees import BadTree, Part, Problem

__all__ = ["FORMAT", "BadPolicy", "Problem", "read_policy"]

FORMAT = 1
_MOST_RULES = 40
_MOST_DAYS = 730


class BadPolicy(BadTree):
    """The policy cannot be used."""


class _Part(Part):
    __slots__ = ()

    def number(self, name: str, least: float, most: float) -> float:
        found = self.get(name)
        if isinstance(found, bool) or not isinstance(found, int | float):
            self.wrong("no_number", "must be a number", name)
            return least
        if not least <= found <= most:
            self.wrong("out_of_range", f"must be between {least:g} and {most:g}", name)
            return least
        return float(found)

    def whole(self, name: str, least: int, most: int) -> int:
        found = self.number(name, least, most)
        if found != int(found):
            self.wrong("no_whole_number", "must be a whole number", name)
        return int(found)


def read_policy(body: object) -> Policy:
    """Return the policy of a JSON body; raises BadPolicy with every mistake in it."""
    whole = _Part(body, "")
    if not isinstance(body, Mapping):
        whole.wrong("missing", "must be an object")
        raise BadPolicy(whole.problems)
    if whole.get("format") != FORMAT:
        whole.wrong("format", f"must be {FORMAT}", "format")
    courses = _courses(whole)
    codes = tuple(course.code for course in courses)
    default = _course(whole, "default", codes)
    rules = tuple(_rule(one, codes) for one in whole.parts("rules")) if courses else ()
    ladder = _ladder(whole.part("ladder"))
    availability = _availability(whole.part("availability"))
    policy = Policy(
        courses=courses,
        default=default,
        default_why_da=whole.text("default_why_da"),
        default_why_en=whole.text("default_why_en"),
        rules=rules,
        ladder=ladder,
        availability=availability,
        objection_days=whole.whole("objection_days", 1, 60),
    )
    if not whole.problems:
        _agree(whole, policy)
    if whole.problems:
        raise BadPolicy(whole.problems)
    return policy


def _courses(whole: _Part) -> tuple[Course, ...]:
    found = [
        Course(
            code=one.text("code"),
            closeness=one.whole("closeness", 0, 20),
            consultant=one.get("consultant") is True,
            pushes_per_week=one.number("pushes_per_week", 0, 14),
            days_between_talks=one.whole("days_between_talks", 1, _MOST_DAYS),
            talks=Talks(one.choice("talks", tuple(Talks))),
            source=one.text("source", needed=False),
        )
        for one in whole.parts("courses")
    ]
    for name, values in (
        ("code", [one.code for one in found]),
        ("closeness", [one.closeness for one in found]),
    ):
        if len(set(values)) < len(values):
            whole.wrong("twice", f"no two courses may have the same {name}", "courses")
    found.sort(key=lambda one: one.closeness)
    if found and not found[-1].consultant:
        whole.wrong("no_consultant", "the closest course must have a consultant", "courses")
    return tuple(found)


def _course(part: _Part, name: str, codes: tuple[str, ...]) -> int:
    found = part.get(name)
    if found in codes:
        return codes.index(str(found))
    part.wrong("unknown_course", f"must be one of {', '.join(codes)}", name)
    return 0


def _rule(one: _Part, codes: tuple[str, ...]) -> Rule:
    return Rule(
        code=one.text("code"),
        course=_course(one, "course", codes),
        conditions=tuple(_condition(part) for part in one.parts("all")),
        why_da=one.text("why_da"),
        why_en=one.text("why_en"),
        source=one.text("source", needed=False),
    )


def _condition(one: _Part) -> Condition:
    code = one.choice("fact", tuple(c for c in FACTS if c not in NOT_IN_RULES))
    op = Op(one.choice("is", tuple(Op)))
    fact = FACTS[code]
    if fact.type is FactType.LEVEL:
        return Condition(code, op, fact.number(one.choice("value", fact.levels)))
    if op is Op.IS:
        one.wrong("equals_number", 'a number is compared with ">=" or "<"', "is")
    most = 1.0 if fact.type is FactType.SHARE else 10_000.0
    return Condition(code, op, one.number("value", 0, most))


def _ladder(part: _Part) -> Ladder:
    return Ladder(
        steps=tuple(
            Step(
                code=one.text("code"),
                days=one.whole("days", 1, _MOST_DAYS),
                unanswered=one.whole("unanswered", 0, 100),
                help=Help(one.choice("help", HELPS)),
                why_da=one.text("why_da"),
                why_en=one.text("why_en"),
            )
            for one in part.parts("steps")
        ),
        back_after_weeks=part.whole("back_after_weeks", 1, 12),
        cool_down_days=part.whole("cool_down_days", 7, 90),
    )


def _availability(part: _Part) -> Availability:
    def days(name: str) -> int | None:
        return None if part.get(name) is None else part.whole(name, 1, _MOST_DAYS)

    week = part.get("applications_per_week")
    return Availability(
        applications_per_week=None if week is None else part.number("applications_per_week", 0, 50),
        cv_within_days=days("cv_within_days"),
        joblog_every_days=days("joblog_every_days"),
        login_every_days=days("login_every_days"),
        why_da=part.text("why_da"),
        why_en=part.text("why_en"),
        source=part.text("source", needed=False),
    )


def _agree(whole: _Part, policy: Policy) -> None:
    """Note what is wrong between parts that are each right."""
    codes = [rule.code for rule in policy.rules]
    if len(set(codes)) < len(codes) or "default" in codes:
        whole.wrong("twice", 'each rule has its own code, and none is "default"', "rules")
    if len(codes) > _MOST_RULES:
        whole.wrong("too_many", f"nobody reads more than {_MOST_RULES} rules", "rules")
    _rises(whole, policy.ladder)
    for number, rule in enumerate(policy.rules):
        later = [one.course for one in policy.rules[number + 1 :]] + [policy.default]
        _activity_never_costs(_Part(None, f"rules[{number}]", whole.problems), rule, later)


def _rises(whole: _Part, ladder: Ladder) -> None:
    before = None
    for number, step in enumerate(ladder.steps):
        if before is not None and not (
            before.days < step.days
            and before.unanswered <= step.unanswered
            and HELPS.index(before.help) <= HELPS.index(step.help)
        ):
            whole.wrong(
                "not_rising",
                "each step comes later than the one before and brings no less help",
                f"ladder.steps[{number}]",
            )
        before = step


def _activity_never_costs(part: _Part, rule: Rule, later: list[int]) -> None:
    """Note a rule by which doing more could lead to closer help, or doing less away from it."""
    ways = set()
    for condition in rule.conditions:
        bent = FACTS[condition.fact].bent
        if bent is not Bent.NEITHER:
            ways.add(bent if condition.op is Op.AT_LEAST else Bent(-bent))
    if not ways:
        return
    if len(ways) > 1:
        part.wrong("both_ways", "a rule asks either for activity or for the lack of it")
    elif Bent.QUIET in ways and rule.course < max(later):
        part.wrong(
            "activity_costs",
            "who does less must not get less close help: put rules with closer courses first",
            "course",
        )
    elif Bent.ACTIVE in ways and rule.course > min(later):
        part.wrong(
            "activity_costs",
            "who does more must not get closer help: a rule that asks for activity leads "
            "to a course no closer than those after it",
            "course",
        )
