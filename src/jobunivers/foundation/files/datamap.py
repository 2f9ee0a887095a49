# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What files holds: the files people put in, and their bytes."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import (
    About,
    Holding,
    by,
    free_text,
    hold,
    inner,
    ordinary,
)
from jobunivers.foundation.files.kinds import IMAGE, PDF, VIDEO
from jobunivers.foundation.files.models import FilePiece, StoredFile

_ROW = {"id": inner(), "municipality": inner()}
_KINDS = {PDF.code: _("PDF"), IMAGE.code: _("Billede"), VIDEO.code: _("Video")}
_SOURCE = _("Dig selv, da du lagde filen ind")


def _size(content: bytes | memoryview) -> str:
    return f"{len(content):_}".replace("_", ".") + " byte"


hold(
    Holding(
        model=StoredFile,
        about=About.CITIZEN,
        subject="kept_by_id",
        group="jobs",
        what=_("Filer, du har lagt ind"),
        source=_SOURCE,
        purpose="own",
        retention="journey",
        at="kept_at",
        title=lambda row: str(row.name),
        fields={
            **_ROW,
            "name": free_text(_("Filens navn")),
            "kind": ordinary(_("Slags"), by(_KINDS)),
            "media_type": inner(),
            "bytes": ordinary(_("Størrelse i byte")),
            "sha256": inner(),
            "scanned_by": ordinary(_("Kontrolleret for skadelige programmer af")),
            "kept_at": ordinary(_("Lagt ind")),
            "kept_by_id": inner(),
            "kept_until": ordinary(_("Slettes senest efter")),
        },
    ),
    Holding(
        model=FilePiece,
        about=About.CITIZEN,
        subject="file__kept_by_id",
        group="jobs",
        what=_("Indholdet af filerne, stykke for stykke"),
        source=_SOURCE,
        purpose="own",
        retention="journey",
        title=lambda row: f"{row.file.name}, {row.number}",
        fields={
            **_ROW,
            "file": ordinary(_("Fil"), lambda file: file.name),
            "number": ordinary(_("Stykke")),
            "content": free_text(_("Indhold"), _size),
        },
    ),
)
