# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the models are made of: trained, kept by version, taken into use."""

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from jobunivers.foundation.cached import Cached
from jobunivers.foundation.taxonomy import queries as taxonomy
from jobunivers.rooms.tailored.models import Artefact
from jobunivers.rooms.vacancies import queries as vacancies
from jobunivers.science.latent import LatentModel
from jobunivers.science.matching import Vocabulary

MEANING, VOCABULARY, WEIGHTS = "meaning", "vocabulary", "weights"
_SEED = 1
# Enough to learn which words belong together; more changes little and takes longer.
_MOST_TEXTS = 20_000
_READ = 4_000

_loaded: dict[str, LatentModel] = {}


def meaning_model(*, at: datetime) -> tuple[str, LatentModel]:
    """Return version and model of meaning in use; the first one is made of the taxonomy alone."""
    row = in_use(MEANING)
    if row is None:
        row = _first_meaning(at=at)
    if row.version not in _loaded:
        _loaded[row.version] = LatentModel.load(bytes(row.content))
    return row.version, _loaded[row.version]


def in_use(kind: str) -> Artefact | None:
    """Return the artefact of a kind that is in use now."""
    rows = Artefact.objects.filter(kind=kind, in_use_from__isnull=False, in_use_to=None)
    return rows.order_by("pk").first()


def train_meaning(*, at: datetime) -> str:
    """Learn the meaning of words anew from the open advertisements; return the version in use.

    Everything is packed anew with it at the next minute, while the old one serves.
    """
    texts = [*_taxonomy_texts(), *vacancies.texts(limit=_MOST_TEXTS, length=_READ)]
    model = LatentModel.train(texts, seed=_SEED)
    return take_into_use(
        MEANING, model.digest, model.save(), facts={"texts": len(texts)}, at=at
    ).version


def _of_the_taxonomy() -> LatentModel:
    return LatentModel.train(list(_taxonomy_texts()), seed=_SEED)


_taxonomy_model = Cached(_of_the_taxonomy, taxonomy.version)


def _first_meaning(*, at: datetime) -> Artefact:
    model = _taxonomy_model.get()
    _loaded[model.digest] = model
    return take_into_use(
        MEANING, model.digest, model.save(), facts={"texts": 0, "of": "taxonomy"}, at=at
    )


def _taxonomy_texts() -> Iterator[str]:
    """Yield a text of each occupation (its names and what it needs) and of each skill."""
    skills = {row.uri: row for row in taxonomy.skills()}
    needs: dict[str, list[str]] = defaultdict(list)
    for occupation, skill, _ in taxonomy.relations():
        if skill in skills:
            needs[occupation].append(skills[skill].label("da"))
    for row in taxonomy.occupations():
        names = [row.label_da, row.label_en, *row.alts.get("da", ()), row.description_da]
        yield " ".join(filter(None, [*names, *needs[row.uri]]))
    for found in skills.values():
        yield f"{found.label('da')} {found.label('en')} {found.description_da}"


@transaction.atomic
def take_into_use(
    kind: str, version: str, content: bytes, *, facts: dict[str, Any], at: datetime
) -> Artefact:
    """Keep the artefact and make it the one of its kind in use from now on."""
    row, _ = Artefact.objects.get_or_create(
        kind=kind, version=version, defaults={"content": content, "facts": facts, "made_at": at}
    )
    now = Artefact.objects.filter(kind=kind, in_use_from__isnull=False, in_use_to=None)
    if not now.filter(pk=row.pk).exists():
        now.update(in_use_to=at)
        Artefact.objects.filter(pk=row.pk).update(in_use_from=at, in_use_to=None)
        row.refresh_from_db()
    return row


def keep_vocabulary(vocabulary: Vocabulary, folder: Path, *, at: datetime) -> None:
    """Keep a packed vocabulary, so that an answer made with it can be made again."""
    kept = Artefact.objects.filter(kind=VOCABULARY, version=vocabulary.digest)
    if kept.filter(in_use_from__isnull=False, in_use_to=None).exists():
        return
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for path in sorted(folder.iterdir()):
            archive.write(path, path.name)
    take_into_use(
        VOCABULARY,
        vocabulary.digest,
        packed.getvalue(),
        facts={"taxonomy": taxonomy.version()},
        at=at,
    )
