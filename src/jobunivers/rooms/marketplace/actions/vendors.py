# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The firms, as the gate and the portal keep them."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db.models import F

from jobunivers.rooms.marketplace.models import Vendor


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorEntry:
    """What a firm says of itself."""

    name: str
    cvr: str | None = None
    about_da: str = ""
    about_en: str = ""
    website: str = ""
    support_email: str = ""
    support_phone: str = ""
    fictitious: bool = False


def save_vendor(*, key: str, entry: VendorEntry, at: datetime) -> Vendor:
    """Keep a firm under its key, new or changed."""
    values = {**asdict(entry), "changed_at": at}
    row, new = Vendor.objects.get_or_create(key=key, defaults={**values, "joined_at": at})
    if not new and any(getattr(row, name) != value for name, value in asdict(entry).items()):
        Vendor.objects.filter(pk=row.pk).update(**values, version=F("version") + 1)
        row.refresh_from_db()
    return row
