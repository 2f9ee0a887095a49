# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The pages: rules and law for everybody, guidance for staff, decisions for administrators."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from jobunivers.foundation import dated
from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.law.models import OwnValue
from jobunivers.rooms.law.tests.making import bring_in
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust.models import Look

pytestmark = pytest.mark.django_db


def test_everybody_reads_the_rules_rights_first(visitor: Client) -> None:
    text = visitor.get("/regler/").content.decode()

    assert text.index("Dine rettigheder") < text.index("Hvis noget ikke bliver gjort")
    assert "LAS § 35, stk. 1" in text
    assert "/lov/LBK-1004-2025/35/?stk=1" in text


def test_a_day_before_the_first_rule_is_told_and_no_rule_is_made_up(visitor: Client) -> None:
    text = visitor.get("/regler/?den=1995-05-05").content.decode()

    assert "Vi kender ingen regler den dag" in text
    assert "LAS § 35" not in text


@pytest.mark.parametrize(
    "query", ["den=i+morgen", "den=9999-99-99", "gruppe=alle%00", "den=0001-01-01"]
)
def test_a_day_that_is_none_shows_today(visitor: Client, query: str) -> None:
    assert visitor.get(f"/regler/?{query}").status_code == 200


def test_what_changed_between_two_days_is_shown_both_ways_round(visitor: Client) -> None:
    one = visitor.get("/regler/aendret/?fra=2026-01-31&til=2026-02-01").content.decode()
    other = visitor.get("/regler/aendret/?fra=2026-02-01&til=2026-01-31").content.decode()

    assert "BEK 46/2026 § 13" in one
    assert "LAB § 23, stk. 1, nr. 1" in one
    assert one.count("<section") == other.count("<section")


def test_without_law_text_pages_say_how_it_comes_in_and_lead_to_the_official_one(
    visitor: Client,
) -> None:
    page = visitor.get("/lov/BEK-46-2026/14/").content.decode()

    assert "https://www.retsinformation.dk/eli/lta/2026/46" in page
    assert "ikke hentet ind" in visitor.get("/lov/?q=joblog").content.decode()


def test_a_paragraph_is_shown_with_its_clauses_and_markup_in_it_is_text(visitor: Client) -> None:
    bring_in()

    page = visitor.get("/lov/LBK-1004-2025/35/?stk=2").content.decode()

    assert "&lt;script&gt;alert(1)&lt;/script&gt; 😀" in page
    assert "<mark>" in page
    assert "Ingen sanktion uden skriftlig vejledning først" in page


@pytest.mark.parametrize(
    "address",
    ["/lov/BEK-46-2026/999/", "/lov/ABC-1-2026/", "/lov/BEK-46-2026/14%20;/", "/regler/nej/",
     "/lov/BEK-46-2026/" + "1" * 50 + "/"],
)  # fmt: skip
def test_what_is_not_in_the_law_is_not_there(visitor: Client, address: str) -> None:
    bring_in()

    assert visitor.get(address).status_code == 404


def test_staff_read_how_a_case_goes_with_the_law_one_click_away(as_omar: KommuneClient) -> None:
    assert "Udeblivelse fra en samtale" in as_omar.get("/medarbejder/vejledning/").content.decode()

    page = as_omar.get("/medarbejder/vejledning/absence_talk/").content.decode()

    assert "Må ikke" in page
    assert "/lov/LBK-1004-2025/37/?stk=1" in page
    early = as_omar.get("/medarbejder/vejledning/absence_talk/?den=2010-01-01").content.decode()
    assert "Der mangler en regel den dag" in early


def test_guidance_for_a_citizen_is_logged_and_counts_only_from_known_days(
    as_omar: KommuneClient, kirsten: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = f"/medarbejder/borgere/{kirsten.pk}/vejledning/"
    assert as_omar.get(address).status_code == 302
    began = timezone.localdate() - timedelta(days=3)
    monkeypatch.setattr(dated, "known_days", lambda _pk, *, at: {"registered": began})  # noqa: ARG005
    as_omar.post(f"/medarbejder/borgere/{kirsten.pk}/grund/", {"reason": "talk", "note": ""})

    page = as_omar.get(f"{address}?sag=first_weeks_insured").content.decode()

    assert "Senest" in page
    with working_for(kirsten.municipality_id):
        assert Look.objects.filter(citizen_id=kirsten.pk, part="guidance").exists()


def test_an_administrator_decides_from_today_on_and_a_double_send_says_it_stands(
    as_anne: KommuneClient, anne: Person
) -> None:
    address = "/administration/regler/case.hearing/days/"
    today = timezone.localdate().isoformat()
    said = {"value": "10", "effective_from": today, "decided_by": "Udvalget", "why": "Tid til svar"}

    assert as_anne.post(address, said).status_code == 302
    assert as_anne.post(address, said).status_code == 422
    assert as_anne.post(address, {**said, "value": "99"}).status_code == 422
    assert as_anne.post(address, {**said, "effective_from": "2020-01-01"}).status_code == 422
    with working_for(anne.municipality_id):
        assert OwnValue.objects.get().value == 10
    assert "Udvalget" in as_anne.get("/administration/regler/").content.decode()
    assert as_anne.get("/administration/regler/case.reasons/days/").status_code == 404


def test_rules_of_a_day_can_be_read_for_one_group(visitor: Client) -> None:
    day = date(2026, 11, 23).isoformat()
    text = visitor.get(f"/regler/?den={day}&gruppe=dagpenge").content.decode()

    assert "BEK 46/2026 § 13" in text
    assert "Skærpet sanktion" not in text
