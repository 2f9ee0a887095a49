# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Clients that ask for pages over kept connections, and what the processes spent meanwhile."""

import http.client
import os
import re
import statistics
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from _pages import Visit

_TICK = os.sysconf("SC_CLK_TCK")
_SERVER = re.compile(r"app;dur=([\d.]+)")
_LINKED = re.compile(r'(?:href|src|content)="(/static/[^"#]+\.(?:css|js|svg))')
_ALWAYS = re.compile(r'(?:href|src)="(/[^"]*(?:tema|theme|farver)[^"]*)"')
_IMPORTED = re.compile(r'(?:import|from)\s*"(\.[^"]+\.js)"')


class Browser:
    """One connection that is kept, as a browser does."""

    def __init__(self, address: str) -> None:
        self._connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)

    def get(self, visit: Visit) -> tuple[float, bytes, dict[str, str]]:
        """Return the server's own milliseconds, the body as sent, and the headers."""
        headers = {"Accept-Encoding": "gzip", **visit.headers}
        if visit.cookie:
            headers["Cookie"] = visit.cookie
        self._connection.request("GET", visit.path, headers=headers)
        response = self._connection.getresponse()
        body = response.read()
        if response.status != 200:
            raise RuntimeError(f"{visit.path} answered {response.status}")
        found = _SERVER.search(response.headers.get("Server-Timing", ""))
        return float(found[1]) if found else 0.0, body, dict(response.headers)


@dataclass(frozen=True, slots=True)
class Processes:
    """The processes that answer: the web workers, the worker of later work, and the database's."""

    web: list[int]
    worker: list[int]
    database: list[int]

    @classmethod
    def of(cls, backends: list[int]) -> "Processes":
        """Find this process' descendants by what they were started as."""
        parents, commands = {}, {}
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                stat = (folder / "stat").read_text()
                commands[int(folder.name)] = (folder / "cmdline").read_text()
            except OSError:
                continue
            parents[int(folder.name)] = int(stat.rsplit(")", 1)[1].split()[1])
        mine = [pid for pid, parent in parents.items() if parent == os.getpid()]
        web = [pid for pid in mine if "jobunivers.config.web" in commands[pid]]
        workers = [
            pid
            for pid, parent in parents.items()
            if parent in web and "resource_tracker" not in commands[pid]
        ]
        later = [pid for pid in mine if "jobunivers.config.worker" in commands[pid]]
        return cls(workers or web, later, backends)

    def seconds(self) -> tuple[float, float]:
        """Return processor seconds so far: of the web workers, of the database's processes."""
        return sum(map(_seconds, self.web)), sum(map(_seconds, self.database))


def _seconds(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / _TICK


def memory_mb(pid: int) -> dict[str, int]:
    """Return a process' resident memory, and what of it is its own (not files, not shared)."""
    said = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text().splitlines())
    return {
        "resident": int(said["VmRSS"].split()[0]) // 1024,
        "own": int(said["RssAnon"].split()[0]) // 1024,
    }


def one_client(address: str, some: Sequence[Visit], processes: Processes) -> dict[str, float]:
    """Return what one client meets: server time, and processor time of a page."""
    browser = Browser(address)
    for visit in some[:10]:
        browser.get(visit)
    timed = some[10:]
    before = processes.seconds()
    answers = [browser.get(visit) for visit in timed]
    after = processes.seconds()
    spent = sorted(milliseconds for milliseconds, _, _ in answers)
    return {
        "p50": round(statistics.median(spent), 1),
        "p95": round(spent[int(len(spent) * 0.95) - 1], 1),
        "cpu_web": round((after[0] - before[0]) * 1000 / len(timed), 1),
        "cpu_database": round((after[1] - before[1]) * 1000 / len(timed), 1),
        "sent_bytes": max(len(body) for _, body, _ in answers),
    }


def many_clients(
    address: str, some: Sequence[Visit], clients: int, processes: Processes
) -> dict[str, float]:
    """Return pages a second with several clients who ask without a pause."""
    spent: list[float] = []
    failures: list[BaseException] = []

    def ask(mine: Sequence[Visit]) -> None:
        try:
            browser = Browser(address)
            spent.extend(browser.get(visit)[0] for visit in mine)
        except BaseException as error:  # noqa: BLE001 - told below
            failures.append(error)

    threads = [threading.Thread(target=ask, args=(some[at::clients],)) for at in range(clients)]
    before, own, started = processes.seconds(), time.process_time(), time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - started
    if failures:
        raise failures[0]
    after = processes.seconds()
    worked = sum(after) - sum(before) + time.process_time() - own
    return {
        "pages_per_second": round(len(some) / seconds, 1),
        "p95": round(sorted(spent)[int(len(spent) * 0.95) - 1], 1),
        # What the machine would do if nothing else ran on it.
        "pages_per_second_of_cpu": round(len(some) / worked, 1),
        "cores_had": round(worked / seconds, 2),
    }


def first_load(address: str, visit: Visit) -> dict[str, int]:
    """Return the bytes of a first visit without fonts, as sent: the page and all it links to."""
    browser = Browser(address)
    _, body, headers = browser.get(visit)
    text = _unpacked(body, headers)
    waiting = sorted({*_LINKED.findall(text), *_ALWAYS.findall(text)})
    seen: dict[str, int] = {}
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        _, file, about = browser.get(Visit("", path))
        seen[path] = len(file)
        if path.endswith(".js"):
            code = _unpacked(file, about)
            waiting += [urljoin(path, one) for one in _IMPORTED.findall(code)]
    return {"page": len(body), "files": sum(seen.values()), "total": len(body) + sum(seen.values())}


def _unpacked(body: bytes, headers: dict[str, str]) -> str:
    import gzip

    packed = {key.lower(): value for key, value in headers.items()}.get("content-encoding")
    return (gzip.decompress(body) if packed == "gzip" else body).decode()
