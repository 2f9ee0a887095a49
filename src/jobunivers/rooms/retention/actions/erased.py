# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who has been erased, kept outside the database so that a restored backup can be told.

A line holds a keyed digest of the person's uuid. The uuid itself stands nowhere but in backups made
before; when the last of those has expired, the line goes too (`backup --expire`).
"""

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from uuid import UUID

from django.conf import settings

from jobunivers.foundation.tenancy import current_municipality_id

_KEY, _LINES = "key", "erased.jsonl"
_BYTES = 32


def note(*, uuids: Mapping[int, UUID], code: str, batch_id: int, at: datetime) -> None:
    """Write whom a batch is about to erase; on the disk before the database confirms.

    Raises:
        OSError: it cannot be written; then nothing is erased.
    """
    folder = _folder()
    key = _key(folder)
    lines = [
        {
            "kommune": current_municipality_id(),
            "who": digest(key, one),
            "code": code,
            "batch": batch_id,
            "at": at.isoformat(),
        }
        for one in uuids.values()
    ]
    _add(folder, lines)


def take_back(*, batch_id: int) -> None:
    """Write that a batch did not happen after all."""
    _add(_folder(), [{"kommune": current_municipality_id(), "not": batch_id}])


def remembered() -> dict[int, dict[str, list[str]]]:
    """Return whom each kommune has erased: kommune → step → digests."""
    lines = list(_read(_folder()))
    taken_back = set()
    found: dict[int, dict[str, dict[str, None]]] = {}
    for line in reversed(lines):  # what is done again after it was taken back stands below it
        if "not" in line:
            taken_back.add((line["kommune"], line["not"]))
        elif (line["kommune"], line["batch"]) not in taken_back:
            codes = found.setdefault(int(str(line["kommune"])), {})
            codes.setdefault(str(line["code"]), {})[str(line["who"])] = None
    return {k: {code: list(who) for code, who in codes.items()} for k, codes in found.items()}


def forget_before(*, at: datetime) -> int:
    """Forget lines older than every backup there can be; return how many."""
    folder = _folder()
    lines = list(_read(folder))
    kept = [one for one in lines if "at" in one and datetime.fromisoformat(str(one["at"])) >= at]
    batches = {(one["kommune"], one["batch"]) for one in kept}
    kept = [
        one
        for one in lines
        if one in kept or ("not" in one and (one["kommune"], one["not"]) in batches)
    ]
    if len(kept) < len(lines):
        part = folder / f"{_LINES}.part"
        part.write_text("".join(json.dumps(one) + "\n" for one in kept), encoding="utf-8")
        part.chmod(0o600)
        part.replace(folder / _LINES)
    return len(lines) - len(kept)


def key() -> bytes:
    """Return the key of the digests."""
    return _key(_folder())


def digest(secret: bytes, uuid: UUID) -> str:
    """Return what stands for a person in the file."""
    return hmac.new(secret, uuid.bytes, hashlib.sha256).hexdigest()


def _folder() -> Path:
    folder = Path(settings.ERASED_FOLDER)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def _key(folder: Path) -> bytes:
    path = folder / _KEY
    try:
        with os.fdopen(os.open(path, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600), "wb") as file:
            file.write(secrets.token_bytes(_BYTES))
    except FileExistsError:
        pass
    return path.read_bytes()


def _add(folder: Path, lines: Iterable[Mapping[str, object]]) -> None:
    descriptor = os.open(folder / _LINES, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write("".join(json.dumps(one) + "\n" for one in lines))
        file.flush()
        os.fsync(file.fileno())


def _read(folder: Path) -> Iterator[dict[str, object]]:
    path = folder / _LINES
    if not path.exists():
        return
    with path.open(encoding="utf-8") as file:
        for line in file:
            if line.endswith("\n"):  # half a line was never confirmed
                yield json.loads(line)
