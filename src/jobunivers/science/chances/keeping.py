# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A model as bytes, and back: numbers and JSON, never code."""

import io
import json
from dataclasses import asdict
from typing import Any
from zipfile import BadZipFile

import numpy as np

from jobunivers.science.chances.basis import Piece, Schema
from jobunivers.science.chances.data import Doubles
from jobunivers.science.chances.model import NODES, Effects, HazardModel

_FORM = 1


class Unreadable(ValueError):  # noqa: N818 - it reads as what happened
    """The bytes are no model of this form."""


def save(model: HazardModel) -> bytes:
    """Return the model as bytes, the same for the same model."""
    schema = model.schema
    header = {
        "form": _FORM,
        "version": model.version,
        "usual": model.usual,
        "doubt": model.doubt,
        "pieces": [asdict(piece) for piece in schema.pieces],
        "pairs": schema.pairs,
        "others": model.other is not None,
    }
    held = io.BytesIO()
    np.savez_compressed(
        held,
        header=np.frombuffer(json.dumps(header).encode(), dtype=np.uint8),
        edges=model.edges,
        model=_flat(model.work, model.other),
        draws=np.array([_flat(work, other) for work, other in model.draws]),
    )
    return held.getvalue()


def load(content: bytes) -> HazardModel:
    """Return the model that was saved; raises Unreadable."""
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as held:
            header: dict[str, Any] = json.loads(held["header"].tobytes())
            if header["form"] != _FORM:
                raise Unreadable(f"The model has form {header['form']}, and {_FORM} is known.")
            edges, draws = held["edges"], held["draws"]
            work, other = _effects(held["model"], len(edges) - 1, others=header["others"])
    except (OSError, EOFError, BadZipFile, KeyError, ValueError) as error:
        raise Unreadable(f"This is no model of chances: {error}") from error
    pieces = tuple(_piece(one) for one in header["pieces"])
    return HazardModel(
        header["version"],
        Schema(pieces, tuple((a, b) for a, b in header["pairs"])),
        edges,
        work,
        other,
        header["usual"],
        tuple(_effects(one, len(edges) - 1, others=header["others"]) for one in draws),
        header["doubt"],
    )


def _flat(work: Effects, other: Effects | None) -> Doubles:
    return np.concatenate([part.ravel() for part in (*work, *(other or ()))])


def _effects(numbers: Doubles, pieces: int, *, others: bool) -> tuple[Effects, Effects | None]:
    parts = np.split(numbers, 2) if others else [numbers]
    found = [Effects(part[:pieces], part[pieces:].reshape(len(NODES), -1)) for part in parts]
    return found[0], found[1] if others else None


def _piece(told: dict[str, Any]) -> Piece:
    listed = ("knots", "levels", "means", "crossed")
    parts: dict[str, Any] = {key: tuple(one) if key in listed else one for key, one in told.items()}
    return Piece(**parts)
