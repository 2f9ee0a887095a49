# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answers kept by the hash of what was asked, with the version of the model that gave them."""

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from typing import Generic, NamedTuple, TypeVar

from django.db import connection

T = TypeVar("T")
MOST_KEPT = 50_000
Later = Callable[[Callable[[], None]], None]


class Asked(NamedTuple):
    """A text, its language if known, and anything else that the answer depends on."""

    text: str
    language: str = ""
    more: Hashable = ""

    @property
    def key(self) -> bytes:
        """Return the hash that the answer is kept by; the text itself is not kept."""
        said = repr((self.text, self.language, self.more)).encode("utf-8", "surrogatepass")
        return hashlib.blake2b(said, digest_size=16).digest()


def in_the_background(work: Callable[[], None]) -> None:
    """Do the work beside the process, with a database connection of its own."""

    def run() -> None:
        try:
            work()
        finally:
            connection.close()

    threading.Thread(target=run, daemon=True, name="understanding again").start()


class Remembered(Generic[T]):
    """What a model answered; an older model's answer serves until the new one is there.

    `compute` gets many questions at once and the version that it answers for; the oldest answers
    go when there are too many.
    """

    def __init__(
        self,
        compute: Callable[[Sequence[Asked]], list[T]],
        version: Callable[[], Hashable],
        *,
        most: int = MOST_KEPT,
        later: Later = in_the_background,
    ) -> None:
        self._compute = compute
        self._version = version
        self._most = most
        self._later = later
        self._lock = threading.Lock()
        self._kept: OrderedDict[bytes, tuple[Hashable, T]] = OrderedDict()
        self._again: dict[bytes, Asked] = {}

    def get(self, asked: Sequence[Asked]) -> list[T]:
        """Return the answer to each question, in order."""
        version = self._version()
        keys = [one.key for one in asked]
        with self._lock:
            known = {key: self._kept[key] for key in keys if key in self._kept}
            for key in known:
                self._kept.move_to_end(key)
        new = {key: one for key, one in zip(keys, asked, strict=True) if key not in known}
        answers = {key: answer for key, (_, answer) in known.items()}
        if new:
            answers |= self._ask(new, version)
        if any(held != version for held, _ in known.values()):
            self._renew(dict(zip(keys, asked, strict=True)), version)
        return [answers[key] for key in keys]

    def _ask(self, questions: dict[bytes, Asked], version: Hashable) -> dict[bytes, T]:
        found = dict(zip(questions, self._compute(list(questions.values())), strict=True))
        with self._lock:
            for key, answer in found.items():
                self._kept[key] = (version, answer)
                self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return found

    def _renew(self, questions: dict[bytes, Asked], version: Hashable) -> None:
        """Have what an older model answered answered anew, each question once at a time."""
        with self._lock:
            old = {
                key: one
                for key, one in questions.items()
                if key not in self._again and self._kept.get(key, (version,))[0] != version
            }
            self._again |= old
        if old:
            self._later(lambda: self._answer_again(old))

    def _answer_again(self, questions: dict[bytes, Asked]) -> None:
        try:
            self._ask(questions, self._version())
        finally:
            with self._lock:
                for key in questions:
                    self._again.pop(key, None)
