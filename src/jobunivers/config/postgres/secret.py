# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The random passwords of one installation, kept readable by its owner alone."""

import json
import os
import secrets
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path

from jobunivers.config.problem import Problem


def _random() -> str:
    return secrets.token_urlsafe(32)


@dataclass(frozen=True)
class Secrets:
    """What this installation made up for itself; never shown, logged or put in the repository."""

    django_secret_key: str = field(default_factory=_random, repr=False)
    postgres_admin: str = field(default_factory=_random, repr=False)
    postgres_owner: str = field(default_factory=_random, repr=False)
    postgres_app: str = field(default_factory=_random, repr=False)


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
        return Secrets(**json.loads(text))
    except (ValueError, TypeError) as error:
        raise Problem(f"{path} is damaged ({error}); restore it from your backup") from error


def _create(path: Path) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix="secrets.")  # 0600 from birth
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(asdict(Secrets()), stream, indent=1)
            stream.flush()
            os.fsync(stream.fileno())
        try:
            os.link(name, path)  # unlike a rename, refuses to replace another process' secrets
        except FileExistsError:
            return
    finally:
        Path(name).unlink()
