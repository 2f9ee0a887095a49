# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Understanding anew what an older model or taxonomy understood, while its answers serve."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import orjson
from django.db import connection

from jobunivers.foundation.taxonomy import meaning
from jobunivers.foundation.taxonomy.reader import Meant, Said, TextReader
from jobunivers.foundation.tenancy import queries as tenancy
from jobunivers.rooms.vacancies.actions.changing import lock_writers, writing
from jobunivers.rooms.vacancies.actions.understanding import Understander, model_version
from jobunivers.rooms.vacancies.models import Vacancy
from jobunivers.rooms.vacancies.queries.changes import rows_of

_AT_A_TIME = 250
_FIELDS = ("pk", "change", "title", "text", "language", "occupation_text", "isco_given",
           "employer__name")  # fmt: skip
# A row that was written meanwhile was understood by whoever wrote it.
_UPDATE = """
    UPDATE vacancies_vacancy v SET
        occupation_uri = n.occupation_uri, occupation_confidence = n.occupation_confidence,
        isco = n.isco, area = n.area, skills = n.skills, requirements = n.requirements,
        licences = n.licences, languages = n.languages, working_language = n.working_language,
        understood_by = n.understood_by,
        change = nextval('vacancies_change_seq')
    FROM json_populate_recordset(NULL::vacancies_vacancy, %s::json) AS n
    WHERE v.id = n.id AND v.change = n.change
"""


def understand_again(*, at: datetime) -> int:
    """Understand anew the open advertisements that an older model or taxonomy understood.

    The old answers serve meanwhile. Returns how many were understood.
    """
    mind, reader = Understander(), meaning.reader()
    version = model_version()
    owners: list[int | None] = [None, *tenancy.opened().values_list("pk", flat=True)]
    return sum(_owned(owner, mind, reader, version, at=at) for owner in owners)


def _owned(
    owner: int | None, mind: Understander, reader: TextReader, version: str, *, at: datetime
) -> int:
    count, last = 0, 0
    while True:
        with writing(owner):
            old = Vacancy.objects.filter(
                rows_of(owner), closed_at=None, expires_at__gt=at, pk__gt=last
            ).exclude(understood_by=version)
            rows = list(old.order_by("pk").values(*_FIELDS)[:_AT_A_TIME])
        if not rows:
            return count
        # Understood outside the lock: this takes a while, and imports must not wait for it.
        said = [_said(row) for row in rows]
        meant = reader.mean(
            said, [str(row["text"]) for row in rows], [str(row["language"]) for row in rows]
        )
        new = [_new(row, one, mind, version) for row, one in zip(rows, meant, strict=True)]
        with writing(owner):
            lock_writers()
            with connection.cursor() as cursor:
                cursor.execute(_UPDATE, [orjson.dumps(new).decode()])
        last = rows[-1]["pk"]
        count += len(rows)


def _said(row: Mapping[str, Any]) -> Said:
    return Said(
        title=row["title"],
        employer=row["employer__name"] or "",
        occupation=row["occupation_text"],
        isco=row["isco_given"],
    )


def _new(row: Mapping[str, Any], meant: Meant, mind: Understander, version: str) -> dict[str, Any]:
    return {
        "id": row["pk"],
        "change": row["change"],
        "occupation_uri": meant.occupation,
        "occupation_confidence": meant.confidence,
        "isco": meant.isco,
        "area": mind.area_of(meant.isco),
        "skills": meant.skills,
        "requirements": meant.requirements,
        "licences": meant.licences,
        "languages": meant.languages,
        "working_language": meant.working_language[:3],
        "understood_by": version,
    }
