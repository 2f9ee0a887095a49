# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A paragraph is found by what those who cite it say of it, and its page tells who they are."""

from html import unescape
from typing import Any

import pytest

from jobunivers.rooms.law import queries
from jobunivers.rooms.law.models import LawCitation, Provision
from jobunivers.rooms.law.tests.making import DOCUMENTS, PROVISIONS, bring_in
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db

_CITING = {
    "law_id": "2026:46", "provision_ref": "5:20", "section": "20",
    "content": "§ 20. Den, der har fået et påbud om sykursus, kan klage, jf. § 35, stk. 2, i lov "
               "om aktiv socialpolitik. Stk. 2. Se også § 14.",
}  # fmt: skip


def _cited() -> list[tuple[str, str]]:
    rows = LawCitation.objects.order_by("pk").select_related("provision", "cited__document")
    return [(one.provision.section, f"{one.cited.document} § {one.cited.section}") for one in rows]


def test_citations_lead_to_the_consolidation_that_holds_and_to_the_document_itself() -> None:
    bring_in(provisions=[*PROVISIONS, _CITING])

    assert _cited() == [("20", "LBK 1004/2025 § 35"), ("20", "BEK 46/2026 § 14")]


def test_bringing_in_again_finds_the_same_and_what_is_gone_cites_no_more() -> None:
    bring_in(provisions=[*PROVISIONS, _CITING])
    bring_in(provisions=[*PROVISIONS, _CITING])
    assert len(_cited()) == 2

    bring_in()
    assert _cited() == []


def test_it_is_found_by_words_that_only_those_who_cite_it_use() -> None:
    bring_in(provisions=[*PROVISIONS, _CITING])

    found = [one.label for one in queries.law_search("klage over sykursus")]

    assert "LAS § 35" in found
    apart = Provision.objects.get(section="20").pk
    assert queries.law_search("klage over sykursus", apart=apart) == []


def test_its_page_tells_which_paragraphs_that_hold_cite_it(visitor: KommuneClient) -> None:
    old = {**_CITING, "law_id": "2023:1590", "provision_ref": "2:2", "section": "2"}
    bring_in([*DOCUMENTS], [*PROVISIONS, _CITING, old])

    def text(path: str) -> str:
        answer: Any = visitor.get(path)
        assert answer.status_code == 200
        return " ".join(unescape(answer.content.decode()).split())

    page = text("/lov/LBK-1004-2025/35/")
    assert "Her bliver den nævnt" in page
    assert "BEK 46/2026 § 20" in page
    assert "BEK 1590/2023" not in page
    assert "Her bliver den nævnt" not in text("/lov/BEK-46-2026/14/")  # by itself alone
