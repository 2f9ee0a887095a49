# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The register and the processes that the program brings along, read from their files."""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from jobunivers.science.law import (
    BadRegister,
    Problem,
    Process,
    Register,
    read_processes,
    read_register,
)

_STARTER = Path(__file__).resolve().parent.parent / "starter"


@dataclass(frozen=True, slots=True)
class Law:
    """A register with the processes made of its rules."""

    register: Register
    processes: Mapping[str, Process]


@cache
def shipped_body() -> dict[str, Any]:
    """Return the shipped files as one tree of plain values; dates are texts."""
    return body_of(_STARTER)


def body_of(folder: Path) -> dict[str, Any]:
    """Return all files below a folder as one tree, each entry with its file's defaults.

    Raises BadRegister for a file that is no TOML, with the file named.
    """
    rules = [one for path in sorted((folder / "rules").glob("*.toml")) for one in _rules(path)]
    processes = [
        one
        for path in sorted((folder / "processes").glob("*.toml"))
        for one in _read(path).get("processes", [])
    ]
    body: dict[str, Any] = _plain({"rules": rules, "processes": processes})
    return body


def read_law(body: object) -> Law:
    """Return the register and processes of a tree; raises BadRegister with every mistake."""
    register = read_register(body)
    return Law(register, read_processes(body, register))


def digest_of(body: Mapping[str, Any]) -> str:
    """Return a text that is the same for the same rules alone."""
    text = json.dumps(body, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


@cache
def shipped() -> Law:
    """Return the shipped register, read."""
    return read_law(shipped_body())


def _rules(path: Path) -> list[Any]:
    tree = _read(path)
    defaults = tree.get("defaults", {})
    for rule in tree.get("rules", []):
        rule["version"] = [{**defaults, **version} for version in rule.get("version", [])]
    return list(tree.get("rules", []))


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadRegister([Problem(path.name, "no_toml", str(error))]) from error


def _plain(value: Any) -> Any:
    """Return a tree with its dates as texts, as JSON keeps it."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value
