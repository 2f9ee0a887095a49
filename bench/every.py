# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every page there is a way to, in a nation: `./jobunivers bench every NAME [--most N]`.

NAME is a database that `bench nation --keep NAME` made; `bench night NAME` fills what the nights
fill. In the largest kommune one person of each role, and somebody who is not logged in, follows
the links of her pages. Of each kind of address so many are asked for, each several times; the
first time, which fills what a process keeps at hand, is not counted. Told are milliseconds by the
wall and by the processors of this process and of the database's that serves it, and how many
questions were asked. No page is changed: nothing is sent but reasons for opening a citizen.
"""

import argparse
import json
import logging
import os
import re
import statistics
import sys
import time
from collections import Counter, deque
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

import _world  # noqa: E402
from segment import backend_s  # noqa: E402

GOAL_MS = 50.0
STARTS = ("/", "/job/", "/min-side/", "/medarbejder/", "/leder/", "/markedspladsen/")
_NUMBER = re.compile(r"\d+")
_REASON = re.compile(r"/grund/$")


def options() -> argparse.Namespace:
    """Read what is asked for."""
    parser = argparse.ArgumentParser(prog="./jobunivers bench every")
    parser.add_argument("nation", metavar="NAME", help="kept by bench nation --keep NAME")
    parser.add_argument("--each", type=int, default=2, help="addresses of one kind")
    parser.add_argument("--times", type=int, default=4, help="askings for each, one not counted")
    parser.add_argument("--most", type=int, default=1200, help="addresses of one person")
    parser.add_argument("--role", default="", help="one role only; - for nobody")
    parser.add_argument("--over", type=float, default=GOAL_MS, help="ms; told of when above")
    parser.add_argument("--json", default="", metavar="FILE")
    return parser.parse_args()


class Links(HTMLParser):
    """Gathers where a page's links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the address of a link."""
        there = dict(attrs).get("href")
        if tag == "a" and there:
            self.found.append(there)


def cast(municipality: Any) -> Iterator[tuple[str, Any]]:
    """Give each role with one who has it: the citizen with the most behind her, the busiest staff.

    A citizen's and a consultant's pages depend on how much there is of her; others' on the kommune.
    """
    from django.db.models import Count

    from jobunivers.foundation.tenancy import working_for
    from jobunivers.identity.models import Person, Role
    from jobunivers.rooms.segmentation.models import Assignment
    from jobunivers.rooms.vacancies.models import Application

    yield "-", None
    with working_for(municipality.pk):
        most = Application.objects.values("citizen_id").annotate(n=Count("pk")).order_by("-n")
        busiest = Assignment.objects.values("staff_id").annotate(n=Count("pk")).order_by("-n")
        first = [one["citizen_id"] for one in most[:1]] + [one["staff_id"] for one in busiest[:1]]
        chosen = {person.role: person for person in Person.objects.filter(pk__in=first)}
        for role in Role:
            if role not in chosen:
                found = Person.objects.filter(role=role, is_active=True).order_by("pk").first()
                if found is not None:
                    chosen[role] = found
    for role in Role:
        if role in chosen:
            yield role.value, chosen[role]


def opened(client: Any, address: str) -> Any:
    """Ask for a page; where a reason for opening a citizen is asked, give one and ask again."""
    answer = client.get(address)
    there = answer.headers.get("Location", "") if answer.status_code == 302 else ""
    if _REASON.search(urlsplit(there).path):
        client.post(urlsplit(there).path, {"reason": "talk", "note": ""})
        answer = client.get(address)
    return answer


def measured(client: Any, address: str, times: int) -> dict[str, float]:
    """Ask for a page so often; return its milliseconds and questions, the first time left out."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    questions = len(captured)  # before the next request, which begins a list of its own
    walls = []
    processor, database = time.process_time(), backend_s()
    for _ in range(times - 1):
        began = time.perf_counter()
        client.get(address)
        walls.append(1000 * (time.perf_counter() - began))
    own, base = time.process_time() - processor, backend_s() - database
    return {
        "wall": round(statistics.median(walls), 1),
        "own": round(1000 * own / len(walls), 1),
        "database": round(1000 * base / len(walls), 1),
        "questions": questions,
    }


def walk(client: Any, slug: str, said: argparse.Namespace) -> Iterator[tuple[str, str, Any]]:
    """Follow the links of one person; give kind of address, address, and figures or a status."""
    waiting = deque(f"/{slug}{start}" for start in STARTS)
    seen: set[str] = set()
    kinds: Counter[str] = Counter()
    while waiting and len(seen) < said.most:
        address = waiting.popleft()
        parts = urlsplit(address)
        # Two pages of one list, or two persons' pages, are one kind.
        names = "&".join(sorted(one.partition("=")[0] for one in parts.query.split("&") if one))
        kind = _NUMBER.sub("N", parts.path) + (f"?{names}" if names else "")
        if address in seen or kinds[kind] >= said.each:
            continue
        seen.add(address)
        answer = opened(client, address)
        if answer.status_code in {301, 302}:
            there = urlsplit(urljoin(address, answer.headers["Location"]))
            if not there.netloc or there.netloc == "testserver":
                waiting.append(there.path + (f"?{there.query}" if there.query else ""))
            continue
        kinds[kind] += 1
        if answer.status_code != 200:
            yield kind, address, answer.status_code
            continue
        if not answer.headers.get("Content-Type", "").startswith("text/html"):
            continue  # files and lists for programs are no pages
        yield kind, address, measured(client, address, said.times)
        page = Links()
        page.feed(answer.content.decode())
        for link in page.found:
            there = urlsplit(urljoin(address, link.partition("#")[0]))
            if there.netloc or there.scheme or not there.path.startswith(f"/{slug}/"):
                continue
            if "log-ud" not in there.path:
                waiting.append(there.path + (f"?{there.query}" if there.query else ""))


def main() -> None:
    """Walk as everybody, and print what is slow, the slowest first."""
    asked = options()
    _world.enter_nation(asked.nation)

    import django

    django.setup()
    for noisy in ("jobunivers.request", "django.request"):
        logging.getLogger(noisy).setLevel(logging.CRITICAL)

    from jobunivers.foundation.tenancy import queries as tenancy
    from jobunivers.foundation.tenancy import working_for
    from jobunivers.identity.models import Person
    from jobunivers.testing.browsers import browser

    def many(municipality: Any) -> int:
        with working_for(municipality.pk):
            return Person.objects.count()

    largest = max(tenancy.opened(), key=many)
    print(f"{largest.name}: {many(largest):,} people, load {os.getloadavg()[0]:.1f}")
    found, wrong = [], []
    for role, person in cast(largest):
        if asked.role not in {"", role}:
            continue
        client = browser(largest, person)
        pages = 0
        for kind, address, told in walk(client, largest.slug, asked):
            pages += 1
            if isinstance(told, int):
                wrong.append((role, address, told))
            else:
                found.append({"role": role, "kind": kind, "address": address, **told})
        print(f"  {role}: {pages} pages", flush=True)
    slow = sorted(
        (one for one in found if one["own"] + one["database"] > asked.over),
        key=lambda one: -(one["own"] + one["database"]),
    )
    print("| role | address | wall ms | processor ms, ours | PostgreSQL's | questions |")
    print("|---|---|--:|--:|--:|--:|")
    for one in slow:
        print("| {role} | {address} | {wall} | {own} | {database} | {questions} |".format(**one))
    for one in wrong:
        print("answered otherwise:", *one)
    print(json.dumps({
        "bench": "every", "pages": len(found), "goal_ms": GOAL_MS, "over": len(slow),
        "load": round(os.getloadavg()[0], 1),
    }))  # fmt: skip
    if asked.json:
        Path(asked.json).write_text(json.dumps(found, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
