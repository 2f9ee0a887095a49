# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fixtures of every test. Here, because a conftest's database wins over pytest-django's."""

import gc

import pytest

from jobunivers.foundation import prepared
from jobunivers.rooms.vendors.tests.people import as_vera, as_viktor, vera, viktor
from jobunivers.testing.cast import (
    aarhus,
    anne,
    as_anne,
    as_bente,
    as_eva,
    as_ida,
    as_jonas,
    as_kirsten,
    as_lise,
    as_mads,
    as_nadia,
    as_olga,
    as_omar,
    as_tove,
    bente,
    eva,
    ida,
    index,
    jonas,
    kirsten,
    lise,
    mads,
    nadia,
    national,
    no_path_before_addresses,
    odense,
    olga,
    omar,
    own_folders,
    tove,
    visitor,
)
from jobunivers.testing.chromium import chromium
from jobunivers.testing.database import django_db_setup, owner_url

# Every question that is kept is held against the one that Django makes of the same values.
prepared.checks = True

# Begun first, so that no processor waits at the end for one of them; what takes longest is first.
_LONG = (
    "tests/test_addresses.py",
    "rooms/vacancies/tests/test_import_processes.py",
    "simulator/tests/test_demo.py",
    "simulator/tests/test_demo_past.py",
    "rooms/plan/tests/test_her_plan.py",
    "rooms/tailored/tests/test_because.py",
    "simulator/tests/test_market.py",
    "config/tests/test_other_postgres.py",
)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the files that take long first; the order within and after them stays as it was."""
    places = {name: place for place, name in enumerate(_LONG)}

    def place(item: pytest.Item) -> int:
        path = item.path.as_posix()
        return next((at for name, at in places.items() if path.endswith(name)), len(places))

    items.sort(key=place)


def pytest_collection_finish() -> None:
    """Have the collector of cycles leave alone what is imported: it stays until the end."""
    gc.collect()
    gc.freeze()


__all__ = [
    "aarhus",
    "anne",
    "as_anne",
    "as_bente",
    "as_eva",
    "as_ida",
    "as_jonas",
    "as_kirsten",
    "as_lise",
    "as_mads",
    "as_nadia",
    "as_olga",
    "as_omar",
    "as_tove",
    "as_vera",
    "as_viktor",
    "bente",
    "chromium",
    "django_db_setup",
    "eva",
    "ida",
    "index",
    "jonas",
    "kirsten",
    "lise",
    "mads",
    "nadia",
    "national",
    "no_path_before_addresses",
    "odense",
    "olga",
    "omar",
    "own_folders",
    "owner_url",
    "tove",
    "vera",
    "viktor",
    "visitor",
]
