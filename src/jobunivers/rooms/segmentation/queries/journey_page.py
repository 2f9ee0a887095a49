# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why she is where she is, on one page: for herself, and for staff who say why they look."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.ui.wording import number
from jobunivers.rooms.segmentation.models import Placement, Policy
from jobunivers.rooms.segmentation.queries.chance_words import ToldChance, told
from jobunivers.rooms.segmentation.queries.chances import ChanceOf, chance_of
from jobunivers.rooms.segmentation.queries.courses import CourseName, called, course_names
from jobunivers.rooms.segmentation.queries.explaining import Explained, explain
from jobunivers.rooms.segmentation.queries.facts import (
    FACTS,
    condition_words,
    correct_url,
    value_words,
)
from jobunivers.rooms.segmentation.queries.her_people import (
    AbsenceRow,
    Chosen,
    ObjectionRow,
    absence_of,
    people_around,
)
from jobunivers.rooms.segmentation.queries.moves_page import MoveRow, her_moves
from jobunivers.rooms.segmentation.queries.policy_text import (
    CourseText,
    PolicyText,
    StepText,
    policy_text,
)
from jobunivers.science.segmentation import Change, Explanation

_STEPS: Mapping[str, Promise] = {
    "none": _("En påmindelse"),
    "one_closer": _("Et forløb med mere hjælp"),
    "consultant": _("En personlig jobkonsulent"),
}
_CHANGES = 6


@dataclass(frozen=True, slots=True)
class Because:
    """A condition that held, and what was so."""

    condition: str
    now: str
    fact: str
    correct_url: str
    correct_words: str


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact that is used of her: its value, where it is from, where to correct it."""

    code: str
    name: str
    value: str
    source: str
    correct_url: str
    correct_words: str
    decided: bool  # it was among the reasons


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What would lead to another course."""

    text: str
    course_name: str
    closer: bool
    url: str
    act: str


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of the ladder as it is drawn; 0 is the floor."""

    number: int
    name: str
    when: str
    text: str
    here: bool


@dataclass(frozen=True, slots=True)
class JourneyPage:
    """All that the page shows; `course` is None until she is placed."""

    course: CourseText | None
    courses: tuple[CourseText, ...]
    since: datetime | None
    computed_at: datetime | None
    why: str
    because: tuple[Because, ...]
    by_ladder: bool
    step_why: str
    chosen: Chosen | None
    consultant: str
    waiting: str
    hers: tuple[ChangeRow, ...]
    others: tuple[ChangeRow, ...]
    ladder: tuple[Rung, ...]
    ladder_notes: tuple[str, ...]
    ladder_next: str
    chance: ToldChance | None
    model: str
    facts: tuple[FactRow, ...]
    absence: AbsenceRow | None
    objection: ObjectionRow | None  # the open one, else the newest that was answered
    moves: tuple[MoveRow, ...]
    text: PolicyText | None
    policy: Policy | None
    explained: Explained | None

    @property
    def facts_that_counted(self) -> tuple[FactRow, ...]:
        """Return the facts among the reasons."""
        return tuple(row for row in self.facts if row.decided)

    @property
    def other_facts(self) -> tuple[FactRow, ...]:
        """Return the other facts that the rules may look at."""
        return tuple(row for row in self.facts if not row.decided)


def journey_page(
    *, citizen_id: int, language: str, at: datetime, to_staff: bool = False
) -> JourneyPage:
    """Return where she is and why, with everything that was used."""
    found = chance_of(citizen_id=citizen_id, at=at)
    chance = told(found, to_staff=to_staff) if found else None
    names = course_names(language)
    placement = Placement.objects.filter(citizen_id=citizen_id).first()
    explained = _explained(placement, found, at=at)
    policy = _policy_of(placement, explained)
    text = policy_text(policy.body, names, language) if policy else None
    chosen, consultant, objection = people_around(citizen_id, names, today=timezone.localdate(at))
    step = placement.step if placement else 0
    courses = text.courses if text else ()
    changes = changes_of(explained, names)
    return JourneyPage(
        course=next((one for one in courses if placement and one.code == placement.course), None),
        courses=courses,
        since=placement.since if placement else None,
        computed_at=placement.computed_at if placement else None,
        why=_why(placement, text),
        because=because_of(placement),
        by_ladder=_by_ladder(text, step),
        step_why=text.steps[step - 1].why if text and 0 < step <= len(text.steps) else "",
        chosen=chosen,
        consultant=consultant,
        waiting=waiting_of(explained, names),
        hers=tuple(row for row, hers in changes if hers)[:_CHANGES],
        others=tuple(row for row, hers in changes if not hers)[:_CHANGES],
        ladder=_ladder(text, step),
        ladder_notes=text.ladder_notes if text else (),
        ladder_next=_next(explained),
        chance=chance,
        model=placement.model if placement else "",
        facts=_facts(explained, placement, chance),
        absence=absence_of(citizen_id, timezone.localdate(at)),
        objection=objection,
        moves=her_moves(citizen_id=citizen_id, names=names, at=at),
        text=text,
        policy=policy,
        explained=explained,
    )


def _explained(
    placement: Placement | None, chance: ChanceOf | None, *, at: datetime
) -> Explained | None:
    if placement is None:
        return None
    return explain(citizen_id=placement.citizen_id, at=at, placement=placement, chance=chance)


def _policy_of(placement: Placement | None, explained: Explained | None) -> Policy | None:
    """Return the policy she was placed by, which mostly is the one in effect."""
    if placement is None:
        return None
    now = explained.policy.row if explained else None
    if now is not None and now.pk == placement.policy_id:
        return now
    return Policy.objects.filter(pk=placement.policy_id).first()


def _why(placement: Placement | None, text: PolicyText | None) -> str:
    if placement is None or text is None:
        return ""
    rule = text.rule(placement.rule)
    return rule.why if rule else text.default_why


def _by_ladder(text: PolicyText | None, step: int) -> bool:
    """Say whether the step she stands on brings other help than the rules."""
    return bool(text and 0 < step <= len(text.steps) and text.steps[step - 1].brings != "none")


def because_of(placement: Placement | None) -> tuple[Because, ...]:
    """Return the conditions that held when she was placed, and what was so."""
    rows = placement.reasons if placement else ()
    return tuple(
        Because(
            condition=_upper(condition_words(one["fact"], one["is"], one["value"])),
            now=value_words(one["fact"], one.get("was")),
            fact=one["fact"],
            correct_url=correct_url(one["fact"]),
            correct_words=str(FACTS[one["fact"]].correct_words or ""),
        )
        for one in rows
        if one["fact"] in FACTS
    )


def changes_of(
    explained: Explained | None, names: Mapping[str, CourseName]
) -> list[tuple[ChangeRow, bool]]:
    """Return what would lead elsewhere, and whether it is in her own hands."""
    found = explained.explanation.changes if explained else ()
    return [(_change(one, names), one.hers) for one in found]


def _change(one: Change, names: Mapping[str, CourseName]) -> ChangeRow:
    course = called(names, one.course)
    text = gettext("Hvis %(condition)s, bliver dit forløb “%(course)s”.") % {
        "condition": condition_words(one.fact, one.op.value, one.value),
        "course": course,
    }
    return ChangeRow(
        text=text,
        course_name=course,
        closer=one.closer,
        url=correct_url(one.fact) if one.hers else "",
        act=str(FACTS[one.fact].correct_words or "") if one.hers else "",
    )


def waiting_of(explained: Explained | None, names: Mapping[str, CourseName]) -> str:
    """Return what waits for the cool-down, if something does."""
    one = explained.explanation if explained else None
    if one is None or one.waiting_course is None or one.absent:
        return ""
    return ngettext(
        "Reglerne peger nu på “%(course)s”. Det sker tidligst om %(n)s dag, hvis de stadig gør.",
        "Reglerne peger nu på “%(course)s”. Det sker tidligst om %(n)s dage, hvis de stadig gør.",
        one.waiting_days,
    ) % {"course": called(names, one.waiting_course), "n": number(one.waiting_days)}


def _ladder(text: PolicyText | None, step: int) -> tuple[Rung, ...]:
    if text is None or not text.steps:
        return ()
    floor = Rung(
        number=0,
        name=gettext("I gang"),
        when="",
        text=gettext("Her er du, når vi hører fra dig. Så sker der ikke mere."),
        here=step == 0,
    )
    return (floor, *(_rung(one, here=one.number == step) for one in text.steps))


def _rung(step: StepText, *, here: bool) -> Rung:
    name = str(_STEPS.get(step.brings, step.code))
    return Rung(number=step.number, name=name, when=step.when, text=step.help, here=here)


def _next(explained: Explained | None) -> str:
    """Return how far it is to the next step, and back, in words without blame."""
    one: Explanation | None = explained.explanation if explained else None
    if one is None:
        return ""
    if one.absent:
        return gettext("Du er væk lige nu, så uret står stille.")
    said = []
    if one.back_weeks_left:
        said.append(
            ngettext(
                "Er du i gang i %(n)s uge mere, går du et trin tilbage.",
                "Er du i gang i %(n)s uger mere, går du et trin tilbage.",
                one.back_weeks_left,
            )
            % {"n": number(one.back_weeks_left)}
        )
    rung = one.next_rung
    if rung is not None and rung.days_left > 0:
        said.append(
            ngettext(
                "Det næste trin kommer tidligst om %(n)s dag, og kun hvis vi slet ikke hører"
                " fra dig.",
                "Det næste trin kommer tidligst om %(n)s dage, og kun hvis vi slet ikke hører"
                " fra dig.",
                rung.days_left,
            )
            % {"n": number(rung.days_left)}
        )
    elif rung is not None and rung.unanswered_left > 0:
        said.append(gettext("Svar på en af vores beskeder, så bliver du, hvor du er."))
    return " ".join(said)


def _facts(
    explained: Explained | None, placement: Placement | None, chance: ToldChance | None
) -> tuple[FactRow, ...]:
    """Return every fact that is known or that any rule asks about, those that decided first.

    A chance is told as what happens to 100 people with the same facts, not as a number of hers,
    and with what gave it: the kommune's own history, or fixed rules.
    """
    ranges = {"chance26": chance.half_year, "chance52": chance.year} if chance else {}
    values = explained.facts if explained else {}
    decided = {one["fact"] for one in placement.reasons} if placement else set()
    rows = [
        FactRow(
            code=code,
            name=str(words.name),
            value=str(ranges.get(code) or value_words(code, values[code])),
            source=chance.source if chance and code in ranges else str(words.source),
            correct_url=correct_url(code),
            correct_words=str(words.correct_words or ""),
            decided=code in decided,
        )
        for code, words in FACTS.items()
        if code in values
    ]
    return tuple(sorted(rows, key=lambda row: not row.decided))


def _upper(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
