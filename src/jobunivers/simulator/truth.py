# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is true in the simulated Denmark: who finds work when, and what makes a difference.

One place for every effect, so that whatever an analysis finds in simulated data can be compared
with it. Nothing here is told to the rooms. Each figure says where it is from; "assumption" means
that nobody has measured it for us. Rates multiply: a person's chance of leaving unemployment in
a week is a baseline by weeks out of work, times what she is, times what she meets.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Numbers = NDArray[np.int64]

# Education as an ordinal, in the order of `rooms.journey.models.EducationLevel`; "course" is 0.
EDUCATION = ("primary", "upper_secondary", "vocational", "short", "bachelor", "master", "phd")
DANISH = ("basic", "working", "fluent")
ENDS = ("job", "education", "moved", "left")
_BANDS = (0.4, 0.7)  # of readiness, as the self-test of it counts
# Keys of offers on the shelves that truly help who goes through them; no room knows.
TRULY_HELP = (
    "forbered-jobsamtalen", "ring-til-en-arbejdsgiver", "uopfordret-ansoegning", "oevebane-live",
    "oevebane-skaerm", "brobyggerne-mentor", "find-skjulte-job",
)  # fmt: skip
_FRAILEST, _MOST = -3.0, 0.5  # no week's chance lies above this


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What a person's chance of work follows from: one column each, all of length n.

    `frailty` is what nobody can see, on the log scale with mean 0; `ill_for_long` is seen by her
    alone. Sex and origin are no traits: they change nothing but how employers answer.
    """

    age: Floats  # years
    education: Numbers  # index in EDUCATION
    trade: Numbers  # ISCO-08 major group, 0 … 9
    earlier_spells: Numbers
    readiness: Floats  # digital, 0 … 1
    danish: Numbers  # index in DANISH
    tightness: Floats  # open positions against job seekers where she lives; 1.0 is usual
    frailty: Floats
    ill_for_long: NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """How long people stay: chances of leaving in a week, and what they follow from.

    The shape over time is that of the durations in Ecdat's UnempDur (US displaced workers 1986–92:
    .069 .043 .034 .040 a week after 0, 4, 12 and 26 weeks) and of Austrian ubduration (.095 .023
    .019 .010), between the two. The age slopes are UnempDur's: .059 a week at 18–30, .050 at
    30–45, .034 at 45–56, .026 above. The other coefficients (log scale) are assumptions whose
    signs are those of Danish profiling studies.
    """

    weeks: tuple[int, ...] = (0, 4, 13, 26, 52, 104)  # from this week on …
    rates: tuple[float, ...] = (0.068, 0.040, 0.030, 0.022, 0.014, 0.009)  # … this, a week
    age_young: float = -0.014  # a year, to the turning age
    age_old: float = -0.030  # a year, from there
    age_turns: float = 38.0
    education: tuple[float, ...] = (0.0, 0.10, 0.28, 0.25, 0.35, 0.30, 0.25)
    # By ISCO major group. NAV's seekers of 2017 by group (service 34,000, crafts 15,000, machines
    # 12,000 …) say how many compete; how easily each finds work is an assumption.
    trade: tuple[float, ...] = (0.0, 0.10, 0.15, 0.10, -0.10, 0.05, 0.0, 0.12, -0.05, -0.25)
    earlier_spell: float = -0.10  # each, to at most five
    readiness: float = 0.35  # from 0 to 1
    danish: tuple[float, ...] = (-0.45, -0.15, 0.0)
    tightness: float = 0.45  # on log(tightness): Pissarides & Petrongolo 2001, 0.3–0.5
    ill_for_long: float = -1.1
    frailty: float = 0.5  # standard deviation
    ill_for_long_share: float = 0.07
    # Shares of how a spell ends; assumption.
    ends: tuple[float, ...] = (0.80, 0.07, 0.04, 0.09)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """What helps, and by how much: factors on the weekly chance, unless it says otherwise."""

    # Advice: 7–9 % more hours of work while fewer than half of a region's job seekers get it,
    # nothing when all do (the national experiment on jobnet.dk). It fades in a straight line from
    # there, as they crowd the same vacancies.
    advice: float = 1.08
    crowds_from: float = 0.5
    # With lists that are spread over the vacancies so much of the gain is kept when all get one.
    # Assumption: what the spreading is meant to do; nobody has measured it on people.
    spread_keeps: float = 0.6
    # A push: activity (logins, and with them applications) on the seven days after. Assumption;
    # reminders in job search move activity more than they move work.
    nudge_activity: float = 1.35
    nudge_days: int = 7
    nudges_tire: float = 0.85  # each unanswered one before it leaves this much of the next
    # A member of staff who follows up: frequent meetings shortened spells by 10–20 % in the
    # Danish experiments of 2005–2009. Lasts eight weeks; activity too.
    help: float = 1.15
    help_activity: float = 1.15
    help_days: int = 56
    # An offer (course, internship): fewer leave while it lasts, more after. Signs after Card,
    # Kluve & Weber 2018, sizes an assumption. Joins when the room of offers does.
    offer_during: float = 0.75
    offer_after: float = 1.20
    offer_after_days: int = 180
    # Something from the shelves that truly helps (`TRULY_HELP`), gone through: for eight weeks. All
    # others change nothing. Assumption, made small so that an analysis has to work for it.
    lesson: float = 1.08
    lesson_days: int = 56
    # Each competence learned, and search effort: elasticity of the chance to activity.
    learning: float = 1.04
    effort: float = 0.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Behaviour:
    """How people, employers and staff behave from day to day."""

    logins: float = 2.4  # a week, of one whose effort is 1. Assumption
    weekday: tuple[float, ...] = (1.35, 1.25, 1.15, 1.10, 0.95, 0.45, 0.75)  # Monday first
    # Danes are asked for about 1.5–2 applications a week (joblog); the rest is those who do less.
    applications: float = 1.5  # a week, at effort 1
    effort_spread: float = 0.45  # standard deviation of log effort between people
    effort_decline: float = -0.012  # log effort a week: search fades with duration (assumption)
    reads_lists: float = 0.7  # share of people who open their suggestions; drawn by lot
    from_list: float = 0.55  # of a reader's applications
    stars: float = 0.5  # a login
    hides: float = 0.08
    saves_search: float = 0.06
    fills_profile: float = 0.6  # a login, one part at a time, until it is full
    learns: float = 0.02  # a week
    # On the shelves, all assumptions: shares of logins that begin something, and keep something.
    takes_offers: float = 0.08
    keeps_offers: float = 0.05
    # Who is little used to screens begins less by herself (readiness below 0.4, below 0.7, above).
    takes_by_readiness: tuple[float, ...] = (0.5, 1.0, 1.25)
    plans_offers: float = 0.35  # of what is kept or takes longer than a visit: goes into her plan
    gets_through: float = 0.55  # a login, of who has begun
    rates_offers: float = 0.45  # of who got through
    writes_words: float = 0.6  # of who rates
    loses_work: float = 0.0008  # a day, of those who have found work: a quarter within a year
    falls_ill: float = 0.006  # a day; Danish short absence is about 3 % of days
    ill_days: float = 5.0  # mean
    holiday: float = 0.003  # a day, outside July
    holiday_in_july: float = 0.02
    holiday_days: float = 9.0  # mean
    gives_up: float = 0.0012  # a day after half a year: stops searching, stays registered
    takes_heart: float = 0.012  # a day, of those who gave up and are followed up
    moves: float = 0.0004  # a day, within the kommune
    # Employers. Half of applicants hear nothing: a complaint in every survey of job seekers.
    answers: float = 0.52
    answer_days: float = 16.0  # mean until an answer
    interview: float = 0.14  # of applications, by chances below
    # Applicants with Middle Eastern names had to write 52 % more applications in the Danish
    # correspondence experiment of Dahl & Krog 2018.
    minority_interviews: float = 0.66
    other_applicants: float = 18.0  # a vacancy, who are not here. Assumption
    through_application: float = 0.62  # of found jobs; the rest through people and unsolicited
    # Staff: a member looks after so many a working day.
    looks_a_day: float = 5.0
    seekers_a_helper: float = 130.0  # about what a Danish job adviser has
    disputes: float = 0.05  # of looks at suggestions
    pushes_a_week: float = 1.0  # of those with a saved search that finds something


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """Everything that is true, in three parts."""

    leaving: Leaving = field(default_factory=Leaving)
    effects: Effects = field(default_factory=Effects)
    behaviour: Behaviour = field(default_factory=Behaviour)

    def as_facts(self) -> dict[str, dict[str, object]]:
        """Return all of it as numbers and lists, for a file beside the data."""
        return asdict(self)


class UnknownKnob(ValueError):  # noqa: N818 - it reads as what happened
    """A file of knobs names one that is not there, or gives it a value of another kind."""


def read_truth(path: Path) -> Truth:
    """Return the truth with what a TOML file changes: tables leaving, effects, behaviour.

    Raises:
        UnknownKnob: a table or name is not known, or a value is no number (or list of as many).
    """
    with path.open("rb") as file:
        return changed(tomllib.load(file))


def changed(knobs: Mapping[str, object]) -> Truth:
    """Return the truth with these knobs changed, table by table."""
    kinds = {"leaving": Leaving, "effects": Effects, "behaviour": Behaviour}
    parts: dict[str, object] = {}
    for table, values in knobs.items():
        kind = kinds.get(table)
        if kind is None or not isinstance(values, Mapping):
            raise UnknownKnob(f"[{table}] is none of {', '.join(kinds)}")
        known = {one.name: getattr(kind(), one.name) for one in fields(kind)}
        parts[table] = kind(**{name: _value(table, name, values[name], known) for name in values})
    return Truth(**parts)  # type: ignore[arg-type]  # each is of its own kind by now


def _value(table: str, name: str, value: object, known: Mapping[str, object]) -> object:
    if name not in known:
        raise UnknownKnob(f"[{table}] has no {name}")
    usual = known[name]
    if isinstance(usual, tuple):
        if not isinstance(value, list) or len(value) != len(usual):
            raise UnknownKnob(f"[{table}] {name} takes a list of {len(usual)} numbers")
        return tuple(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise UnknownKnob(f"[{table}] {name} takes a number")
    return int(value) if isinstance(usual, int) else float(value)


# -- what follows from it ----------------------------------------------------------------------


def baseline(truth: Truth, weeks: Numbers) -> Floats:
    """Return the weekly chance of the usual person after so many whole weeks, float64[n]."""
    rates = np.array(truth.leaving.rates)
    at = np.searchsorted(np.array(truth.leaving.weeks), weeks, side="right") - 1
    return rates[np.maximum(at, 0)]


def log_odds(truth: Truth, traits: Traits) -> Floats:
    """Return how much better (above 0) or worse each person's chance is, log scale, float64[n].

    Zero is a person of 38 with a vocational education in a usual trade.
    """
    how = truth.leaving
    young = np.minimum(traits.age, how.age_turns) - how.age_turns
    old = np.maximum(traits.age, how.age_turns) - how.age_turns
    found = (
        how.age_young * young
        + how.age_old * old
        + np.array(how.education)[traits.education]
        - how.education[2]
        + np.array(how.trade)[traits.trade]
        + how.earlier_spell * np.minimum(traits.earlier_spells, 5)
        + how.readiness * (traits.readiness - 0.7)
        + np.array(how.danish)[traits.danish]
        + how.tightness * np.log(np.maximum(traits.tightness, 0.05))
        + how.ill_for_long * traits.ill_for_long
        + traits.frailty
    )
    return np.asarray(found, dtype=np.float64)


def weekly_hazard(truth: Truth, traits: Traits, weeks: Numbers) -> Floats:
    """Return each person's chance of leaving unemployment in the week to come, float64[n].

    Args:
        truth: what is true.
        traits: what the people are.
        weeks: how many whole weeks each has been out of work.
    """
    return np.minimum(baseline(truth, weeks) * np.exp(log_odds(truth, traits)), _MOST)


def readiness_band(readiness: Floats) -> Numbers:
    """Return how used to screens each is: 0 little, 1 some, 2 well; int64[n]."""
    return np.searchsorted(np.array(_BANDS), readiness, side="right").astype(np.int64)


def takes_offers(truth: Truth, readiness: Floats) -> Floats:
    """Return the chance of each one's login that she begins something from the shelves, f8[n]."""
    how = truth.behaviour
    return how.takes_offers * np.array(how.takes_by_readiness)[readiness_band(readiness)]


def advice_factor(truth: Truth, share: float, *, spread: bool) -> float:
    """Return what advice does to the weekly chance of one who follows it.

    Args:
        truth: what is true.
        share: of the region's job seekers who follow advice, 0 … 1.
        spread: the lists are spread over the vacancies, so that they crowd less.
    """
    effects = truth.effects
    over = max(0.0, share - effects.crowds_from) / (1 - effects.crowds_from)
    kept = 1 - over * ((1 - effects.spread_keeps) if spread else 1.0)
    return 1 + (effects.advice - 1) * kept


def draw_ends(truth: Truth, n: int, rng: np.random.Generator) -> Numbers:
    """Return how each of n spells ends, as an index in ENDS, int64[n]."""
    shares = np.array(truth.leaving.ends) / sum(truth.leaving.ends)
    return rng.choice(len(ENDS), size=n, p=shares).astype(np.int64)


def draw_frailty(truth: Truth, n: int, rng: np.random.Generator) -> Floats:
    """Return what nobody can see of n people: normal, log scale, no worse than −3, float64[n]."""
    return np.maximum(rng.normal(0.0, truth.leaving.frailty, n), _FRAILEST)


def draw_ill_for_long(truth: Truth, n: int, rng: np.random.Generator) -> NDArray[np.bool_]:
    """Return which of n people are ill for long, bool[n]."""
    return rng.random(n) < truth.leaving.ill_for_long_share
