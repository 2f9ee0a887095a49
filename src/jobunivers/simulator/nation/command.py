# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: T201 - a command speaks to who has called it
"""`./jobunivers simulate nation`: a nation-sized database, for whatever must be tried on many."""

import argparse
import os
from collections.abc import Sequence
from time import perf_counter

from jobunivers.simulator.nation.sizes import Size

_USUAL = Size()


def options_of(arguments: Sequence[str]) -> argparse.Namespace:
    """Return what was asked for."""
    parser = argparse.ArgumentParser(
        prog="./jobunivers simulate nation",
        description="Fill an empty database with 98 kommuner, their people, a year of what they"
        " did, four years of times out of work, and advertisements. All of it is invented.",
    )
    parser.add_argument("--share", type=_share, default=1.0, help="of the whole: 0.01 for instance")
    parser.add_argument("--people", type=int, default=_USUAL.people,
                        help=f"now or once out of work (default {_USUAL.people:,})")  # fmt: skip
    parser.add_argument("--vacancies", type=int, default=_USUAL.vacancies, help="open today")
    parser.add_argument("--past-rounds", type=int, default=_USUAL.past_rounds,
                        help="how often each was advertised before")  # fmt: skip
    parser.add_argument("--activity", type=float, default=_USUAL.activity,
                        help="of what people do, the share that happens here")  # fmt: skip
    parser.add_argument("--seed", type=int, default=_USUAL.seed)
    parser.add_argument("--processes", type=int, default=0, help="that make people at once")
    parser.add_argument("--truth", default="", metavar="FILE",
                        help="write what is true of each person: .npz, .csv")  # fmt: skip
    return parser.parse_args(list(arguments))


def _share(text: str) -> float:
    value = float(text)
    if not 0 < value <= 1:
        raise argparse.ArgumentTypeError("a share lies above 0 and at most at 1")
    return value


def main(arguments: Sequence[str]) -> int:
    """Build what was asked for and say what there is; 1 when the database is not empty.

    Django's environment must be set: the app's role in DATABASE_URL, and DATABASE_OWNER_URL.
    """
    asked = options_of(arguments)

    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
    from django.utils import timezone

    from jobunivers.simulator.nation.building import NotEmpty, build

    size = Size(
        people=asked.people, vacancies=asked.vacancies, past_rounds=asked.past_rounds,
        activity=asked.activity, share=asked.share, seed=asked.seed,
    )  # fmt: skip
    began = perf_counter()
    try:
        done = build(
            size=size, owner_url=os.environ["DATABASE_OWNER_URL"], at=timezone.now(), say=_say,
            processes=asked.processes, keep_truth=asked.truth,
        )  # fmt: skip
    except NotEmpty:
        print("The database is not empty. A nation is only built into one that `manage prepare` has"
              " just made.")  # fmt: skip
        return 1
    print(f"{done.active:,} people are out of work and {done.former:,} were;"
          f" {done.open_vacancies:,} vacancies are open.")  # fmt: skip
    for table, many in done.rows.items():
        print(f"{many:>14,}  {table}")
    told = ", ".join(f"{name} {seconds:,.0f} s" for name, seconds in done.seconds.items())
    print(f"{perf_counter() - began:,.0f} s: {told}.")
    print("Run the worker to index the advertisements and to match; `train profile` for chances.")
    return 0


def _say(text: str) -> None:
    print(f"· {text}", flush=True)
