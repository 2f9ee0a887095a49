# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The introduction that the project brings along, for every kommune to begin with."""

import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

FILE = Path(__file__).resolve().parent / "guide.toml"
WRITTEN_BY = "Jobunivers"


def read() -> list[dict[str, Any]]:
    """Return the items of the file, their texts without the empty lines around them."""
    items: list[dict[str, Any]] = tomllib.loads(FILE.read_text(encoding="utf-8"))["item"]
    return [
        {name: value.strip() if isinstance(value, str) else value for name, value in item.items()}
        for item in items
    ]


def ensure(*, at: datetime) -> int:
    """Bring the shared items up to date with the file; return how many were new or changed."""
    # Imported late: this package is also read where Django is not set up.
    from jobunivers.foundation.tenancy import writing_shared
    from jobunivers.rooms.entrance.models import GuideItem

    changed = 0
    with writing_shared():
        shared = GuideItem.objects.filter(municipality=None)
        stand = {row.key: row for row in shared.order_by("pk")}
        for item in read():
            row = stand.pop(item["key"], None)
            if row is None:
                GuideItem.objects.create(
                    **item, municipality=None, written_by=WRITTEN_BY, changed_at=at
                )
                changed += 1
            elif any(getattr(row, name) != value for name, value in item.items()):
                shared.filter(pk=row.pk).update(**item, changed_at=at)
                changed += 1
        gone, _ = shared.filter(pk__in=[row.pk for row in stand.values()]).delete()
    return changed + gone
