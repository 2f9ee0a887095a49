# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file for access or for a security case: with a reason, a digest and places in the chain."""

import hashlib
import json
from datetime import UTC, datetime

import pytest

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.audit.models import ChainCheck, LookExport
from jobunivers.rooms.audit.queries.exporting import Line, as_csv
from jobunivers.rooms.audit.tasks import check_one
from jobunivers.rooms.audit.tests.making import chained, looked
from jobunivers.testing.browsers import KommuneClient
from jobunivers.testing.cast import add_person
from jobunivers.trust.models import Look

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 11, 23, 11, tzinfo=UTC)
PATH = "/administration/opslag/udtraek/"
ASKED = {
    "kind": "citizen",
    "name": "Kirsten Holm",
    "since": "2026-11-01",
    "until": "2026-11-30",
    "format": "json",
    "reason": "Aktindsigt, sag 26/1234",
}


def test_a_file_about_a_citizen_has_its_digest_its_places_and_leaves_a_look(
    aarhus: Municipality, kirsten: Person, mads: Person, omar: Person, olga: Person,
    as_olga: KommuneClient,
) -> None:  # fmt: skip
    with working_for(aarhus.pk):
        looked(omar, [kirsten, mads], at=NOON)
    chained(aarhus, at=NOON)
    answer = as_olga.post(PATH, ASKED)
    assert answer.status_code == 200
    assert "attachment" in answer["Content-Disposition"]
    told = json.loads(answer.content)
    looks = [one for one in told["lines"] if one["table"] == "trust_look"]
    assert [(one["by"], one["citizen_id"], one["link"] > 0) for one in looks] == [
        ("Omar Said", kirsten.pk, True)
    ]
    with working_for(aarhus.pk):
        kept = LookExport.objects.get()
        seen = Look.objects.get(viewer_id=olga.pk)
    assert kept.digest == hashlib.sha256(answer.content).hexdigest()
    assert (kept.by_id, kept.reason) == (olga.pk, "Aktindsigt, sag 26/1234")
    assert (seen.citizen_id, seen.part, seen.reason) == (kirsten.pk, "looks", "access")
    assert kept.digest in as_olga.get(PATH).content.decode()


def test_a_file_about_a_member_of_staff_names_whom_she_looked_at(
    aarhus: Municipality, kirsten: Person, mads: Person, omar: Person, as_olga: KommuneClient
) -> None:
    with working_for(aarhus.pk):
        looked(omar, [kirsten, mads], at=NOON)
    told = ASKED | {"kind": "staff", "name": "omar said", "format": "csv"}
    text = as_olga.post(PATH, told).content.decode("utf-8-sig")
    assert "Kirsten Holm" in text
    assert "Mads Åby" in text
    assert "Forberedelse af en samtale" in text


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"reason": ""}, "Skriv hvorfor"),
        ({"name": "Ingen Kendt"}, "Ingen hedder det"),
        ({"name": "Kirsten Holm", "kind": "staff"}, "Ingen hedder det"),
        ({"until": "2026-10-01"}, "efter den første"),
        ({"since": "i går"}, "dag-måned-år"),
    ],
)
def test_what_is_missing_is_said_and_nothing_leaves(
    aarhus: Municipality,
    kirsten: Person,
    as_olga: KommuneClient,
    changed: dict[str, str],
    says: str,
) -> None:
    answer = as_olga.post(PATH, ASKED | changed)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert kirsten.name == "Kirsten Holm"
    with working_for(aarhus.pk):
        assert not LookExport.objects.exists()


def test_two_of_a_name_need_the_day_of_birth(
    aarhus: Municipality, kirsten: Person, as_olga: KommuneClient
) -> None:
    add_person(aarhus, kirsten.name, "citizen")
    answer = as_olga.post(PATH, ASKED)
    assert answer.status_code == 422
    assert "Skriv fødselsdagen" in answer.content.decode()


def test_nothing_in_a_file_is_taken_for_a_formula() -> None:
    line = Line("trust_look", 1, NOON, 2, "=HYPERLINK(1)", "", 3, "+45", "-x", "@y", "ok", None, "")
    row = as_csv([line]).decode("utf-8-sig").splitlines()[1]
    assert "'=HYPERLINK(1)" in row
    assert ";'+45;'-x;'@y;ok;" in row


def test_the_page_of_the_chain_tells_what_waits_and_what_a_check_found(
    aarhus: Municipality, kirsten: Person, omar: Person, olga: Person, as_olga: KommuneClient
) -> None:
    before = as_olga.get("/administration/revisionsspor/").content.decode()
    assert "ikke kontrolleret endnu" in before
    with working_for(aarhus.pk):
        looked(omar, [kirsten] * 3, at=NOON)
    chained(aarhus, at=NOON)
    assert as_olga.post("/administration/revisionsspor/kontroller/").status_code == 302
    check_one(municipality_id=aarhus.pk, citizen_id=None, event_data={"asked_by_id": olga.pk})
    with working_for(aarhus.pk):
        assert ChainCheck.objects.get().asked_by_id == olga.pk
    page = as_olga.get("/administration/revisionsspor/").content.decode()
    assert "Kæden passer med databasen" in page
    assert "trust_look" in page
