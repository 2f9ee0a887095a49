# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The record of processing says of each purpose what GDPR article 30 asks for."""

import csv
import io
import re
from datetime import date

import pytest
from django.test import override_settings

from jobunivers.foundation.datamap import PURPOSES, About, holdings
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust import recipients as registry
from jobunivers.trust.queries.processing import Record, record
from jobunivers.trust.recipients import Part, Recipient

pytestmark = pytest.mark.django_db
_ON = date(2026, 11, 26)
_PAGE = "/administration/fortegnelse/"


def _cloud(on: date, language: str) -> list[Recipient]:
    assert on == _ON or language
    return [
        Recipient(
            name="Skyen Inc.",
            part=Part.SUB,
            what="Dit navn",
            why="Løsningen “Øv dig”",
            purposes=("consented",),
            country="USA",
            outside=True,
            ground="EU's standardkontrakt",
            fallen="Dommen faldt.",
        )
    ]


@pytest.fixture
def with_a_cloud(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(registry, "_asks", {"test": _cloud})


def _record(aarhus: Municipality) -> Record:
    with working_for(aarhus.pk):
        return record(on=_ON, language="da")


def test_every_purpose_that_data_of_people_are_used_for_is_in_it(aarhus: Municipality) -> None:
    used = {one.purpose for one in holdings() if one.about is not About.NOBODY}
    told = [one.purpose.code for one in _record(aarhus).processings]
    assert told == [code for code in PURPOSES if code in used]


def test_each_says_what_the_article_asks_for(aarhus: Municipality) -> None:
    for one in _record(aarhus).processings:
        assert one.people
        assert one.data
        assert one.sorts
        assert one.kept
        assert str(one.basis.law).startswith("Databeskyttelsesforordningen art. 6")


@pytest.mark.usefixtures("with_a_cloud")
def test_who_gets_data_out_of_the_eu_stands_with_its_purpose(aarhus: Municipality) -> None:
    by_purpose = {one.purpose.code: one for one in _record(aarhus).processings}
    assert "Skyen Inc." in [one.name for one in by_purpose["consented"].abroad]
    assert "Skyen Inc." not in [one.name for one in by_purpose["availability"].recipients]


def test_a_way_out_that_is_not_in_use_gets_nothing(aarhus: Municipality) -> None:
    with override_settings(SMTP="", PUSH_HOSTS=[]):
        names = [str(one.name) for one in _record(aarhus).recipients]
    assert "Kommunens mailserver" not in names
    with override_settings(SMTP="", PUSH_HOSTS=["push.example"]):
        names = [str(one.name) for one in _record(aarhus).recipients]
    assert "Browserens push-tjeneste: push.example" in names


@pytest.mark.usefixtures("with_a_cloud")
def test_the_officer_and_the_administrator_read_it_and_nobody_else(
    as_olga: KommuneClient, as_anne: KommuneClient, as_omar: KommuneClient, olga: Person
) -> None:
    for browser in (as_olga, as_anne):
        page = browser.get(_PAGE).content.decode()
        assert "Fortegnelse over behandling af personoplysninger" in page
        assert olga.name in page
        assert "Gælder ikke mere: Dommen faldt." in page
        assert "Kommuner er adskilt" in page
    assert as_omar.get(_PAGE).status_code == 403


def test_the_print_has_everything_open(as_olga: KommuneClient) -> None:
    screen = as_olga.get(_PAGE).content.decode()
    paper = as_olga.get(f"{_PAGE}print/").content.decode()
    closed = re.compile(r'<details class="ju-accordion"(?! open)')
    # On a screen each purpose is folded, with the rights they rest on above them.
    assert len(closed.findall(screen)) > 5
    assert "Dit samtykke" in screen.partition('<details class="ju-accordion"')[0]
    assert not closed.findall(paper)
    assert "Notater, medarbejdere har skrevet om dig" in paper


@pytest.mark.usefixtures("with_a_cloud")
def test_the_table_has_a_row_for_each_purpose(as_olga: KommuneClient, aarhus: Municipality) -> None:
    answer = as_olga.get("/administration/fortegnelse.csv")
    assert answer["Content-Disposition"].startswith('attachment; filename="fortegnelse-aarhus-')
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][0] == "Formål"
    assert len(rows) == 1 + len(_record(aarhus).processings)
    assert {len(row) for row in rows} == {11}
    assert any("Skyen Inc.: EU's standardkontrakt" in row[9] for row in rows)
