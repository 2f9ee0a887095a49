# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a case stands: its procedure applied to the facts people have set, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from jobunivers.foundation.ui.wording import day_year
from jobunivers.rooms.availability.models import (
    CASH_BENEFIT,
    MUST_SEEK,
    BenefitGroup,
    Case,
    CaseFact,
    CaseKind,
    CaseRules,
    Outcome,
)
from jobunivers.rooms.availability.queries import words
from jobunivers.rooms.availability.queries.procedures import missing_rules, procedure_of
from jobunivers.science.procedure import (
    Condition,
    Fact,
    Facts,
    Procedure,
    Reason,
    Standing,
    State,
    StepNow,
    standing,
)

_OF_SEEKERS = frozenset({CaseKind.NOT_REGISTERED, CaseKind.NO_JOB_SEARCH})
# By what her fund decides of her benefit.
_INSURED: Mapping[str, tuple[str, ...]] = {
    CaseKind.ABSENT_TALK: ("BEK 46/2026 § 18",),
    CaseKind.NOT_BOOKED: ("BEK 46/2026 § 6", "BEK 46/2026 § 10"),
    CaseKind.ABSENT_OFFER: ("BEK 46/2026 § 19",),
    CaseKind.NOT_REGISTERED: ("BEK 46/2026 § 16", "BEK 46/2026 § 17"),
    CaseKind.REFUSED_JOB: ("BEK 46/2026 § 16", "BEK 46/2026 § 39"),
    CaseKind.NO_JOB_SEARCH: ("BEK 46/2026 § 40", "BEK 46/2026 § 44"),
    CaseKind.ASSESSMENT: ("BEK 46/2026 § 39", "BEK 46/2026 § 44"),
}


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact that people are asked to set, in words, and as it is set."""

    code: str
    name: Promise | str
    value: bool | None
    row: CaseFact | None
    by: str
    evidence: bool
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step in words: how it stands, why, what to find out, and the law."""

    code: str
    name: Promise | str
    state: str
    state_words: Promise | str
    why: list[str]
    find_out: list[Promise | str]
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeadlineLine:
    """A deadline of the case, with its last day."""

    code: str
    name: Promise | str
    last_day: date
    passed: bool
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """All of it. `gap` says what is missing when the case cannot be guided ("": nothing)."""

    procedure: Procedure | None
    standing: Standing | None
    facts: list[FactLine]
    steps: list[StepLine]
    deadlines: list[DeadlineLine]
    kind: str
    gap: str = ""
    insured: bool = False

    @property
    def insured_law(self) -> tuple[str, ...]:
        """Return the law by which her fund decides, and is told."""
        return (*_INSURED[self.kind], "BEK 46/2026 § 42")

    def allows(self, code: str) -> bool:
        """Say whether a step may be taken now."""
        return self.standing is not None and self.standing.allows(code)

    def step(self, *codes: str) -> StepLine | None:
        """Return the first of these steps that concerns the case."""
        return next((one for one in self.steps if one.code in codes), None)

    def outcomes(self, kind: str) -> list[Outcome]:
        """Return what may be decided now; without a procedure nothing against her ever may."""
        if self.standing is None:
            return [Outcome.NOTHING, Outcome.GUIDANCE]
        return [one for one in words.outcomes_of(kind) if self.allows(words.STEP_OF[kind, one])]


def case_rules() -> CaseRules:
    """Return what the kommune has decided of its cases, or what holds until it has."""
    return CaseRules.objects.order_by("-pk").first() or CaseRules(four_eyes=False)


def guide(
    case: Case,
    *,
    on: date,
    rows: list[CaseFact] | None = None,
    names: Mapping[int, str] | None = None,
    four_eyes: bool | None = None,
) -> Guide:
    """Return how a case stands on a day.

    Args:
        case: which.
        on: today.
        rows: its facts, where they have been read already.
        names: of those who set them.
        four_eyes: whether the kommune wants a second person, where that has been read.
    """
    procedure = procedure_of(case.procedure)
    if procedure is None:
        gap = _(
            "Vi har ingen gennemgået fremgangsmåde for %(day)s. Trinene kan ikke vises, og der"
            " kan ikke sanktioneres herfra. Spørg den, der holder øje med reglerne."
        ) % {"day": day_year(case.event_on)}
        return Guide(
            None, None, [], [], [], case.kind, gap, insured=case.group == BenefitGroup.INSURED
        )  # fmt: skip
    rows = list(case.facts.order_by("pk")) if rows is None else rows
    if four_eyes is None:
        four_eyes = case_rules().four_eyes
    missing = missing_rules(procedure, case.kind, case.event_on)
    found = standing(
        procedure,
        kind=case.kind,
        facts=facts_of(case, rows, four_eyes=four_eyes),
        days=days_of(case),
        on=on,
        missing_rules=missing,
    )
    by_code = {one.code: one for one in rows}
    return Guide(
        procedure,
        found,
        [
            _fact(one, case, by_code.get(one.code), names or {}, found.cited(law))
            for one in found.asked
            for law in [procedure.kind(case.kind).duties if one.of_duty else one.references]
        ],
        [_step(one, case, procedure, found) for one in found.steps],
        [
            DeadlineLine(
                one.deadline.code,
                words.DEADLINES[one.deadline.code],
                one.last_day,
                one.passed,
                found.cited(one.deadline.references),
            )
            for one in found.deadlines
            if one.last_day is not None and _counts(one.deadline.code, case)
        ],
        case.kind,
        _gap(missing, case) if missing else "",
        insured=case.group == BenefitGroup.INSURED,
    )


def facts_of(case: Case, rows: list[CaseFact], *, four_eyes: bool) -> Facts:
    """Return what is known: what people have set, and what the case itself knows."""
    unknown = case.group == BenefitGroup.UNKNOWN
    return {one.code: one.value for one in rows} | {
        "cash_benefit": None if unknown else case.group in CASH_BENEFIT,
        "insured": None if unknown else case.group == BenefitGroup.INSURED,
        "activity_ready": None if unknown else case.group == BenefitGroup.ACTIVITY_READY,
        "bound": _bound(case),
        "hearing_sent": case.hearing_sent_at is not None,
        "answered": case.answered_at is not None,
        "draft_written": bool(case.text and case.reasons and case.outcome) and case.draft_holds,
        "four_eyes": four_eyes,
        "reviewed": case.reviewed_at is not None,
    }


def days_of(case: Case) -> dict[str, date]:
    """Return the days of a case that are known."""
    found = {"event_on": case.event_on}
    if case.hearing_sent_at is not None and case.hearing_due_on is not None:
        found["hearing_due_on"] = case.hearing_due_on
    if case.decided_at is not None:
        found["decided_on"] = timezone.localdate(case.decided_at)
    return found


def _bound(case: Case) -> bool | None:
    """Say whether the duty is one of her group; None while it is not known what she receives."""
    if case.kind not in _OF_SEEKERS:
        return True
    return None if case.group == BenefitGroup.UNKNOWN else case.group in MUST_SEEK


def _counts(code: str, case: Case) -> bool:
    return code != "effect" or case.kind != CaseKind.ASSESSMENT


def _gap(missing: frozenset[str], case: Case) -> str:
    return _("Regelsamlingen har ikke %(rules)s for %(day)s. De trin, den bærer, er stoppet.") % {
        "rules": ", ".join(sorted(missing)),
        "day": day_year(case.event_on),
    }


def _fact(
    fact: Fact,
    case: Case,
    row: CaseFact | None,
    names: Mapping[int, str],
    references: tuple[str, ...],
) -> FactLine:
    return FactLine(
        fact.code,
        words.fact_words(fact.code, case.kind),
        row.value if row else None,
        row,
        names.get(row.set_by_id, "") if row else "",
        fact.evidence,
        references,
    )


def _step(one: StepNow, case: Case, procedure: Procedure, found: Standing) -> StepLine:
    kind = procedure.kind(case.kind)
    stopped = one.state not in {State.DONE, State.REQUIRED, State.POSSIBLE}
    return StepLine(
        one.step.code,
        words.STEPS[one.step.code],
        one.state.value,
        words.STEP_STATES[one.state],
        [_why(each, one.state, case) for each in one.reasons] if stopped else [],
        [words.fact_words(code, case.kind) for code in one.find_out] if stopped else [],
        found.cited(one.step.references + (kind.references if one.step.of_kind else ())),
    )


def _why(reason: Reason, state: State, case: Case) -> str:
    if reason.kind == "deadline":
        return _("Fristen var %(day)s.") % {"day": day_year(reason.day)}
    if reason.kind == "rule":
        return _("Reglen %(code)s findes ikke for %(day)s.") % {
            "code": reason.code,
            "day": day_year(case.event_on),
        }
    if state == State.FORBIDDEN and (why := _not_of_her_group(reason.code, case)):
        return why
    either = _(" eller ").join(_condition(one, case) for one in reason.conditions)
    if state == State.UNKNOWN:
        return _("Det kræver: %(what)s.") % {"what": either}
    return _("Det kræver: %(what)s. Det er ikke sådan her.") % {"what": either}


def _not_of_her_group(code: str, case: Case) -> str:
    if code == "cash_benefit":
        if case.group == BenefitGroup.FLEX:
            return _(
                "Trinene gælder kontanthjælp. Ledighedsydelse har sine egne regler"
                " (LAS §§ 75 a-77 b), som ikke er med her."
            )
        return _("Kommunen kan kun sanktionere kontanthjælp. Dagpenge afgør a-kassen.")
    if code == "bound":
        return _(
            "At være tilmeldt, have et CV, søge job og skrive joblog er kun pligter for jobparate"
            " og åbenlyst uddannelsesparate (LAS §§ 8 a og 13 a)."
        )
    return ""


def _condition(one: Condition, case: Case) -> str:
    said = str(words.fact_words(one.fact, case.kind))
    return f"“{said}”" if one.value else _("ikke “%(fact)s”") % {"fact": said}
