# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The random passwords of one installation, kept readable by its owner alone."""

import fcntl
import json
import os
import secrets
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path

from jobunivers.config.problem import Problem
from jobunivers.foundation.crypto.keys import new_key


def _random() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True)
class Secrets:
    """What this installation made up for itself; never shown, logged or put in the repository."""

    django_secret_key: str = field(default_factory=_random, repr=False)
    postgres_admin: str = field(default_factory=_random, repr=False)
    postgres_owner: str = field(default_factory=_random, repr=False)
    postgres_app: str = field(default_factory=_random, repr=False)
    data_keys: str = field(default_factory=lambda: new_key("k1"), repr=False)


def load(state: Path) -> Secrets:
    """Return the secrets in the project's state folder, making them the first time.

    Two processes that start at once agree: the file appears whole or not at all, and only once.
    """
    path = state / "secrets.json"
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        _create(path)
        text = path.read_text(encoding="utf-8")
    except PermissionError as error:
        raise Problem(f"cannot read {path}: run as the account that made it") from error
    try:
        return Secrets(**_complete(path, json.loads(text)))
    except (ValueError, TypeError) as error:
        raise Problem(f"{path} is damaged ({error}); restore it from your backup") from error


def _complete(path: Path, told: dict[str, str]) -> dict[str, str]:
    """Return the secrets with keys for personal fields, made once where the file is older."""
    if "data_keys" in told:
        return told
    with (path.parent / "secrets.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        told = json.loads(path.read_text(encoding="utf-8"))
        if "data_keys" not in told:
            told = {**told, "data_keys": new_key("k1")}
            _written(path.parent, told).replace(path)
    return told


def _create(path: Path) -> None:
    name = _written(path.parent, asdict(Secrets()))
    try:
        os.link(name, path)  # unlike a rename, refuses to replace another process' secrets
    except FileExistsError:
        return
    finally:
        name.unlink()


def _written(folder: Path, told: dict[str, str]) -> Path:
    handle, name = tempfile.mkstemp(dir=folder, prefix="secrets.")  # 0600 from birth
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        json.dump(told, stream, indent=1)
        stream.flush()
        os.fsync(stream.fileno())
    return Path(name)
