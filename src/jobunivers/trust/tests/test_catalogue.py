# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Anybody reads which data there are, why and how long; nothing of anybody stands there."""

import json

import pytest

from jobunivers.foundation import keeping
from jobunivers.foundation.datamap import RETENTIONS, Sort, holdings
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust.queries.catalogue import OPEN, SORTS, Dataset, catalogue, kept_words

pytestmark = pytest.mark.django_db
_EU = "http://publications.europa.eu/resource/authority"


def text(browser: KommuneClient, path: str) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200, answer.status_code
    return str(answer.content.decode())


@pytest.fixture
def found(aarhus: Municipality) -> list[Dataset]:
    with working_for(aarhus.pk):
        return catalogue()


def test_every_kind_of_data_of_the_map_stands_once_in_the_catalogue(found: list[Dataset]) -> None:
    there = [one.holding.label for dataset in found for one in dataset.entries]
    assert sorted(there) == [one.label for one in holdings()]


def test_each_says_purpose_right_time_and_how_delicate_it_is(found: list[Dataset]) -> None:
    for dataset in found:
        for one in dataset.entries:
            assert str(one.purpose.name)
            assert str(one.basis.name)
            assert one.kept
            assert one.personal == (dataset.code != OPEN)
            assert str(one.basis.law) or not one.personal or one.purpose.code == "running"


def test_the_most_delicate_field_speaks_for_all(found: list[Dataset]) -> None:
    assert set(SORTS) == set(Sort)
    entries = {one.holding.label: one for dataset in found for one in dataset.entries}
    assert entries["followup.Note"].sort is Sort.FREE_TEXT
    assert entries["segmentation.ActivityDay"].sort is Sort.CONFIDENTIAL


def test_the_days_are_those_the_kommune_has_chosen(
    aarhus: Municipality, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "_days", [lambda: {"log": 1_000}])
    with working_for(aarhus.pk):
        entries = {one.holding.label: one for each in catalogue() for one in each.entries}
    assert entries["trust.Look"].kept == "1.000 dage fra det skete. Så sletter vi det."


def test_years_are_said_as_years() -> None:
    assert kept_words(RETENTIONS["log"], 730).startswith("2 år fra det skete")
    assert kept_words(RETENTIONS["account"], 365).startswith("1 år efter")
    assert "fjerner vi det, der viser, hvem" in kept_words(RETENTIONS["statistics"], 400)
    assert kept_words(RETENTIONS["forever"], 0) == "Så længe det bruges"


def test_each_has_somebody_who_answers_for_it(found: list[Dataset]) -> None:
    owners = {one.holding.label: str(one.owner) for dataset in found for one in dataset.entries}
    assert owners["trust.Look"] == "Kommunen"
    assert owners["vendors.Gate"] == "Dem, der driver platformen"
    assert owners["segmentation.Policy"].startswith("Kommunen, og dem")


def test_standards_are_seen_from_the_columns(found: list[Dataset]) -> None:
    entries = {one.holding.label: one for dataset in found for one in dataset.entries}
    assert "ESCO" in entries["journey.Experience"].standards
    assert "DISCO-08" in entries["vacancies.Vacancy"].standards
    assert "DB07" in {name for one in entries.values() for name in one.standards}


def test_anybody_reads_it_without_a_login_and_finds_it_from_every_page(
    visitor: KommuneClient,
) -> None:
    page = text(visitor, "/datakatalog/")
    assert "/aarhus/datakatalog/profile/" in page
    assert 'href="/aarhus/datakatalog/"' in text(visitor, "/")
    assert 'href="/aarhus/overfoersler/"' in page


def test_a_data_set_says_what_is_in_it(visitor: KommuneClient) -> None:
    page = text(visitor, "/datakatalog/talks/")
    assert "Notater, medarbejdere har skrevet om dig" in page
    assert "En pligt, loven giver kommunen" in page
    assert "Jobrådgiver" in page


def test_dcat_points_at_each_kind_of_data_on_its_page(visitor: KommuneClient) -> None:
    told = json.loads(visitor.get("/datakatalog.json").content)
    [talks] = [one for one in told["dcat:dataset"] if one["dct:identifier"] == "talks"]
    page = text(visitor, "/datakatalog/talks/")
    for part in talks["dct:hasPart"]:
        assert f'id="{part["@id"].partition("#")[2]}"' in page


def test_a_data_set_that_is_not_there_is_not_found(visitor: KommuneClient) -> None:
    assert visitor.get("/datakatalog/enhjoerning/").status_code == 404


def test_words_find_the_kinds_of_data_they_stand_in(visitor: KommuneClient) -> None:
    page = text(visitor, "/datakatalog/?q=NOTATER+medarbejdere")
    assert "Notater, medarbejdere har skrevet om dig" in page
    assert "Hver gang en medarbejder har set noget om dig" not in page


@pytest.mark.parametrize("words", ["enhjørning", "<script>", "%00", "x" * 5_000])
def test_words_that_stand_nowhere_lead_on(visitor: KommuneClient, words: str) -> None:
    page = text(visitor, f"/datakatalog/?q={words}")
    assert "<script>alert" not in page
    assert ("Det ord står ikke i kataloget" in page) == (words != "%00")


def test_no_person_stands_in_it(visitor: KommuneClient, kirsten: Person, omar: Person) -> None:
    for path in ("/datakatalog/", "/datakatalog/who/", "/datakatalog.json"):
        page = text(visitor, path)
        for person in (kirsten, omar):
            assert person.name not in page
            assert str(person.uuid) not in page


def test_it_is_given_as_dcat(visitor: KommuneClient, aarhus: Municipality) -> None:
    answer = visitor.get("/datakatalog.json")
    assert answer["Content-Type"] == "application/ld+json"
    told = json.loads(answer.content)
    assert told["@type"] == "dcat:Catalog"
    assert told["dct:publisher"]["foaf:name"] == aarhus.name
    sets = {one["dct:identifier"]: one for one in told["dcat:dataset"]}
    hers, nobodys = sets["profile"], sets[OPEN]
    assert hers["dct:accessRights"]["@id"] == f"{_EU}/access-right/NON_PUBLIC"
    assert nobodys["dct:accessRights"]["@id"] == f"{_EU}/access-right/PUBLIC"
    assert hers["dcat:landingPage"]["@id"].endswith("/aarhus/datakatalog/profile/")
    assert hers["dct:title"] == {"@language": "da", "@value": "Din profil og dit CV"}
    for one in told["dcat:dataset"]:
        assert one["dct:description"]["@value"]
        for part in one["dct:hasPart"]:
            assert part["dpv:hasPurpose"]["dct:title"]["@value"]
            assert part["dpv:hasStorageCondition"]["@value"]


def test_it_is_english_for_who_reads_english(visitor: KommuneClient) -> None:
    visitor.post("/sprog/", {"language": "en", "next": "/aarhus/datakatalog/"})
    assert "Which data does the municipality have here?" in text(visitor, "/datakatalog/")
    assert '"@language": "en"' in text(visitor, "/datakatalog.json")
