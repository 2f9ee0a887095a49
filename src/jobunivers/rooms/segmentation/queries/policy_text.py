# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A policy as sentences: what a citizen reads of it, in her language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.wording import number
from jobunivers.rooms.segmentation.queries.courses import CourseName, called
from jobunivers.rooms.segmentation.queries.facts import condition_words, together

TALKS: Mapping[str, Promise] = {
    "her_choice": _("Du vælger selv, om det er på video, i telefon eller ved et møde."),
    "in_person_offered": _("Vi tilbyder, at I mødes."),
}
HELP: Mapping[str, Promise] = {
    "none": _("Vi sender dig en påmindelse."),
    "one_closer": _("Vi tilbyder et forløb med hjælp, der er et trin tættere på."),
    "consultant": _("Vi tilbyder dig en personlig jobkonsulent."),
}

# What activity is enough, by the codes of the policy.
ENOUGH: Mapping[str, Promise] = {
    "applications_per_week": _("Søg omkring %(n)s job om ugen."),
    "cv_within_days": _("Skriv dit CV inden for %(n)s dage."),
    "joblog_every_days": _("Skriv i din joblog mindst hver %(n)s. dag."),
    "login_every_days": _("Log ind mindst hver %(n)s. dag."),
}


@dataclass(frozen=True, slots=True)
class CourseText:
    """What a course holds under a policy."""

    code: str
    name: str
    description: str
    closeness: int
    consultant: bool
    holds: tuple[str, ...]  # sentences
    source: str


@dataclass(frozen=True, slots=True)
class RuleText:
    """One rule as she reads it; `number` is its place, from 1: the first that fits decides."""

    number: int
    code: str
    course: str
    course_name: str
    clauses: tuple[str, ...]
    sentence: str
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class StepText:
    """One step of the ladder."""

    number: int
    code: str
    when: str
    brings: str  # none | one_closer | consultant
    help: str
    why: str


@dataclass(frozen=True, slots=True)
class PolicyText:
    """All of a policy."""

    courses: tuple[CourseText, ...]  # least help first
    rules: tuple[RuleText, ...]
    default_name: str
    default_why: str
    steps: tuple[StepText, ...]
    ladder_notes: tuple[str, ...]
    availability: tuple[str, ...]
    availability_why: str
    availability_source: str
    objection_days: int

    def rule(self, code: str) -> RuleText | None:
        """Return a rule by its code; None for the default and for one no longer there."""
        return next((rule for rule in self.rules if rule.code == code), None)


Body = Mapping[str, Any]
"""A policy as it is kept: the JSON that `science.segmentation.read_policy` reads."""


def policy_text(body: Body, names: Mapping[str, CourseName], language: str) -> PolicyText:
    """Return a policy in words; a draft that is not whole yet is said as far as it goes."""
    ladder = body.get("ladder", {})
    availability = body.get("availability", {})
    return PolicyText(
        courses=tuple(
            _course(course, names)
            for course in sorted(body.get("courses", ()), key=lambda one: one["closeness"])
        ),
        rules=tuple(
            _rule(place, rule, names, language)
            for place, rule in enumerate(body.get("rules", ()), start=1)
        ),
        default_name=called(names, body.get("default", "")),
        default_why=_in(body, "default_why", language),
        steps=tuple(
            _step(place, step, language)
            for place, step in enumerate(ladder.get("steps", ()), start=1)
        ),
        ladder_notes=_ladder_notes(ladder),
        availability=_availability(availability),
        availability_why=_in(availability, "why", language),
        availability_source=availability.get("source", ""),
        objection_days=int(body.get("objection_days", 0)),
    )


def closeness_of(body: Body) -> dict[str, int]:
    """Return how close each course's help is."""
    return {course["code"]: int(course["closeness"]) for course in body.get("courses", ())}


def _in(part: Body, name: str, language: str) -> str:
    """Return a text in the reader's language; Danish when there is none in English."""
    said = part.get(f"{name}_en") if language == "en" else ""
    return str(said or part.get(f"{name}_da", ""))


def _course(course: Body, names: Mapping[str, CourseName]) -> CourseText:
    code = course["code"]
    known = names.get(code)
    return CourseText(
        code=code,
        name=called(names, code),
        description=known.description if known else "",
        closeness=int(course["closeness"]),
        consultant=bool(course.get("consultant")),
        holds=tuple(_holds(course)),
        source=course.get("source", ""),
    )


def _holds(course: Body) -> list[str]:
    pushes, days = int(course.get("pushes_per_week", 0)), int(course.get("days_between_talks", 0))
    said = []
    if pushes:
        said.append(
            ngettext(
                "Vi skriver til dig omkring %(n)s gang om ugen.",
                "Vi skriver til dig omkring %(n)s gange om ugen.",
                pushes,
            )
            % {"n": number(pushes)}
        )
    if days:
        said.append(
            ngettext(
                "I taler sammen omkring hver %(n)s. dag.",
                "I taler sammen omkring hver %(n)s. dag.",
                days,
            )
            % {"n": number(days)}
        )
    if course.get("talks") in TALKS:
        said.append(str(TALKS[course["talks"]]))
    if course.get("consultant"):
        said.append(gettext("Du får en personlig jobkonsulent."))
    return said


def _rule(place: int, rule: Body, names: Mapping[str, CourseName], language: str) -> RuleText:
    clauses = [condition_words(one["fact"], one["is"], one["value"]) for one in rule["all"]]
    course = called(names, rule["course"])
    sentence = gettext("Når %(conditions)s, tilbyder vi dig %(course)s.") % {
        "conditions": together(clauses),
        "course": f"“{course}”",
    }
    return RuleText(
        number=place,
        code=rule["code"],
        course=rule["course"],
        course_name=course,
        clauses=tuple(clauses),
        sentence=sentence,
        why=_in(rule, "why", language),
        source=rule.get("source", ""),
    )


def _step(place: int, step: Body, language: str) -> StepText:
    days, unanswered = int(step["days"]), int(step["unanswered"])
    when = gettext("Efter %(days)s dage uden aktivitet, hvor %(many)s beskeder er uden svar.") % {
        "days": number(days),
        "many": number(unanswered),
    }
    why = _in(step, "why", language)
    for blank, value in (("{days}", days), ("{unanswered}", unanswered)):
        why = why.replace(blank, number(value))
    helps = step["help"]
    return StepText(place, step["code"], when, helps, str(HELP.get(helps, "")), why)


def _ladder_notes(ladder: Body) -> tuple[str, ...]:
    weeks, days = int(ladder.get("back_after_weeks", 0)), int(ladder.get("cool_down_days", 0))
    said = []
    if weeks:
        said.append(
            ngettext(
                "Når du har været i gang i %(n)s uge, går du et trin tilbage.",
                "Når du har været i gang i %(n)s uger i træk, går du et trin tilbage.",
                weeks,
            )
            % {"n": number(weeks)}
        )
    if days:
        said.append(
            ngettext(
                "Der går mindst %(n)s dag, før der sker noget nyt.",
                "Der går mindst %(n)s dage, før der sker noget nyt.",
                days,
            )
            % {"n": number(days)}
        )
    said.append(gettext("Er du syg, på ferie eller har en pause, står uret stille."))
    return tuple(said)


def _availability(part: Body) -> tuple[str, ...]:
    """Return what is enough activity, as short lines; none when the policy does not say."""
    return tuple(
        str(text) % {"n": number(part[code])} for code, text in ENOUGH.items() if part.get(code)
    )
