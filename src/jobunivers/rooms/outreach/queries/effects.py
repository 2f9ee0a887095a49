# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What came of what was sent, against those held out by lot: from counts made at night."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.outreach.models import WINDOWS, EffectCount, Outcome, Push, State, What
from jobunivers.rooms.outreach.queries.contents import offer_of
from jobunivers.science.effects import Arm, Effect, effect

WORDS: Mapping[str, Promise] = {
    Outcome.APPLIED: _("Skrev en ansøgning i joblog inden 28 dage"),
    Outcome.TALKED: _("Var til samtale hos en arbejdsgiver inden 56 dage"),
    Outcome.WORK: _("Kom i arbejde eller uddannelse inden 90 dage"),
}
VERDICTS: Mapping[str, Promise] = {
    "more": _("Flere gjorde det. Forskellen er større, end tilfældet plejer at lave."),
    "fewer": _("Færre gjorde det. Forskellen er større, end tilfældet plejer at lave."),
    "chance": _("Det kan være en tilfældighed."),
}
_JOB, _OFFER = _("Søgte jobbet inden 28 dage"), _("Gik i gang med det inden 28 dage")


@dataclass(frozen=True, slots=True)
class EffectLine:
    """One outcome. Of `effect` and `from_day` one at most is there.

    Neither: it is counted, and there are too few people to say a number.
    """

    words: Promise
    effect: Effect | None
    from_day: date | None  # too early: the first day there can be a number
    settled: bool

    @property
    def verdict(self) -> Promise | str:
        """Return in plain words what the difference says."""
        return VERDICTS[self.effect.verdict] if self.effect else ""

    @property
    def per_cent(self) -> dict[str, int]:
        """Return the numbers of the effect in whole per cent, as they are read."""
        told = self.effect
        if told is None:
            return {}
        names = ("given", "kept_from", "low", "high")
        read = {name: round(100 * float(getattr(told, name))) for name in names}
        # The difference of the two that stand there: whoever subtracts shall find it.
        return read | {"size": read["given"] - read["kept_from"]}


@dataclass(frozen=True, slots=True)
class Effects:
    """All outcomes, and between how many people lots were drawn."""

    given: int
    held_out: int
    lines: list[EffectLine]


def first_day(push: Push) -> date:
    """Return the first day on which something that counts can have happened."""
    if push.begun_at is None:
        raise ValueError("a push that has not begun")
    return timezone.localdate(push.begun_at)


def day_after(push: Push, outcome: str) -> date:
    """Return the first day on which an outcome can be counted: its days are over."""
    return first_day(push) + timedelta(days=WINDOWS[outcome])


def outcomes_of(push: Push) -> list[str]:
    """Return what is asked of those who got it, what is nearest to the push first."""
    every = [Outcome.APPLIED, Outcome.TALKED, Outcome.WORK]
    if push.what == What.JOB or offer_of(push) is not None:
        return [Outcome.THING, *every]
    return list(every)


def effects_of(pushes: Sequence[Push], *, at: datetime) -> Effects | None:
    """Return what came of these pushes of the same thing together; None when nobody is held out.

    The chance to get it must have been the same in all of them: one push, or those that one version
    of a rule has made.
    """
    there = [one for one in pushes if one.held_out and one.begun_at and one.state == State.SENT]
    if not there:
        return None
    counts = list(EffectCount.objects.filter(push__in=there).order_by("push_id", "outcome"))
    lines = [_line(outcome, there, counts, at=at) for outcome in outcomes_of(there[0])]
    most = max(
        (_arms([one for one in counts if one.outcome == outcome]) for outcome in WINDOWS),
        key=lambda arms: arms[0].people,
    )
    return Effects(most[0].people, most[1].people, lines)


def _line(
    outcome: str, pushes: Sequence[Push], counts: Sequence[EffectCount], *, at: datetime
) -> EffectLine:
    mine = [one for one in counts if one.outcome == outcome]
    words = WORDS.get(outcome) or (_JOB if pushes[0].what == What.JOB else _OFFER)
    if not mine:
        # The night after the last of its days counts it.
        soonest = min(day_after(one, outcome) for one in pushes)
        tomorrow = timezone.localdate(at) + timedelta(days=1)
        return EffectLine(words, None, max(soonest, tomorrow), settled=False)
    found = effect(*_arms(mine))
    return EffectLine(words, found, None, settled=all(one.settled for one in mine))


def _arms(counts: Sequence[EffectCount]) -> tuple[Arm, Arm]:
    return (
        Arm(sum(one.given for one in counts), sum(one.given_did for one in counts)),
        Arm(sum(one.held_out for one in counts), sum(one.held_out_did for one in counts)),
    )
