# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Advertisements and where they come from: published, and of no citizen."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import About, Holding, inner, public
from jobunivers.rooms.vacancies.models import (
    Band,
    Employer,
    ImportRun,
    RejectedRecord,
    Source,
    Vacancy,
)

_ROW = {"id": inner(), "municipality": inner()}

ADVERTISEMENTS = (
    Holding(
        model=Source,
        about=About.NOBODY,
        what=_("Steder, jobopslag hentes fra"),
        purpose="running",
        retention="forever",
        fields={
            **_ROW,
            **dict.fromkeys(
                (
                    "code", "name", "origin", "format", "url", "licence", "attribution",
                    "keep_days", "columns", "created_at",
                ),
                public(),
            ),
            "cursor": inner(),
        },
    ),
    Holding(
        model=ImportRun,
        about=About.NOBODY,
        what=_("Hvornår jobopslag er hentet, og hvor mange"),
        purpose="running",
        retention="forever",
        fields={
            **_ROW,
            **dict.fromkeys(
                (
                    "source", "started_at", "finished_at", "read", "added", "changed", "unchanged",
                    "closed", "rejected", "repeated", "duplicates", "failure",
                ),
                public(),
            ),
        },
    ),
    Holding(
        model=RejectedRecord,
        about=About.NOBODY,
        what=_("Jobopslag, der ikke kunne læses"),
        purpose="running",
        retention="forever",
        fields={
            **_ROW,
            **dict.fromkeys(
                (
                    "source", "run", "position", "source_key", "reason", "detail", "original",
                    "created_at", "seen_at", "mended_at", "dismissed_at",
                ),
                public(),
            ),
            "original_hash": inner(),
        },
    ),
    Holding(
        model=Employer,
        about=About.NOBODY,
        what=_("Virksomheder, der søger folk"),
        purpose="running",
        retention="forever",
        fields={"id": inner(), **dict.fromkeys(("name", "key", "cvr", "url"), public())},
    ),
    Holding(
        model=Vacancy,
        about=About.NOBODY,
        what=_("Jobopslag, som de er offentliggjort"),
        purpose="running",
        retention="forever",
        fields={
            **_ROW,
            # An advertisement may name whom to call: published by the employer with that purpose.
            **dict.fromkeys(
                (
                    "source", "source_key", "employer", "title", "description", "text", "language",
                    "url", "apply_url", "street", "postal_code", "city", "country",
                    "kommune_code", "latitude", "longitude", "place_precision",
                    "employment_types", "hours_min", "hours_max", "remote_share", "salary_text",
                    "positions", "occupation_text", "isco_given", "occupation_uri",
                    "occupation_confidence", "isco", "area", "skills", "requirements", "licences",
                    "languages", "working_language", "understood_by", "published_at", "deadline",
                    "expires_at", "closed_at", "seen_at", "created_at", "duplicate_of",
                    "original", "warnings",
                ),
                public(),
            ),
            **dict.fromkeys(("content_hash", "fingerprint", "bands", "change"), inner()),
        },
    ),
    Holding(
        model=Band,
        about=About.NOBODY,
        what=_("Kendetegn, der finder to opslag om samme job"),
        purpose="running",
        retention="forever",
        fields={"band": inner(), "vacancy_id": inner()},
    ),
)  # fmt: skip
