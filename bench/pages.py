# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How quick the pages are: `./jobunivers bench pages [ADS] [--write]`.

Fills a world of its own (kept for the day), starts the web server and the worker, and asks for
every main page as the people who use it would: one client for the time of a page, then four.
Server time is what the server says of itself in `Server-Timing`; processor time is read from the
system for the web workers and their database connections, and does not depend on who else uses
the machine. With `--nation NAME` the world is one that `bench nation --keep NAME` made. `--write`
updates the figures in docs/performance.md; nothing else is written.
"""

import argparse
import json
import os
import platform
import random
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

import _clients
import _pages
import _tiles
import _world

from jobunivers.testing import ROOT, world

WORKERS, CLIENTS = 2, 4
DOCUMENT = ROOT / "docs" / "performance.md"
_SECTION = re.compile(r"<!-- figures:pages -->.*?<!-- /figures -->", re.DOTALL)
# What a visit is made of when four clients ask without a pause: mostly searching.
MIX = {
    "front page": 2, "search, no words": 1, "search, word": 4, "search, place": 2,
    "search, word and place": 4, "search, word, place and filter": 2, "search, page 5": 1,
    "search, part by htmx": 3, "suggestions": 3, "vacancy": 4, "vacancy, citizen": 2,
    "my page": 2, "recommended jobs": 2, "profile": 1, "joblog": 1, "staff: list of citizens": 1,
}  # fmt: skip


def measure(said: argparse.Namespace) -> dict[str, Any]:
    """Return all figures."""
    nation = bool(said.nation)
    needed = _world.enter_nation(said.nation) if nation else _world.enter(said.ads, said.citizens)

    import django

    django.setup()

    from django.core.management import call_command
    from django.utils import timezone

    from jobunivers.rooms.vacancies import actions

    if needed:
        _say("filling the world; it is kept for the day")
        if nation:
            _world.fill_nation(at=timezone.now(), say=_say)
        else:
            _world.fill(ads=said.ads, citizens=said.citizens, at=timezone.now(), say=_say)
        _world.filled()
    call_command("collectstatic", interactive=False, verbosity=0)
    # An index of an older format is built anew.
    actions.bring_index_up_to_date(at=timezone.now())
    folk = _pages.people(16)
    wanted = _pages.visits(random.Random(1), folk, said.visits + 10)
    _say("counting questions")
    pages: dict[str, dict[str, float]] = {
        page: dict(counted) for page, counted in _pages.questions(wanted).items()
    }
    _say("each tile of Min side by itself")
    tiles = _tiles.tiles_of(_tiles.some_citizens(3)[:12])
    figures: dict[str, Any] = {"pages": pages, "tiles": tiles}
    with (
        tempfile.TemporaryDirectory(prefix="jobunivers-bench-") as folder,
        world.serving(dict(os.environ), Path(folder) / "log", WORKERS) as address,
    ):
        figures |= _asked(address, wanted, pages, said)
    return figures


def _asked(
    address: str,
    wanted: dict[str, list[_pages.Visit]],
    pages: dict[str, dict[str, float]],
    said: argparse.Namespace,
) -> dict[str, Any]:
    some = [visit for part in wanted.values() for visit in part[:10]]
    _clients.many_clients(address, some, CLIENTS, _clients.Processes([], [], []))  # both warm
    processes = _clients.Processes.of(_backends())
    for page, part in wanted.items():
        _say(f"one client: {page}")
        pages[page] |= _clients.one_client(address, part, processes)
    _say("four clients")
    mixed = [
        visit
        for page, weight in MIX.items()
        for visit in wanted[page][10 : 10 + said.visits * weight // 4]
    ]
    random.Random(2).shuffle(mixed)
    searching = [visit for page in MIX if page.startswith("search,") for visit in wanted[page][10:]]
    random.Random(3).shuffle(searching)
    first = {page: _clients.first_load(address, wanted[page][0])
             for page in ("front page", "search, word", "vacancy", "my page")}  # fmt: skip
    return {
        "mixed_4_clients": _clients.many_clients(address, mixed, CLIENTS, processes),
        "search_4_clients": _clients.many_clients(address, searching, CLIENTS, processes),
        "first_load": first,
        "memory_mb": {
            "web_worker": [_clients.memory_mb(pid) for pid in processes.web],
            "worker": [_clients.memory_mb(pid) for pid in processes.worker],
        },
    }


def _backends() -> list[int]:
    """Return the process numbers of this database's connections, without our own."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pid FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return [pid for (pid,) in cursor.fetchall()]


def table(result: dict[str, Any]) -> str:
    """Return the figures as Markdown."""
    lines = [
        "| page | server ms p50 | p95 | processor ms web | database | questions | sent kB |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    lines += [
        f"| {page} | {one['p50']} | {one['p95']} | {one['cpu_web']} | {one['cpu_database']} |"
        f" {one['queries']} | {one['sent_bytes'] / 1000:.1f} |"
        for page, one in result["pages"].items()
    ]
    lines += ["", *_tiles.table(result["tiles"])]
    lines += ["", _circumstances(result), ""]
    for name, figure in (("all pages", "mixed_4_clients"), ("searches alone", "search_4_clients")):
        one = result[figure]
        lines.append(
            f"- {CLIENTS} clients, {name}: {one['pages_per_second']} pages a second, p95"
            f" {one['p95']} ms, with {one['cores_had']} of {os.cpu_count()} cores to be had"
            f" (clients included); {one['pages_per_second_of_cpu']:.0f} pages for a core's second"
        )
    loads = (f"{page} {one['total'] / 1000:.0f}" for page, one in result["first_load"].items())
    logs = [page for page, one in result["pages"].items() if one["event_log"]]
    web, worker = (_memory(result, which) for which in ("web_worker", "worker"))
    lines += [
        f"- first load without fonts, kB: {', '.join(loads)}",
        f"- memory, MB: web worker {web}; worker {worker}",
        f"- pages that read the event log: {', '.join(logs) or 'none'}",
    ]
    return "\n".join(lines)


def _circumstances(result: dict[str, Any]) -> str:
    machine = result["machine"]
    return (
        f"{result['ads']:,} advertisements, {result['citizens']:,} citizens, {WORKERS} web workers,"
        f" one client; {machine['cores']} cores, Python {machine['python']}, load average"
        f" {machine['load_before']} before and {machine['load_after']} after (the measurement"
        " itself adds to it)."
    )


def _memory(result: dict[str, Any], which: str) -> str:
    most = max(result["memory_mb"][which], key=lambda one: one["resident"])
    return f"{most['resident']} resident, {most['own']} of it its own"


def write(text: str) -> None:
    """Put the figures into the document, between their marks."""
    section = f"<!-- figures:pages -->\n{text}\n<!-- /figures -->"
    before = DOCUMENT.read_text(encoding="utf-8") if DOCUMENT.exists() else "# Performance\n"
    if _SECTION.search(before):
        after = _SECTION.sub(lambda _: section, before, count=1)
    else:
        after = f"{before.rstrip()}\n\n## Pages\n\n{section}\n"
    DOCUMENT.parent.mkdir(exist_ok=True)
    DOCUMENT.write_text(after, encoding="utf-8")


def _say(text: str) -> None:
    print(f"· {text}", file=sys.stderr, flush=True)


def main() -> None:
    """Measure, and print JSON and a table."""
    asked = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    asked.add_argument("ads", type=int, nargs="?", default=50_000)
    asked.add_argument("--citizens", type=int, default=3_000)
    asked.add_argument("--nation", default="", metavar="NAME", help="kept by bench nation --keep")
    asked.add_argument("--visits", type=int, default=100, help="to each page")
    asked.add_argument("--write", action="store_true", help="update docs/performance.md")
    said = asked.parse_args()
    machine = {
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "load_before": round(os.getloadavg()[0], 1),
    }
    figures = measure(said)
    machine["load_after"] = round(os.getloadavg()[0], 1)
    result = {
        "bench": "pages", "ads": said.ads, "citizens": said.citizens, "machine": machine, **figures
    }  # fmt: skip
    print(json.dumps(result))
    print(table(result))
    if said.write:
        write(table(result))


if __name__ == "__main__":
    main()
