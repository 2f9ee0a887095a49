# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Law text comes in whole, again without harm, and is cited and found."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from jobunivers.integrations.law import ProvisionRecord, jsonl
from jobunivers.rooms.law import actions, queries
from jobunivers.rooms.law.models import LawDocument, LawImport, Provision
from jobunivers.rooms.law.queries import pages
from jobunivers.rooms.law.tests.making import DOCUMENTS, NOW, PROVISIONS, bring_in, stream

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


def test_bringing_the_same_text_in_again_changes_nothing() -> None:
    first, again = bring_in(), bring_in()

    assert (first.added, again.added, again.changed, again.removed) == (5, 0, 0, 0)
    assert Provision.objects.count() == 5


def test_a_changed_paragraph_is_changed_and_one_that_is_gone_goes() -> None:
    bring_in()
    rows = [{**PROVISIONS[0], "content": "§ 14. Nye ord."}, *PROVISIONS[1:3], PROVISIONS[4]]

    summary = bring_in(provisions=[*rows])

    assert (summary.changed, summary.removed) == (1, 1)
    assert queries.cite("BEK 46/2026 § 14", on=TODAY).text == "§ 14. Nye ord."


def test_bad_records_are_set_aside_with_their_line_and_the_rest_comes_in() -> None:
    bad: list[dict[str, Any] | str] = [
        "no json", "[]", {"law_id": "x", "section": "1", "provision_ref": "1", "content": "x"},
        {**PROVISIONS[0], "content": ""}, {**PROVISIONS[0], "law_id": "1999:9"},
    ]  # fmt: skip

    summary = bring_in(provisions=[*PROVISIONS, *bad])

    assert summary.provisions == 5
    assert [one["line"] for one in summary.kept] == [6, 7, 8, 9, 10]
    assert "no document" in str(summary.kept[-1]["reason"])


def test_an_import_that_is_killed_leaves_whole_documents_and_the_pages_say_so() -> None:
    def broken() -> Iterator[ProvisionRecord]:
        for one in jsonl.read_provisions(stream([*PROVISIONS])):
            assert isinstance(one, ProvisionRecord)
            if one.year == 2025:
                raise KeyboardInterrupt
            yield one

    with pytest.raises(KeyboardInterrupt):
        actions.import_law(
            documents=jsonl.read_documents(stream([*DOCUMENTS])),
            provisions=broken(), source="test", at=NOW,
        )  # fmt: skip

    assert pages.broken_off()
    assert set(Provision.objects.values_list("document__number", flat=True)) <= {46, 1590}
    bring_in()
    assert not pages.broken_off() or LawImport.objects.filter(finished_at=None).exists()
    assert Provision.objects.count() == 5


def test_the_texts_tell_since_when_and_until_when_a_document_holds() -> None:
    bring_in()

    old = LawDocument.objects.get(number=1590)
    assert LawDocument.objects.get(number=46).in_force_from == date(2026, 2, 1)
    assert (old.in_force_until, old.replaced_by) == (date(2026, 2, 1), "BEK 46/2026")
    older = LawDocument.objects.get(number=808)
    assert (older.in_force_until, older.replaced_by) == (date(2025, 6, 30), "LBK 1004/2025")


def test_a_citation_has_its_text_and_its_dates() -> None:
    bring_in()

    cited = queries.cite("bek 46/2026, § 14, stk. 2, nr. 2", on=TODAY)

    assert cited.label == "BEK 46/2026 § 14, stk. 2, nr. 2"
    assert cited.text == "Fagområderne, jf. stk. 1."
    assert (cited.held, cited.official) == (
        True,
        "https://www.retsinformation.dk/eli/lta/2026/46",
    )


def test_without_the_text_a_citation_still_leads_to_the_law() -> None:
    cited = queries.cite("LAB § 31, stk. 4", on=TODAY)

    assert (cited.text, cited.known) == (None, None)
    assert cited.path.endswith("/lov/LBK-280-2024/31/?stk=4")
    assert cited.title == "lov om en aktiv beskæftigelsesindsats"


def test_a_clause_that_is_not_there_is_said_not_to_be_there() -> None:
    bring_in()

    assert queries.cite("BEK 46/2026 § 14, stk. 9", on=TODAY).known is False


@pytest.mark.parametrize("text", ["", "§ 14", "XYZ § 3", "LAB § ", "BEK 0/2026 § 1", "😀" * 300])
def test_what_is_no_reference_is_said_to_be_unknown(text: str) -> None:
    with pytest.raises(queries.UnknownReference):
        queries.cite(text, on=TODAY)


def test_search_finds_a_citation_as_itself_and_words_by_their_weight() -> None:
    bring_in()

    assert queries.law_search("BEK 46/2026 § 14")[0].label == "BEK 46/2026 § 14"
    found = queries.law_search("joblog")
    assert [one.label for one in found] == ["BEK 46/2026 § 14", "BEK 1590/2023 § 1"]
    assert [one.ended for one in found] == [False, True]


def test_search_takes_any_words() -> None:
    bring_in()

    for words in ("' OR 1=1 --", "a & | ! (", "\\", "😀", "lov " * 3000):
        assert isinstance(queries.law_search(words), list)
