# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The chain's copy outside the database: one line a seal, and where each chain stands now.

`seals.jsonl` only grows; `heads/<code>.json` is written anew after each link. Whoever changes the
database alone cannot change them. The folder should lie on another machine's disk, or be copied
there; each seal is also a line of the log.
"""

import json
import logging
import os
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings

_log = logging.getLogger(__name__)
Line = Mapping[str, Any]
_DIGEST = 64  # hexadecimal digits


def _folder() -> Path:
    return Path(settings.AUDIT_FOLDER)


def there_is_a_copy() -> bool:
    """Say whether anything of the chain stands outside the database here."""
    return (_folder() / "seals.jsonl").exists() or (_folder() / "heads").is_dir()


def add_seal(line: Line) -> None:
    """Add a seal to the file and to the log."""
    told = {name: _short(value) for name, value in sorted(line.items())}
    _log.info("audit seal %s", json.dumps(told))
    _folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    with (_folder() / "seals.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(dict(line), sort_keys=True) + "\n")
        file.flush()
        os.fsync(file.fileno())


def seals(code: str) -> list[Line]:
    """Return the seals of a kommune in the file, in their order; a broken line is an empty one."""
    try:
        text = (_folder() / "seals.jsonl").read_text(encoding="utf-8")
    except OSError:
        return []
    return [one for one in map(_read, text.splitlines()) if one.get("kommune") in {code, None}]


def set_head(code: str, line: Line) -> None:
    """Write where a chain stands now, whole or not at all."""
    heads = _folder() / "heads"
    heads.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = heads / f"{code}.{os.getpid()}.new"
    fresh.write_text(json.dumps(dict(line), sort_keys=True), encoding="utf-8")
    fresh.replace(heads / f"{code}.json")


def head(code: str) -> Line | None:
    """Return where a chain stood when it was last added to; None: nothing is written."""
    try:
        return _read((_folder() / "heads" / f"{code}.json").read_text(encoding="utf-8"))
    except OSError:
        return None


def _short(value: Any) -> Any:
    """Return a digest in base64: the log blots out what could be a CPR number, and hex might."""
    if isinstance(value, str) and len(value) >= _DIGEST:
        return b64encode(bytes.fromhex(value)).decode()
    return value


def _read(text: str) -> Line:
    try:
        found = json.loads(text)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
