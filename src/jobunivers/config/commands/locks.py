# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The locks hold everything that is asked for, hashed, and agree with each other."""

import json
import re
from pathlib import Path

KINDS = ("runtime", "develop", "measure")
"""What runs it; what tests it too; what only some measurements and Ray need beside those."""
ENTRY = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)")


def wrong(root: Path) -> list[str]:
    """Return what does not hold, a line each."""
    folder = root / "requirements"
    runtime, develop, measure = (pinned(folder / f"{name}.lock") for name in KINDS)
    found = [
        f"requirements/develop.lock has {name} {develop.get(name)}, runtime.lock has {version}"
        for name, version in runtime.items()
        if develop.get(name) != version
    ]
    found += [
        f"requirements/measure.lock has {name} {version}, develop.lock has {develop[name]}"
        for name, version in measure.items()
        if develop.get(name, version) != version
    ]
    for kind in KINDS:
        text = (folder / f"{kind}.lock").read_text(encoding="utf-8")
        found += [f"requirements/{kind}.lock: {name} has no hash" for name in _unhashed(text)]
        lacking_names = lacking(folder / f"{kind}.lock")
        found += [f"requirements/{kind}.lock lacks {name} of {kind}.in" for name in lacking_names]
    return found + _npm(root)


def lacking(lock: Path) -> list[str]:
    """Return the packages that the list beside a lock asks for and the lock does not have."""
    versions = pinned(lock)
    return [name for name in asked(lock.with_suffix(".in")) if name not in versions]


def pinned(lock: Path) -> dict[str, str]:
    """Return the version of each package in a lock, by normalised name."""
    matches = map(ENTRY.match, lock.read_text(encoding="utf-8").splitlines())
    return {normal(match[1]): match[2] for match in matches if match}


def asked(source: Path) -> list[str]:
    """Return the names of the packages that a source list asks for."""
    lines = [line.split("#")[0].strip() for line in source.read_text(encoding="utf-8").splitlines()]
    found = (re.match(r"[A-Za-z0-9._-]+", line) for line in lines if not line.startswith("-"))
    return [normal(match[0]) for match in found if match]


def normal(name: str) -> str:
    """Return a package's name the way the index compares names (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _unhashed(text: str) -> list[str]:
    blocks = re.split(r"\n(?=[A-Za-z0-9])", text)
    return [
        match[1] for match in map(ENTRY.match, blocks) if match and "--hash=" not in match.string
    ]


def _npm(root: Path) -> list[str]:
    package = json.loads((root / "package.json").read_text(encoding="utf-8"))
    lock = json.loads((root / "package-lock.json").read_text(encoding="utf-8"))
    top = lock["packages"][""]
    kinds = ("dependencies", "devDependencies")
    found = [
        f"package-lock.json differs from package.json in {kind}"
        for kind in kinds
        if package.get(kind) != top.get(kind)
    ]
    entries = lock["packages"].items()
    return found + [
        f"package-lock.json: {name} has no hash"
        for name, entry in entries
        if name and "integrity" not in entry
    ]
