# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What law holds: rules, texts of the law, and what a kommune has decided on top of them."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import About, Holding, hold, inner, public, staff
from jobunivers.rooms.law.models import (
    LawCitation,
    LawDocument,
    LawImport,
    LawWord,
    OwnValue,
    Provision,
    RegisterApproval,
    RegisterText,
)

hold(
    Holding(
        model=RegisterText,
        about=About.NOBODY,
        what=_("Reglerne, som siden regner efter"),
        purpose="running",
        retention="forever",
        fields={"id": inner(), **dict.fromkeys(("digest", "body", "added_at"), public())},
    ),
    Holding(
        model=RegisterApproval,
        about=About.NOBODY,
        what=_("Hvem der har godkendt, at nye regler gælder"),
        purpose="work",
        retention="forever",
        fields={
            "id": inner(),
            **dict.fromkeys(("text", "at", "why"), public()),
            "by_id": staff(),
        },
    ),
    Holding(
        model=OwnValue,
        about=About.NOBODY,
        what=_("Tal og frister, som loven lader kommunen bestemme"),
        purpose="work",
        retention="forever",
        fields={
            "id": inner(),
            "municipality": inner(),
            **dict.fromkeys(
                ("code", "key", "value", "valid_from", "decided_by", "why", "written_at"), public()
            ),
            "written_by_id": staff(),
        },
    ),
    Holding(
        model=LawDocument,
        about=About.NOBODY,
        what=_("Love og bekendtgørelser"),
        purpose="running",
        retention="forever",
        fields={
            "id": inner(),
            **dict.fromkeys(
                (
                    "kind", "number", "year", "title", "issued_on", "in_force_from",
                    "in_force_until", "replaced_by", "source", "changed_at",
                ),
                public(),
            ),
        },
    ),
    Holding(
        model=Provision,
        about=About.NOBODY,
        what=_("Lovenes paragraffer"),
        purpose="running",
        retention="forever",
        fields={
            "id": inner(),
            **dict.fromkeys(
                (
                    "document", "reference", "section", "chapter", "heading", "position", "text",
                ),
                public(),
            ),
            "vector": inner(),
            "words": inner(),
        },
    ),
    Holding(
        model=LawCitation,
        about=About.NOBODY,
        what=_("Hvilke paragraffer der henviser til hvilke"),
        purpose="running",
        retention="forever",
        fields=dict.fromkeys(("id", "provision", "cited", "vector", "words"), inner()),
    ),
    Holding(
        model=LawWord,
        about=About.NOBODY,
        what=_("Hvor tit et ord står i lovene"),
        purpose="running",
        retention="forever",
        fields=dict.fromkeys(("word", "provisions"), public()),
    ),
    Holding(
        model=LawImport,
        about=About.NOBODY,
        what=_("Hvornår lovene er hentet"),
        purpose="running",
        retention="forever",
        fields={
            "id": inner(),
            **dict.fromkeys(
                ("source", "started_at", "finished_at", "counts", "set_aside"), public()
            ),
        },
    ),
)  # fmt: skip
