# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How long a month of many acts takes to settle: `./jobunivers bench settlement 10000000`.

Makes its own database in a throw-away PostgreSQL, fills a month with seeded acts of many people on
twenty solutions, in the order of their times as acts come, and settles an agreement that pays per
click, per start and per citizen. Told are reading with judging and counting, the settlement
whole, and the page of a draft on the same acts.
"""

import argparse
import contextlib
import json
import os
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jobunivers.rooms.marketplace.models import Offer
    from jobunivers.science.pricing import Terms

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
OFFERS, PEOPLE_PER = 20, 40

FILL = """
    INSERT INTO marketplace_useact (municipality_id, citizen_id, offer_id, version, act, at, key)
    SELECT %(kommune)s, 1000000 + (i * 7919::bigint) %% %(people)s,
        (%(offers)s::bigint[])[1 + (i * 104729::bigint) %% %(many)s], 1,
        CASE WHEN i %% 10 < 6 THEN 'shown' WHEN i %% 10 < 9 THEN 'started' ELSE 'completed' END,
        TIMESTAMPTZ '2026-10-01 00:00+02'
            + make_interval(secs => i * (31 * 86400.0 / %(acts)s)), 'b' || lpad(i::text, 10, '0')
    FROM generate_series(1, %(acts)s) AS i
"""


def processor_of(pid: int) -> float:
    """Return the seconds of processor time of a database, those that share its work included.

    Of all processes of its server, from one of them; 0 where this machine does not tell.
    """
    if not Path(f"/proc/{pid}/stat").exists():
        return 0.0
    server = int(_stat(pid)[1])
    spent = sum(map(int, _stat(server)[13:15]))  # of those that have ended
    for one in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            fields = _stat(int(one.name))
            if int(fields[1]) == server:
                spent += sum(map(int, fields[11:13]))
    return spent / os.sysconf("SC_CLK_TCK")


def _stat(pid: int) -> list[str]:
    """Return what is told of a process, from its state on."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def main() -> None:
    """Fill, settle, tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("acts", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    os.environ["JOBUNIVERS_VAR"] = tempfile.mkdtemp(prefix="settlement-")
    import pytest

    # The tests' own throw-away database, with one test that measures.
    told = Path(tempfile.mkdtemp()) / "figures.json"
    os.environ["BENCH_ACTS"], os.environ["BENCH_OUT"] = str(asked.acts), str(told)
    here = Path(__file__).resolve()
    failed = pytest.main(
        ["-q", "-n", "0", "-p", "no:randomly", "-o", "python_files=settlement.py", str(here)]
    )
    if failed:
        sys.exit(int(failed))
    figures = json.loads(told.read_text())
    for name, value in figures.items():
        print(f"{name}: {value}")
    if asked.json:
        asked.json.write_text(json.dumps(figures))


def draft_figures(offers: "list[Offer]", terms: "Terms") -> dict[str, float]:
    """Return what a draft on the same acts takes: counted when it is written, then its page."""
    from statistics import median

    from jobunivers.rooms.agreements import actions
    from jobunivers.rooms.agreements.queries.pages import agreement_page
    from jobunivers.rooms.agreements.tests.making import AT, make_agreement

    draft = make_agreement(offers[0], terms=terms, offers=[one.pk for one in offers], signed=False)
    began = time.process_time()
    actions.try_out(agreement=draft, at=AT)
    tried, walls, spent = time.process_time() - began, [], []
    for _each in range(20):
        wall, own = time.perf_counter(), time.process_time()
        agreement_page(draft, AT)
        walls.append(time.perf_counter() - wall)
        spent.append(time.process_time() - own)
    return {
        "a draft's three months tried, own processor, s": round(tried, 2),
        "a draft's page, what it asks, ms": round(median(walls) * 1000, 1),
        "a draft's page, own processor, ms": round(median(spent) * 1000, 1),
    }


def test_measure(aarhus: object) -> None:
    """Measure; called by `main` inside the tests' database."""
    import pytest

    if "BENCH_ACTS" not in os.environ:
        pytest.skip("run by ./jobunivers bench settlement")
    from datetime import date
    from decimal import Decimal

    from django.db import connection

    from jobunivers.foundation.tenancy import working_for
    from jobunivers.rooms.agreements import actions
    from jobunivers.rooms.agreements.models import MonthCount, SettlementLine
    from jobunivers.rooms.agreements.tests.making import AT, make_agreement
    from jobunivers.rooms.marketplace.tests.making import make_offer, make_vendor
    from jobunivers.science.pricing import Act, Band, Counting, PerAct, Terms

    acts = int(os.environ["BENCH_ACTS"])
    terms = Terms(
        bands=(Band(1000, Decimal(10)), Band(None, Decimal(5))),
        acts=(
            PerAct(Act.SHOWN, Decimal("0.005")),
            PerAct(Act.STARTED, Decimal("0.25"), Counting.MONTHLY),
            PerAct(Act.COMPLETED, Decimal(2)),
        ),
    )
    with working_for(aarhus.pk):  # type: ignore[attr-defined]
        firm = make_vendor()
        offers = [make_offer(vendor=firm) for _each in range(OFFERS)]
        agreement = make_agreement(
            offers[0], terms=terms, offers=[one.pk for one in offers], first_on=date(2026, 10, 1)
        )
        told = {
            "kommune": aarhus.pk,  # type: ignore[attr-defined]
            "people": max(1, acts // PEOPLE_PER),
            "offers": [one.pk for one in offers],
            "many": OFFERS,
            "acts": acts,
        }
        began = time.perf_counter()
        with connection.cursor() as cursor:
            cursor.execute(FILL, told)
            cursor.execute("ANALYZE marketplace_useact")
            cursor.execute("SELECT pg_backend_pid()")
            pid = int((cursor.fetchone() or (0,))[0])
        filled = time.perf_counter() - began
        began, cpu, database = time.perf_counter(), time.process_time(), processor_of(pid)
        made = actions.settle(agreement=agreement, month=date(2026, 10, 1), at=AT)
        took, own = time.perf_counter() - began, time.process_time() - cpu
        assert made is not None
        counted = MonthCount.objects.get(agreement_id=agreement.pk).told
        figures = {
            "acts": acts,
            "load": round(os.getloadavg()[0], 1),
            "filling, s": round(filled, 1),
            "settling, s": round(took, 2),
            "settling, own processor, s": round(own, 2),
            "settling, the database's processor, s": round(processor_of(pid) - database, 2),
            "memory, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
            "counted": sum(counted["acts"].values()),
            "left out": counted["left"],
            **draft_figures(offers, terms),
            "lines": SettlementLine.objects.filter(settlement_id=made.pk).count(),
            "net, kr.": str(made.net),
        }
    Path(os.environ["BENCH_OUT"]).write_text(json.dumps(figures))


if __name__ == "__main__":
    main()
