# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the page on security points to is there, and no requirement is forgotten."""

import re
from pathlib import Path

import pytest

from jobunivers.testing import ROOT

PAGE = ROOT / "docs" / "security.md"
# Section → the requirements of levels 1 and 2, by OWASP ASVS 5.0.0.
_TO = {
    "1.1": "1-2", "1.2": "1-9", "1.3": "1-11", "1.4": "1-3", "1.5": "1-2",
    "2.1": "1-3", "2.2": "1-3", "2.3": "1-4", "2.4": "1",
    "3.2": "1-2", "3.3": "1-4", "3.4": "1-6", "3.5": "1-5", "3.7": "1-2",
    "4.1": "1-3", "4.2": "1", "4.3": "1-2", "4.4": "1-4",
    "5.1": "1", "5.2": "1-3", "5.3": "1-2", "5.4": "1-3",
    "6.1": "1-3", "6.2": "1-12", "6.3": "1-4", "6.4": "1-4", "6.5": "1-5", "6.6": "1-3",
    "6.8": "1-4",
    "7.1": "1-3", "7.2": "1-4", "7.3": "1-2", "7.4": "1-5", "7.5": "1-2", "7.6": "1-2",
    "8.1": "1-2", "8.2": "1-3", "8.3": "1", "8.4": "1",
    "9.1": "1-3", "9.2": "1-4",
    "10.1": "1-2", "10.2": "1-2", "10.3": "1-4", "10.4": "1-11", "10.5": "1-5", "10.6": "1-2",
    "10.7": "1-3",
    "11.1": "1-2", "11.2": "1-3", "11.3": "1-3", "11.4": "1-4", "11.5": "1", "11.6": "1",
    "12.1": "1-3", "12.2": "1-2", "12.3": "1-4",
    "13.1": "1", "13.2": "1-5", "13.3": "1-2", "13.4": "1-5",
    "14.1": "1-2", "14.2": "1-4", "14.3": "1-3",
    "15.1": "1-3", "15.2": "1-3", "15.3": "1-7",
    "16.1": "1", "16.2": "1-5", "16.3": "1-4", "16.4": "1-3", "16.5": "1-3",
    "17.1": "1", "17.2": "1-4", "17.3": "1-2",
}  # fmt: skip
_ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
_CODE = re.compile(r"`([^`\n]+)`")
_FILE = re.compile(r"^[\w./-]+(\.(py|md|html|toml|lock|json|in)|/[\w.-]+)(::\w+)?$")


def _required() -> set[str]:
    found = set()
    for section, span in _TO.items():
        first, _, last = span.partition("-")
        found |= {f"{section}.{n}" for n in range(int(first), int(last or first) + 1)}
    return found


def _pointers(text: str) -> list[str]:
    """Return what a text points to: paths, and tests within them."""
    return [one for one in _CODE.findall(text) if "/" in one and _FILE.match(one)]


def _there(pointer: str) -> bool:
    path, _, name = pointer.partition("::")
    places = [Path(ROOT, path), Path(ROOT, "src", "jobunivers", path)]
    place = next((one for one in places if one.exists()), None)
    if place is None:
        return False
    return not name or bool(re.search(rf"^ *def {name}\b", place.read_text(), re.MULTILINE))


def test_every_requirement_of_both_levels_has_its_row_once() -> None:
    rows = [found[0] for found in _ROW.findall(PAGE.read_text(encoding="utf-8"))]

    assert len(_required()) == 253
    assert set(rows) == _required()
    assert len(rows) == len(set(rows))


def test_every_path_and_test_that_is_named_is_there() -> None:
    pointers = _pointers(PAGE.read_text(encoding="utf-8"))

    assert [one for one in pointers if not _there(one)] == []
    assert len(pointers) > 200


def test_a_row_says_how_and_what_is_tested_names_a_test() -> None:
    wrong = []
    for number, _words, how, where in _ROW.findall(PAGE.read_text(encoding="utf-8")):
        if how.strip() not in {"test", "code", "doc", "kommune", "n/a", "open"}:
            wrong.append(number)
        if how.strip() == "test" and not any("test" in one for one in _pointers(where)):
            wrong.append(number)
    assert wrong == []


@pytest.mark.parametrize(
    "pointer", ["tests/test_nothing.py", "tests/test_tenants.py::test_that_nobody_wrote"]
)
def test_a_pointer_to_nothing_is_found_out(pointer: str) -> None:
    assert not _there(pointer)
