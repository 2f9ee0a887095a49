# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The process' reader of the offers' index."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from jobunivers.foundation.search import Reader, state
from jobunivers.foundation.search.offers import OFFERS

FOLDER = "offers"


@lru_cache(maxsize=4)
def _reader(folder: Path) -> Reader:
    return Reader(folder, OFFERS)


def reader() -> Reader:
    """Return the process' reader; it follows the writer by itself."""
    return _reader(Path(settings.SEARCH_FOLDER) / FOLDER)


def index_ready(*, folder: Path) -> bool:
    """Say whether there is an index to search in."""
    return not state(Path(folder) / FOLDER, OFFERS).needs_rebuild
