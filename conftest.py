# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fixtures of every test. Here, because a conftest's database wins over pytest-django's."""

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
    omar,
    own_folders,
    tove,
    visitor,
)
from jobunivers.testing.chromium import chromium
from jobunivers.testing.database import django_db_setup, owner_url

# Every question that is kept is held against the one that Django makes of the same values.
prepared.checks = True

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
    "omar",
    "own_folders",
    "owner_url",
    "tove",
    "vera",
    "viktor",
    "visitor",
]
