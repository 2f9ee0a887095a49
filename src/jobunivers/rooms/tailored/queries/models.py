# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which weights are in use: those that came with the program, or learned ones a person took in."""

from dataclasses import asdict

import orjson

from jobunivers.rooms.tailored.models import Artefact
from jobunivers.science.matching import DEFAULT_MODEL, Model, Weights
from jobunivers.trust.cards.matching import Running

WEIGHTS = "weights"


def model_in_use() -> Model:
    """Return the model that lists are made with now."""
    rows = Artefact.objects.filter(kind=WEIGHTS, in_use_from__isnull=False, in_use_to=None)
    row = rows.order_by("pk").first()
    return DEFAULT_MODEL if row is None else _model(row)


def model_of(version: str) -> Model | None:
    """Return a version of the weights; None when it is not kept any more."""
    if version == DEFAULT_MODEL.version:
        return DEFAULT_MODEL
    row = Artefact.objects.filter(kind=WEIGHTS, version=version).first()
    return None if row is None else _model(row)


def _model(row: Artefact) -> Model:
    ends = orjson.loads(bytes(row.content))
    return Model(row.version, Weights(**ends["safe"]), Weights(**ends["bold"]))


def content_of(model: Model) -> bytes:
    """Return a model's weights as they are kept."""
    return orjson.dumps({"safe": asdict(model.safe), "bold": asdict(model.bold)})


def running_model() -> Running:
    """Return what the AI register says of the model in use: each part at both ends."""
    model = model_in_use()
    safe, bold = asdict(model.safe), asdict(model.bold)
    return Running(model.version, {part: (safe[part], bold[part]) for part in safe})
