# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Employers advertise: a stock to begin with, then some every day; what has ended closes."""

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta

from jobunivers.integrations.jobads.records import Outcome, VacancyRecord
from jobunivers.rooms.vacancies import actions as vacancies
from jobunivers.simulator.life.scene import moment
from jobunivers.simulator.vacancies import advertisements, source_of
from jobunivers.simulator.world import World, leaning_towards

SOURCES = {"opslagstavlen": "Opslagstavlen (demo)", "samlesiden": "Samlesiden (demo)"}
# Advertisements are shown for 1–32 days more when one meets them: 16.5 on average, and as many
# must come a day as end. Assumption, of the generator.
_DAYS_SHOWN = 16.5
_WEEKDAYS = (1.3, 1.3, 1.2, 1.1, 1.1, 0.5, 0.5)
_NUMBERS_A_DAY = 100_000  # a day's numbers are its own, so that a day told twice is told once


def take_in(records: list[Outcome], *, at: datetime, processes: int = 1) -> int:
    """Take advertisements in from the two simulated sources; return how many were new."""
    added = 0
    for code, name in SOURCES.items():
        mine = [
            one
            for one in records
            if (source_of(one) if isinstance(one, VacancyRecord) else "samlesiden") == code
        ]
        source = vacancies.ensure_source(
            code=code,
            name=name,
            record_format="simulator",
            licence="EUPL-1.2",
            attribution="Opdigtede opslag, skrevet af simulatoren.",
            at=at,
        )
        if mine:
            summary = vacancies.import_records(
                source=source, records=mine, at=at, processes=processes
            )
            added += summary.added
    return added


def open_stock(
    many: int, *, seed: int, day: date, shares: Mapping[str, float], processes: int = 1
) -> int:
    """Let so many advertisements stand open on a day; return how many are new."""
    rng = random.Random(f"{seed}/ads")
    made = advertisements(
        rng, many, today=day, places=leaning_towards(shares), world=World(expired_share=0.0)
    )
    return take_in(list(made), at=moment(day, 5.0), processes=processes)


def advertise(stock: int, *, seed: int, day: date, shares: Mapping[str, float]) -> int:
    """Let a day's advertisements come, so that about `stock` stand open; return how many."""
    rng = random.Random(f"{seed}/ads/{day.toordinal()}")
    many = round(stock / _DAYS_SHOWN * _WEEKDAYS[day.weekday()])
    made = advertisements(
        rng,
        many,
        today=day,
        places=leaning_towards(shares),
        world=World(expired_share=0.0),
        first=1 + day.toordinal() * _NUMBERS_A_DAY,
    )
    fresh = [_of_the_day(one, day, rng) for one in made]
    return take_in(list(fresh), at=moment(day, 7.0))


def _of_the_day(record: VacancyRecord, day: date, rng: random.Random) -> VacancyRecord:
    """Return the advertisement published this morning, however the generator dated it."""
    published = moment(day, 0.0) + timedelta(seconds=int(rng.random() * 6.5 * 3600))
    return replace(record, published_at=published)


def close(*, at: datetime) -> int:
    """Close what has ended."""
    return vacancies.close_expired(at=at)
