# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fixtures of every test. Here, because a conftest's database wins over pytest-django's."""

from jobunivers.testing.cast import (
    aarhus,
    anne,
    as_anne,
    as_eva,
    as_jonas,
    as_kirsten,
    as_lise,
    as_mads,
    as_nadia,
    as_omar,
    eva,
    index,
    jonas,
    kirsten,
    lise,
    mads,
    nadia,
    national,
    odense,
    omar,
    own_folders,
    visitor,
)
from jobunivers.testing.chromium import chromium
from jobunivers.testing.database import django_db_setup, owner_url

__all__ = [
    "aarhus",
    "anne",
    "as_anne",
    "as_eva",
    "as_jonas",
    "as_kirsten",
    "as_lise",
    "as_mads",
    "as_nadia",
    "as_omar",
    "chromium",
    "django_db_setup",
    "eva",
    "index",
    "jonas",
    "kirsten",
    "lise",
    "mads",
    "nadia",
    "national",
    "odense",
    "omar",
    "own_folders",
    "owner_url",
    "visitor",
]
