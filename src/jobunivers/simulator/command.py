# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: T201 - a command speaks to who has called it
"""`./jobunivers simulate`: days of simulated people in the kommuner of a demo."""

import argparse
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from jobunivers.simulator.truth import Truth, UnknownKnob, read_truth

SEED = 20_260_101  # any number; the same one makes the same days


def options_of(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(
        prog="./jobunivers simulate",
        description="Let simulated people, employers and staff live some days, through the rooms'"
        " own doors. Where days were simulated before, go on from there. All of it is invented."
        " `simulate nation` builds a nation-sized database instead.",
    )
    parser.add_argument("--kommune", action="append", default=[], metavar="CODE",
                        help="such as 0751; may be given again (all opened ones)")  # fmt: skip
    parser.add_argument("--days", type=_count, default=30, help="(30)")
    parser.add_argument("--people", type=_count, default=200,
                        help="out of work in a kommune that is new to it (200)")  # fmt: skip
    parser.add_argument("--vacancies", type=_count, default=1_000, help="open at a time (1000)")
    parser.add_argument("--first", type=date.fromisoformat, metavar="DATE",
                        help="first day of a new one (so that it ends yesterday)")  # fmt: skip
    parser.add_argument("--match-every", type=int, default=7, metavar="DAYS",
                        help="between two nights of new suggestions; 0 for never (7)")  # fmt: skip
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--knobs", type=Path, metavar="FILE",
                        help="TOML that changes what is true; see simulator/README.md")  # fmt: skip
    parser.add_argument("--truth", type=Path, metavar="FILE",
                        help="write what was true of each person, as JSON")  # fmt: skip
    return parser.parse_args(list(arguments))


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("cannot be below 0")
    return number


def main(arguments: Sequence[str]) -> int:
    """Simulate what was asked for; 1, with the reason, when that cannot be.

    Django's environment must be set.
    """
    asked = options_of(arguments)

    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
    from django.conf import settings

    if not settings.PERSONAS:
        return _refuse("simulated people do not belong into a database in real use")
    try:
        truth = read_truth(asked.knobs) if asked.knobs else Truth()
    except (OSError, UnknownKnob, ValueError) as error:
        return _refuse(f"{asked.knobs}: {error}")
    return _simulate(asked, truth)


def _simulate(asked: argparse.Namespace, truth: Truth) -> int:
    from django.utils import timezone

    from jobunivers.foundation.tenancy import queries as tenancy
    from jobunivers.rooms.marketplace import actions as marketplace
    from jobunivers.rooms.tailored import actions as tailored
    from jobunivers.rooms.vacancies import actions as vacancies
    from jobunivers.simulator import market
    from jobunivers.simulator.life import running, truths
    from jobunivers.simulator.life.scene import moment

    opened = {one.code: one for one in tenancy.opened()}
    unknown = [code for code in asked.kommune if code not in opened]
    if unknown or not opened:
        there = ", ".join(opened) or "none; start ./jobunivers demo first"
        return _refuse(f"no opened kommune {' '.join([*unknown, ''])}(opened: {there})")
    kommuner = [opened[code] for code in asked.kommune or opened]
    yesterday = timezone.localdate() - timedelta(days=1)
    usual = asked.first or yesterday - timedelta(days=asked.days - 1)
    for one in kommuner:
        played = running.played_to(one)
        first = usual if played == date.min else played + timedelta(days=1)
        plan = running.Plan(
            seed=asked.seed,
            first=first,
            days=asked.days,
            people=asked.people,
            stock=asked.vacancies,
            shares={one.code: 0.6},
            match_every=asked.match_every,
            truth=truth,
            processes=vacancies.default_processes(),
        )
        last = first + timedelta(days=asked.days - 1)
        print(f"{one.name}: {first} to {last}", flush=True)
        market.fill(at=moment(first, 6.0), today=timezone.now())
        running.run([one], plan, progress=lambda text: print(text, flush=True))
    now = timezone.now()
    vacancies.bring_index_up_to_date(at=now)
    marketplace.bring_index_up_to_date(at=now)
    tailored.bring_world_up_to_date(at=now, wait=True)
    if asked.truth:
        print(f"{asked.truth}: what is true of {truths.write_truth(asked.truth, kommuner)} people")
    return 0


def _refuse(why: str) -> int:
    print(f"jobunivers simulate: {why}", file=sys.stderr)
    return 1
