# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asking many addresses: several hosts at a time, one host after the other of its own."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from jobunivers.integrations.links.asking import Answer, Asker

_AT_ONCE = 8


def ask_many(urls: Iterable[str], *, asker: Callable[[], Asker] = Asker) -> dict[str, Answer]:
    """Return what came of each address; `asker` makes what asks the addresses of one host."""
    by_host: dict[str, list[str]] = defaultdict(list)
    for url in sorted(set(urls)):
        by_host[_host(url)].append(url)

    def ask(some: list[str]) -> dict[str, Answer]:
        one = asker()
        return {url: one.ask(url) for url in some}

    with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
        found: dict[str, Answer] = {}
        for answers in pool.map(ask, by_host.values()):
            found.update(answers)
    return found


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""
