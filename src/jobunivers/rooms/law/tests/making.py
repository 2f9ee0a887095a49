# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Law text and registers as tests need them; the text is invented, the numbers are real."""

import io
import json
from datetime import UTC, datetime
from typing import Any

from jobunivers.integrations.law import jsonl
from jobunivers.rooms.law import actions
from jobunivers.rooms.law.actions import Summary

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
DOCUMENTS: list[dict[str, Any]] = [
    {"id": "2026:46", "short_name": "BEK H", "title": "Bekendtgørelse om rådighed",
     "issued_date": "2026-01-13", "url": "https://example.org/46", "status": "in_force"},
    {"id": "2023:1590", "short_name": "BEK H", "title": "Bekendtgørelse om rådighed",
     "issued_date": "2023-12-12", "url": "", "status": "in_force"},
    {"id": "2025:1004", "short_name": "LBK H",
     "title": "Bekendtgørelse af lov om aktiv socialpolitik", "issued_date": "2025-06-30",
     "url": "", "status": "in_force"},
    {"id": "2024:808", "short_name": "LBK H",
     "title": "Bekendtgørelse af lov om aktiv socialpolitik", "issued_date": "2024-06-25",
     "url": "", "status": "in_force"},
]  # fmt: skip
PROVISIONS: list[dict[str, Any]] = [
    {"law_id": "2026:46", "provision_ref": "4:14", "section": "14", "chapter": "4",
     "content": "§ 14. Et medlem skal søge arbejde. Stk. 2. Medlemmet skal af kravene kunne se: "
                "1) Formålet. 2) Fagområderne, jf. stk. 1. Stk. 3. Joblog føres løbende."},
    {"law_id": "2026:46", "provision_ref": "9:46", "section": "46",
     "content": "§ 46. Bekendtgørelsen træder i kraft den 1. februar 2026. Stk. 2. "
                "Bekendtgørelse nr. 1590 af 12. december 2023 om rådighed ophæves."},
    {"law_id": "2023:1590", "provision_ref": "1:1", "section": "1",
     "content": "§ 1. Gamle regler om joblog."},
    {"law_id": "2025:1004", "provision_ref": "4:35", "section": "35",
     "content": "§ 35. Vejledning skal være skriftlig. Stk. 2. <script>alert(1)</script> 😀"},
    {"law_id": "2024:808", "provision_ref": "4:35", "section": "35",
     "content": "§ 35. Ældre ord om vejledning."},
]  # fmt: skip


def stream(rows: "list[dict[str, Any] | str]") -> io.BytesIO:
    """Return rows as a file of JSON lines; a text stands there as it is."""
    lines = (one if isinstance(one, str) else json.dumps(one) for one in rows)
    return io.BytesIO("".join(f"{line}\n" for line in lines).encode())


def bring_in(
    documents: "list[dict[str, Any] | str] | None" = None,
    provisions: "list[dict[str, Any] | str] | None" = None,
) -> Summary:
    """Import law text."""
    return actions.import_law(
        documents=jsonl.read_documents(stream(documents or [*DOCUMENTS])),
        provisions=jsonl.read_provisions(stream(provisions or [*PROVISIONS])),
        source="test",
        at=NOW,
    )


def address_objects() -> dict[str, dict[str, Any]]:
    """Return one of each thing that an address of the room may name."""
    text = actions.ensure_rules(at=NOW)
    return {
        "law_rule": {"code": "case.hearing"},
        "law_document": {"slug": "BEK-46-2026"},
        "law_place": {"slug": "BEK-46-2026", "section": "14"},
        "law_process": {"code": "hearing"},
        "law_value": {"code": "case.hearing", "key": "days"},
        "law_register": {"pk": text.pk},
    }
