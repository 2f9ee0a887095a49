# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which weights are in use: those that came with the program, or learned ones a person took in."""

from dataclasses import asdict

import orjson
from django.utils import timezone

from jobunivers.rooms.tailored.models import Artefact
from jobunivers.science.matching import DEFAULT_MODEL, Model, Weights
from jobunivers.trust.cards.matching import Running

WEIGHTS = "weights"


def model_in_use() -> Model:
    """Return the model that lists are made with now."""
    row = _in_use()
    return DEFAULT_MODEL if row is None else _model(row)


def _in_use() -> Artefact | None:
    rows = Artefact.objects.filter(kind=WEIGHTS, in_use_from__isnull=False, in_use_to=None)
    return rows.order_by("pk").first()


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
    row = _in_use()
    model = DEFAULT_MODEL if row is None else _model(row)
    since = row.in_use_from if row is not None else None
    safe, bold = asdict(model.safe), asdict(model.bold)
    weights = {part: (safe[part], bold[part]) for part in safe}
    return Running(model.version, weights, timezone.localdate(since) if since else None)
