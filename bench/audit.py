# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the record of looks costs: `./jobunivers bench audit [LOOKS]`.

Writing the looks of a page, chaining, checking the whole chain, the citizen's page of 40,000 looks,
and a night's review of a busy day. Processor time is this process' and its server process'; a check
goes on in both at once, so it may take less by the wall; its goal is of processors.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

import _month  # noqa: E402

GOAL_ROWS, GOAL_LOOK_MS, GOAL_PAGE_MS = 100_000, 1.0, 50.0
HER_LOOKS = 40_000
STAFF, CITIZENS = 40, 2_000
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def spent_alone(act: Callable[[], Any]) -> tuple[float, float, float]:
    """Return seconds of processors, by the wall, and by the wall less waiting for a processor."""
    queued = _month.queued_seconds()
    busy, wall = spent(act)
    # Both may have waited at once, so never less than what the processors did.
    return busy, wall, max(busy, wall - (_month.queued_seconds() - queued))


def spent(act: Callable[[], Any], times: int = 1) -> tuple[float, float]:
    """Return seconds of processors and by the wall, for each time."""
    busy, begun = _month.processor_seconds(), time.perf_counter()
    for _ in range(times):
        act()
    wall = time.perf_counter() - begun
    return (_month.processor_seconds() - busy) / times, wall / times


def people() -> tuple[Any, list[Any], list[Any]]:
    """Return the kommune, its staff and its citizens."""
    from jobunivers.foundation.tenancy import actions as tenancy
    from jobunivers.foundation.tenancy import working_for
    from jobunivers.identity import actions as identity
    from jobunivers.identity.models import Role

    aarhus = tenancy.open_municipality(code="0751", name="Aarhus", slug="aarhus", at=NOW)
    with working_for(aarhus.pk):
        staff = [
            identity.Newcomer(name=f"Rådgiver Nummer{n}", role=Role.ADVISER, at=NOW)
            for n in range(STAFF)
        ]
        citizens = [
            identity.Newcomer(name=f"Borger Navn{n}", role=Role.CITIZEN, at=NOW)
            for n in range(CITIZENS)
        ]
        return (
            aarhus,
            list(identity.add_people(newcomers=staff)),
            list(identity.add_people(newcomers=citizens)),
        )


def add_looks(staff: list[Any], citizens: list[Any], *, count: int, last: datetime) -> None:
    """Add looks of the last months, spread over staff, citizens and hours of work."""
    from jobunivers.trust import actions as trust

    def one(number: int) -> Any:
        who = staff[number % len(staff)]
        return trust.Looked(
            seen=trust.Seen(
                citizen_id=citizens[number * 7 % len(citizens)].pk,
                part=("profile", "joblog", "plan")[number % 3],
                reason=("talk", "assigned", "case")[number % 3],
                note="",
                protected=False,
            ),
            viewer_id=who.pk,
            viewer_role=str(who.role),
            at=last - timedelta(days=number % 90, minutes=number % 420),
        )

    for start in range(0, count, 50_000):
        trust.note_looks(looks=[one(n) for n in range(start, min(count, start + 50_000))])


def of_a_page(aarhus: Any, adviser: Any, citizen: Any) -> float:
    """Print what the looks of one page cost; return the milliseconds of one look."""
    from django.http import HttpRequest

    from jobunivers.foundation.tenancy import working_for
    from jobunivers.trust import actions as trust

    def page(looks: int) -> None:
        request = HttpRequest()
        request.user = adviser
        for _ in range(looks):
            trust.look(
                request, citizen_id=citizen.pk, part="profile", reason="talk", protected=False
            )
        trust.write_looks(request, at=NOW)

    first = 0.0
    with working_for(aarhus.pk):
        page(1)
        for looks in (1, 5):
            busy, wall = spent(lambda many=looks: page(many), 500)  # type: ignore[misc]
            print(
                f"a page with {looks} looks: {1000 * busy:.2f} ms of processors,"
                f" {1000 * wall:.2f} by the wall"
            )
            first = first or 1000 * busy
    return first


def of_the_chain(aarhus: Any) -> float:
    """Chain and check everything; return rows checked a second."""
    from jobunivers.rooms.audit import actions
    from jobunivers.rooms.audit.tests.making import chained

    found: list[Any] = []
    busy, wall = spent(lambda: found.append(chained(aarhus, at=NOW)))
    rows = found[0].rows
    print(
        f"chained: {rows:,} rows in {found[0].links:,} links, {rows / wall:,.0f} a second"
        f" ({busy:.1f} s of processors)"
    )
    rates = []
    for _ in range(3):
        busy, wall, alone = spent_alone(
            lambda: found.append(actions.look_through(municipality=aarhus, at=NOW))
        )
        assert not found[-1].grave, found[-1].findings[:3]
        rates.append(found[-1].rows / busy)
        print(
            f"checked: {found[-1].rows:,} rows, {rates[-1]:,.0f} a second of processors,"
            f" {found[-1].rows / wall:,.0f} by the wall, {found[-1].rows / alone:,.0f} by the wall"
            " without waiting for a processor"
        )
    return float(max(rates))


def _far(now: datetime) -> str:
    """Return the address of a page three quarters down: of the looks before a moment."""
    moment = now - timedelta(days=68)
    return f"?foer={int(moment.timestamp()) * 1_000_000}-1"


def of_her_page(aarhus: Any, staff: list[Any], citizen: Any) -> float:
    """Give one citizen many looks; return the milliseconds of her page."""
    from jobunivers.foundation.tenancy import working_for
    from jobunivers.testing.browsers import browser

    with working_for(aarhus.pk):
        add_looks(staff, [citizen], count=HER_LOOKS, last=NOW)
    client = browser(aarhus, citizen)
    paths = ("", _far(NOW), f"?hvem={staff[3].pk}", "?fra=2026-10-01&til=2026-10-14")
    worst = 0.0
    for path in paths:
        assert client.get(f"/hvem-har-set/{path}").status_code == 200
        took = [
            1000 * spent(lambda p=path: client.get(f"/hvem-har-set/{p}"))[0]  # type: ignore[misc]
            for _ in range(15)
        ]
        print(
            f"her page of {HER_LOOKS:,} looks, {path or 'first'}:"
            f" {statistics.median(took):.0f} ms of processors"
        )
        worst = max(worst, statistics.median(took))
    return worst


def of_a_night(aarhus: Any) -> None:
    """Print what the review of a day takes."""
    from jobunivers.foundation.tenancy import working_for
    from jobunivers.rooms.audit import actions
    from jobunivers.trust.models import Look

    with working_for(aarhus.pk):
        day = (NOW - timedelta(days=1)).date()
        many = Look.objects.filter(at__date=day).count()
        found: list[int] = []
        busy, _wall = spent(lambda: found.append(actions.find_unusual(day=day, at=NOW)))
    print(f"a night's review of {many:,} looks: {busy:.1f} s of processors, {found[0]} found")


def main() -> int:
    """Measure and print; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("looks", type=int, nargs="?", default=300_000)
    told = parser.parse_args()
    with _month.scratch():
        import logging

        from django.conf import settings

        from jobunivers.foundation.tenancy import working_for

        logging.getLogger("jobunivers.request").setLevel(logging.WARNING)
        settings.AUDIT_FOLDER = Path(settings.SEARCH_FOLDER).parent / "audit"
        aarhus, staff, citizens = people()
        one = of_a_page(aarhus, staff[0], citizens[0])
        with working_for(aarhus.pk):
            add_looks(staff, citizens, count=told.looks, last=NOW)
        rate = of_the_chain(aarhus)
        page = of_her_page(aarhus, staff, citizens[1])
        of_a_night(aarhus)
    met = one <= GOAL_LOOK_MS and rate >= GOAL_ROWS and page <= GOAL_PAGE_MS
    print(
        f"goals: a look {one:.2f} <= {GOAL_LOOK_MS} ms, {rate:,.0f} >= {GOAL_ROWS:,} rows a second,"
        f" page {page:.0f} <= {GOAL_PAGE_MS} ms: {'met' if met else 'missed'}"
    )
    return 0 if met else 1


if __name__ == "__main__":
    raise SystemExit(main())
