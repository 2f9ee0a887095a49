# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Times out of work of many people at once, by the same truth as the small simulator's.

The register opens `YEARS` before today, with nobody in it. Each person loses a job on some day
since, stays out as `truth.weekly_hazard` says, finds work, and may lose it again. Nothing is chosen
afterwards by how a spell went, so that a model of durations learns what is true.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from jobunivers.simulator import truth as true

YEARS = 4
WINDOW = 7 * 52 * YEARS  # days
ROUNDS = 7  # most spells of one person since the register opened
SPELLS_EACH = ROUNDS  # numbers kept free for a person's spells
# Days of work until the next job is lost, exponential: assumption.
WORKS_FOR = 1_100.0
# After a year some go over to another benefit or retire, whoever they are: a week, besides the
# hazards of `truth`. Assumption; it makes 29 in 100 of those ever registered out of work today,
# as 250,000 of 850,000.
RETIRES_FROM, RETIRES = 52, 0.0125
FOLLOWED_UP = 0.05  # a week: staff look at her and help; assumption: some six weeks in a year
_JOB, _EDUCATION, _MOVED, _LEFT = range(4)
_MOST = 0.5

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class People:
    """What a chunk of people is, as the truth knows them; columns of length n."""

    traits: true.Traits
    effort: Floats  # log, how much more than usual she searches
    advice: Floats  # factor on her chance: 1 where she reads no suggestions


@dataclass(frozen=True, slots=True)
class Spells:
    """Spells in the order of people and time; `end` is an index of `truth.ENDS`, -1 while open."""

    person: Ints
    began: Ints  # days before today, at most WINDOW
    ended: Ints  # days before today; 0 and end -1 while open
    end: Ints
    helped_person: Ints  # one row for each time staff followed up
    helped_day: Ints  # days before today


def draw(truth: true.Truth, people: People, rng: np.random.Generator) -> Spells:
    """Return everybody's spells since the register opened."""
    n = len(people.effort)
    begins = rng.integers(1, WINDOW + 1, n)
    here = np.arange(n)
    stay = _Stay(truth, people, rng)
    found: list[tuple[Ints, Ints, Ints, Ints]] = []
    for number in range(ROUNDS):
        if not len(here):
            break
        days, end = stay.draw(here, begins[here], number)
        ended = np.where(end < 0, 0, begins[here] - days)
        found.append((here, begins[here], ended, end))
        # Who moved or left the labour market does not come back to this register.
        again = (end == _JOB) | (end == _EDUCATION)
        here, until = here[again], ended[again]
        following = until - 1 - rng.exponential(WORKS_FOR, len(here)).astype(np.int64)
        begins[here] = following
        here = here[following >= 1]
    person, began, ended, end = (np.concatenate(parts) for parts in zip(*found, strict=True))
    order = np.lexsort((-began, person))
    return Spells(
        person[order], began[order], ended[order], end[order],
        np.concatenate([one for one, _ in stay.helped]),
        np.concatenate([one for _, one in stay.helped]),
    )  # fmt: skip


class _Stay:
    """Draws how long people stay out, and remembers when staff followed them up."""

    def __init__(self, truth: true.Truth, people: People, rng: np.random.Generator) -> None:
        self.truth, self.people, self.rng = truth, people, rng
        self.helped: list[tuple[Ints, Ints]] = [(np.zeros(0, np.int64), np.zeros(0, np.int64))]

    def draw(self, here: Ints, begins: Ints, number: int) -> tuple[Ints, Ints]:
        """Return how many days each stays out, and how it ends (-1: it has not)."""
        effects, rng = self.truth.effects, self.rng
        traits = _taken(self.people.traits, here, begins, number)
        effort = effects.effort * self.people.effort[here]
        own = self.people.advice[here] * np.exp(true.log_odds(self.truth, traits) + effort)
        left_in = np.full(len(here), -1)
        retired = np.zeros(len(here), dtype=np.bool_)
        last_help = np.full(len(here), -1_000)
        out = np.arange(len(here))
        for week in range(WINDOW // 7 + 1):
            out = out[(left_in[out] < 0) & (begins[out] > week * 7)]
            if not len(out):
                break
            seen = out[rng.random(len(out)) < FOLLOWED_UP]
            last_help[seen] = week
            self.helped.append((here[seen], begins[seen] - week * 7))
            recent = (week - last_help[out]) * 7 < effects.help_days
            chance = self._chance(week, own[out], recent)
            retires = rng.random(len(out)) < RETIRES * (week >= RETIRES_FROM)
            gone = retires | (rng.random(len(out)) < chance)
            left_in[out[gone]] = week
            retired[out[gone]] = retires[gone]
        days = np.where(left_in < 0, begins, left_in * 7 + rng.integers(1, 7, len(here)))
        still = days >= begins  # the week was not over by today
        end = true.draw_ends(self.truth, len(here), rng)
        return days, np.where(still, -1, np.where(retired, _LEFT, end))

    def _chance(self, week: int, own: Floats, helped: NDArray[np.bool_]) -> Floats:
        effects = self.truth.effects
        rate: Floats = true.baseline(self.truth, np.array([week]))[0] * own
        rate *= np.exp(effects.effort * self.truth.behaviour.effort_decline * week)
        return np.asarray(np.minimum(rate * np.where(helped, effects.help, 1.0), _MOST))


def _taken(traits: true.Traits, here: Ints, begins: Ints, number: int) -> true.Traits:
    """Return the traits of some people on the day their spell of this number begins."""
    return replace(
        traits,
        age=traits.age[here] - begins / 365.25,
        education=traits.education[here],
        trade=traits.trade[here],
        earlier_spells=np.full(len(here), number),
        readiness=traits.readiness[here],
        danish=traits.danish[here],
        tightness=traits.tightness[here],
        frailty=traits.frailty[here],
        ill_for_long=traits.ill_for_long[here],
    )
