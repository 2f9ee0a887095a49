# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A year of what people did while out of work, drawn for a chunk of them at once.

Rates are those of `truth.Behaviour`. Each deed hangs on a login, so that nobody acts without having
logged in; all of it lies within a spell. Moments are seconds since 1970.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jobunivers.simulator import truth as true
from jobunivers.simulator.nation.lives import Spells
from jobunivers.simulator.nation.market import Market

YEAR = 364  # days
DAY = 86_400
_MORNING, _EVENING = 6 * 3_600, 20 * 3_600  # UTC: Danish days from 7 or 8 to 21 or 22
_NIGHT = 3 * 3_600  # of a day in UTC, at its end: it is tomorrow in Denmark
_CHANGES = 0.03  # of logins, how many change the profile: assumption, once it is filled
PARTS = ("basics", "abilities", "experience", "education", "competences", "wishes")
ANSWERED = ("interview", "rejected", "offer", "applied")
INTERVIEW, REJECTED, OFFER, NO_ANSWER = range(4)

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Acting:
    """Who acts: columns of length n."""

    effort: Floats  # log
    searches_for: Ints  # market key of what she wishes for
    minority: Mask  # employers answer less, which is what fairness is measured by


@dataclass(frozen=True, slots=True)
class Applied:
    """Applications; `row` is an advertisement of the market, `linked` whether it was open then."""

    person: Ints
    at: Ints
    row: Ints
    linked: Mask
    status: Ints  # index in ANSWERED
    answered_at: Ints  # meaningless while NO_ANSWER


@dataclass(frozen=True, slots=True)
class Kept:
    """Advertisements starred or hidden; each once."""

    person: Ints
    at: Ints
    row: Ints


@dataclass(frozen=True, slots=True)
class Away:
    """Absences: days before today; `ends` may be negative (still to come)."""

    person: Ints
    begins: Ints
    ends: Ints
    ill: Mask


@dataclass(frozen=True, slots=True)
class Deeds:
    """Everything of the year."""

    login: tuple[Ints, Ints, Ints]  # person, moment, spell
    change: tuple[Ints, Ints]
    applied: Applied
    starred: Kept
    hidden: Kept
    away: Away


class Year:
    """Draws the year that ends on the day before today."""

    def __init__(
        self,
        truth: true.Truth,
        market: Market,
        today: int,
        activity: float,
        rng: np.random.Generator,
    ) -> None:
        """Take `today` as days since 1970, `activity` as the share of rates that happens here."""
        self.truth, self.market, self.today = truth, market, today
        self.activity, self.rng = activity, rng

    def draw(self, spells: Spells, who: Acting) -> Deeds:
        """Return all deeds of these people, in order of person and time."""
        person, at, spell = self._logins(spells, who)
        applied = self._applied(spells, who, person, at, spell)
        starred = self._kept(who, person, at, self.truth.behaviour.stars)
        hidden = self._kept(who, person, at, self.truth.behaviour.hides)
        changes = self.rng.random(len(at)) < _CHANGES
        return Deeds(
            login=(person, at, spell),
            change=(person[changes], self._after(at[changes])),
            applied=applied,
            starred=starred,
            hidden=_without(hidden, starred, len(self.market)),
            away=self._away(spells),
        )

    def _logins(self, spells: Spells, who: Acting) -> tuple[Ints, Ints, Ints]:
        """Return person, moment and spell of each login."""
        how, rng = self.truth.behaviour, self.rng
        began = np.minimum(spells.began, YEAR)
        days = began - spells.ended
        busiest = max(how.weekday)
        rate = how.logins / 7 * self.activity * np.exp(who.effort[spells.person]) * busiest
        many = rng.poisson(rate * np.maximum(days, 0))
        spell = np.repeat(np.arange(len(many)), many)
        ago = began[spell] - (rng.random(len(spell)) * days[spell]).astype(np.int64)
        ago = np.maximum(ago, 1)  # today is left to those who come to look
        weeks = (spells.began[spell] - ago) // 7
        weekday = (self.today - ago + 3) % 7  # the first of January 1970 was a Thursday
        kept = np.array(how.weekday)[weekday] / busiest * np.exp(how.effort_decline * weeks)
        # A spell of a single day that began today has no yesterday to log in on.
        stays = (rng.random(len(spell)) < kept) & (ago <= spells.began[spell])
        stays &= ago > spells.ended[spell]
        spell, ago = spell[stays], ago[stays]
        at = (self.today - ago) * DAY + rng.integers(_MORNING, _EVENING, len(ago))
        person = spells.person[spell]
        order = np.lexsort((at, person))
        return person[order], at[order], spell[order]

    def _after(self, at: Ints) -> Ints:
        """Return moments within the visit that began then."""
        return at + self.rng.integers(30, 1_800, len(at))

    def _kept(self, who: Acting, person: Ints, at: Ints, share: float) -> Kept:
        chosen = self.rng.random(len(at)) < share
        person, at = person[chosen], self._after(at[chosen])
        row, is_open = self.market.chosen(who.searches_for[person], at, self.rng)
        person, at, row = person[is_open], at[is_open], row[is_open]
        _, first = np.unique(person * len(self.market) + row, return_index=True)
        return Kept(person[first], at[first], row[first])

    def _applied(self, spells: Spells, who: Acting, person: Ints, at: Ints, spell: Ints) -> Applied:
        how, rng = self.truth.behaviour, self.rng
        chosen = rng.random(len(at)) < how.applications / how.logins
        person, at, spell = person[chosen], self._after(at[chosen]), spell[chosen]
        row, linked = self.market.chosen(who.searches_for[person], at, rng)
        linked &= _first_of(person * len(self.market) + row, linked)
        invited = how.interview * np.where(who.minority[person], how.minority_interviews, 1.0)
        draw = rng.random(len(person))
        status = np.where(draw < how.answers, REJECTED, NO_ANSWER)
        status = np.where(draw < invited, INTERVIEW, status)
        answered = at + (rng.exponential(how.answer_days, len(at)) * DAY).astype(np.int64) + 3_600
        # Who found work through an application: her last one was the one.
        last = np.r_[spell[1:] != spell[:-1], True] if len(spell) else np.zeros(0, np.bool_)
        found = last & (spells.end[spell] == true.ENDS.index("job"))
        found &= rng.random(len(spell)) < how.through_application
        status = np.where(found, OFFER, status)
        # An answer comes while she is still out of work, or she notes it no more.
        until = (self.today - spells.ended[spell]) * DAY - _NIGHT
        answered = np.where(found, np.minimum(answered, np.maximum(until - 1, at + 1)), answered)
        status = np.where(answered < until, status, np.where(found, OFFER, NO_ANSWER))
        return Applied(person, at, row, linked, status, answered)

    def _away(self, spells: Spells) -> Away:
        how, rng = self.truth.behaviour, self.rng
        began = np.minimum(spells.began, YEAR)
        days = np.maximum(began - spells.ended, 0)
        parts = []
        for rate, mean, ill in ((how.falls_ill, how.ill_days, True), (how.holiday, 9.0, False)):
            spell = np.repeat(np.arange(len(days)), rng.poisson(rate * days))
            ago = began[spell] - (rng.random(len(spell)) * days[spell]).astype(np.int64)
            kept = ago > spells.ended[spell]
            spell, ago = spell[kept], np.maximum(ago[kept], 0)
            ends = ago - 1 - rng.geometric(1 / mean, len(ago)) + 1
            # Nothing is asked of her when she is back at work either.
            over = spells.end[spell] >= 0
            ends = np.where(over, np.maximum(ends, spells.ended[spell]), ends)
            parts.append((spells.person[spell], ago, ends, np.full(len(ago), ill)))
        person, begins, ends, ill_ = (np.concatenate(part) for part in zip(*parts, strict=True))
        kept = ends < begins
        return Away(person[kept], begins[kept], ends[kept], ill_[kept])


def _first_of(keys: Ints, counts: Mask) -> Mask:
    """Return which rows are the first with their key among those that count."""
    rows = np.flatnonzero(counts)
    _, first = np.unique(keys[rows], return_index=True)
    found = np.zeros(len(keys), dtype=np.bool_)
    found[rows[first]] = True
    return found


def _without(kept: Kept, others: Kept, size: int) -> Kept:
    """Return what is not among the others: what is hidden is starred no more."""
    stays = ~np.isin(kept.person * size + kept.row, others.person * size + others.row)
    return Kept(kept.person[stays], kept.at[stays], kept.row[stays])
