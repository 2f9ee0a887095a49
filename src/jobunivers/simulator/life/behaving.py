# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How likely everybody is to do what today: arrays in, chances out. Knows no rooms."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jobunivers.simulator.life.record import GONE, IN_WORK, OUT, Record, traits_of
from jobunivers.simulator.truth import Floats, Truth, advice_factor, weekly_hazard

Who = NDArray[np.bool_]
_GIVEN_UP = 0.12  # what is left of the activity of one who gave up
_MOST_A_DAY = 0.95
_LATELY = 14  # days
_HELP_TO_READ = 0.35  # how much of her activity someone who is no digital person shows here


@dataclass(frozen=True, slots=True)
class Today:
    """What holds for everybody on a day; every column is as long as the record's people."""

    day: int
    weekday: int
    month: int
    out: Who
    absent: Who
    helped: Who
    nudged: Who
    activity: Floats  # 1 is usual; 0 for who is away or not out of work
    advised: float  # share of those out of work who follow their suggestions
    advice: float  # what advice does to the chance of one who follows it


def look(record: Record, *, day: int, weekday: int, month: int, has_list: Who) -> Today:
    """Return how everybody is on a day, before anything happens."""
    people, truth = record.people, record.truth
    out = people["state"] == OUT
    absent = people["absent_until"] > day
    since_help, since_nudge = day - people["helped"], day - people["nudged"]
    helped = (since_help >= 0) & (since_help < truth.effects.help_days)
    nudged = (since_nudge >= 0) & (since_nudge < truth.effects.nudge_days)
    followers = out & people["reader"] & has_list
    advised = float(followers.sum() / max(1, out.sum()))
    return Today(
        day=day,
        weekday=weekday,
        month=month,
        out=out,
        absent=absent,
        helped=helped,
        nudged=nudged,
        activity=np.where(out & ~absent, _activity(record, day, helped, nudged), 0.0),
        advised=advised,
        advice=advice_factor(truth, advised, spread=True),
    )


def _activity(record: Record, day: int, helped: Who, nudged: Who) -> Floats:
    people, truth = record.people, record.truth
    effects, ways = truth.effects, truth.behaviour
    effort = np.exp(people["effort"] + ways.effort_decline * np.minimum(record.weeks(day), 104))
    push = 1 + (effects.nudge_activity - 1) * effects.nudges_tire ** people["unanswered"]
    return np.asarray(
        effort
        * np.where(people["gave_up"], _GIVEN_UP, 1.0)
        * np.where(nudged, push, 1.0)
        * np.where(helped, effects.help_activity, 1.0),
        dtype=np.float64,
    )


def logs_in(record: Record, today: Today) -> Floats:
    """Return each one's chance of a login today."""
    ways = record.truth.behaviour
    shown = _HELP_TO_READ + (1 - _HELP_TO_READ) * record.people["readiness"]
    usual = ways.logins / 7 * ways.weekday[today.weekday]
    return np.minimum(usual * today.activity * shown, _MOST_A_DAY)


def leaves(record: Record, today: Today, *, follows: Who, tightness: float) -> Floats:
    """Return each one's chance of leaving unemployment today: everything that is true at once."""
    people, truth = record.people, record.truth
    effects = truth.effects
    traits = traits_of(people, today.day, tightness=tightness)
    weekly = weekly_hazard(truth, traits, record.weeks(today.day))
    effort = np.maximum(today.activity, 0.02) ** effects.effort
    running = people["offer_until"] > today.day
    over = (today.day - people["offer_ended"] < effects.offer_after_days) & ~running
    factor = (
        np.where(today.absent, 0.3, effort)  # who is ill or away finds little work
        * np.where(today.helped, effects.help, 1.0)
        * np.where(follows, today.advice, 1.0)
        * np.where(running, effects.offer_during, np.where(over, effects.offer_after, 1.0))
        * effects.learning ** people["learned"]
        * np.where(people["lifted"] > today.day, effects.lesson, 1.0)
    )
    daily = 1 - (1 - np.minimum(weekly * factor, 0.6)) ** (1 / 7)
    return np.where(today.out, daily, 0.0)


def falls_ill(record: Record, today: Today) -> Floats:
    """Return each one's chance of falling ill today."""
    people = record.people
    chance = record.truth.behaviour.falls_ill * np.where(people["ill_for_long"], 5.0, 1.0)
    return np.where(today.out & ~today.absent, chance, 0.0)


def goes_on_holiday(record: Record, today: Today) -> Floats:
    """Return each one's chance of beginning a holiday today; July is when Danes do."""
    ways = record.truth.behaviour
    chance = ways.holiday_in_july if today.month == 7 else ways.holiday
    return np.where(today.out & ~today.absent, chance, 0.0)


def gives_up(record: Record, today: Today) -> Floats:
    """Return each one's chance of giving up today."""
    long = record.weeks(today.day) >= 26
    able = today.out & ~record.people["gave_up"] & long & ~today.helped
    return np.where(able, record.truth.behaviour.gives_up, 0.0)


def takes_heart(record: Record, today: Today) -> Floats:
    """Return the chance that one who gave up and is followed up begins again today."""
    able = today.out & record.people["gave_up"] & today.helped
    return np.where(able, record.truth.behaviour.takes_heart, 0.0)


def loses_work(record: Record) -> Floats:
    """Return each one's chance of losing the work she found, today."""
    return np.where(record.people["state"] == IN_WORK, record.truth.behaviour.loses_work, 0.0)


def newcomers_expected(record: Record, today: Today) -> float:
    """Return how many come new today, on average, so that as many come as go."""
    if today.weekday > 4 or not record.target:
        return 0.0
    gone = record.people["state"] == GONE
    back = float(loses_work(record)[~gone].sum()) * 7
    lately = record.days[-_LATELY:]
    known = len(lately) >= _LATELY
    weekly = float(lately["left"].mean()) * 7 if known else _first_guess(record)
    short = (record.target - int(today.out.sum())) / 26  # slowly back to what is usual
    return max(0.0, (weekly - back + short) / 5)


def _first_guess(record: Record) -> float:
    """Return how many leave in a week, before there are weeks to look back on."""
    # Those one meets on any day have waited longer, and leave less often, than the usual person.
    return record.target * 0.7 * usual_leaving(record.truth)


def usual_leaving(truth: Truth) -> float:
    """Return the share of people out of work who leave in a week, in a steady stock."""
    rates = np.array(truth.leaving.rates)
    edges = np.array([*truth.leaving.weeks, 260])
    stay = np.repeat(1 - rates, np.diff(edges))
    return float(1 / np.concatenate([[1.0], np.cumprod(stay)]).sum())
