# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The description of addresses for programs and the addresses themselves are the same."""

import json
import re

from jobunivers.testing import ROOT
from tests.addresses.table import TABLE

_NAMES = re.compile(r"<\w+:(\w+)>")
_PROGRAMS = ("xapi/statements", "xapi/about", "oidc/", "lti/", "kalender/", "sundhed")
# A browser is sent to these; a vendor's own documents say with what.
_BROWSERS = {"lti/authorize", "lti/picked"}


def _described() -> dict[str, set[str]]:
    told = json.loads((ROOT / "docs" / "openapi.json").read_text(encoding="utf-8"))
    return {
        path.removeprefix("/{kommune}/"): set(methods) - {"parameters"}
        for path, methods in told["paths"].items()
    }


def _shape(path: str) -> str:
    return re.sub(r"\{\w+\}", "{}", _NAMES.sub("{}", path))


def test_every_address_for_programs_is_described() -> None:
    described = {_shape(path) for path in _described()}
    wanted = {_shape(one) for one in TABLE if one.startswith(_PROGRAMS) and one not in _BROWSERS}

    assert wanted - described == set()


def test_nothing_is_described_that_is_not_there() -> None:
    there = {_shape(one) for one in TABLE}

    assert {path for path in _described() if _shape(path) not in there} == set()


def test_what_changes_something_says_that_it_may_come_too_often() -> None:
    told = json.loads((ROOT / "docs" / "openapi.json").read_text(encoding="utf-8"))
    silent = [
        f"{method} {path}"
        for path, methods in told["paths"].items()
        for method, one in methods.items()
        if method in {"post", "put"} and "429" not in one["responses"]
    ]
    assert silent == []
