# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What taxonomy holds: the words for occupations and skills, the same for everybody."""

from collections.abc import Sequence

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import About, Holding, hold, inner, public
from jobunivers.foundation.taxonomy.models import (
    Dataset,
    DiscoCode,
    IndustryCode,
    Occupation,
    OccupationArea,
    OccupationGroup,
    OccupationSkill,
    Skill,
    Synonym,
)

_CONCEPT = (
    "uri", "source", "label_da", "label_en", "other_labels", "alts", "description_da",
    "retired_at", "successor_uri",
)  # fmt: skip


def _published(model: type[Model], what: Promise, fields: Sequence[str]) -> Holding:
    """Return what is said of published words: all of it is the same for everybody."""
    return Holding(
        model=model,
        about=About.NOBODY,
        what=what,
        purpose="running",
        retention="forever",
        fields={"id": inner(), **dict.fromkeys(fields, public())},
    )


hold(
    _published(
        OccupationGroup,
        _("Grupper af stillinger (ISCO-08)"),
        ("code", "uri", "source", "label_da", "label_en", "other_labels", "retired_at"),
    ),
    _published(Occupation, _("Stillinger (ESCO)"), (*_CONCEPT, "isco")),
    _published(Skill, _("Kompetencer (ESCO)"), (*_CONCEPT, "kind", "reuse", "groups", "broader")),
    _published(
        OccupationSkill,
        _("Hvilke kompetencer en stilling kræver"),
        ("occupation", "skill", "essential"),
    ),
    _published(
        OccupationArea,
        _("Områder, job er delt i"),
        ("slug", "name_da", "name_en", "isco_prefixes", "position", "retired_at"),
    ),
    _published(Synonym, _("Ord, der betyder det samme"), ("word", "means")),
    _published(
        IndustryCode, _("Brancher (DB07)"), ("code", "level", "label_da", "label_en", "retired_at")
    ),
    _published(
        DiscoCode,
        _("Fagbetegnelser (DISCO-08)"),
        ("code", "level", "label_da", "notes", "includes", "excludes", "retired_at"),
    ),
    _published(
        Dataset,
        _("Hvilke udgaver af ordene der er hentet"),
        (
            "kind", "edition", "files", "checksum", "imported_at", "counts", "set_aside",
        ),
    ),
)  # fmt: skip
