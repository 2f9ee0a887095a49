# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She takes all her data with her, and the receipt says what and when."""

import io
import json
from datetime import timedelta

import pypdfium2
import pytest
from django.utils import timezone

from jobunivers.foundation.files import actions as files
from jobunivers.foundation.notices.models import Notice
from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.mydata import actions
from jobunivers.rooms.mydata.actions import downloading
from jobunivers.rooms.mydata.models import Download, Form
from jobunivers.rooms.mydata.queries import Reader, counts
from jobunivers.rooms.mydata.tests.making import look_at, make_download
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db


def _taken(client: KommuneClient, row: Download) -> bytes:
    answer = client.get(f"/mine-data/hent/{row.pk}/")
    assert answer.status_code == 200
    return bytes(answer.content)


def test_the_file_for_machines_holds_every_row_with_its_words(
    as_kirsten: KommuneClient, kirsten: Person, omar: Person
) -> None:
    look_at(kirsten, omar, count=450, note='Æblegrød 🦊 <b> " \\ ')
    row = make_download(kirsten)

    told = json.loads(_taken(as_kirsten, row))

    assert told["schema"] == "jobunivers/mine-data/1"
    kinds = {one["code"]: one for group in told["groups"] for one in group["kinds"]}
    looks = kinds["trust.Look"]
    assert len(looks["rows"]) == looks["count"] == 450
    first = looks["rows"][0]
    assert first["values"]["note"].startswith("Æblegrød 🦊 <b>")
    assert first["values"]["viewer_id"] == omar.pk
    assert first["in_words"]["viewer_id"] == omar.name
    assert looks["purpose"]["code"] == "security"
    with working_for(kirsten.municipality_id):
        assert set(kinds) == set(counts(Reader(kirsten.pk, kirsten.role)))


def test_no_number_and_no_key_that_is_only_used_inside_is_in_it(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    told = json.loads(_taken(as_kirsten, make_download(kirsten)))

    for group in told["groups"]:
        for kind in group["kinds"]:
            assert "municipality" not in kind["fields"]
            for row in kind["rows"]:
                assert set(row["values"]) == set(kind["fields"])


def test_the_paper_can_be_read_and_says_how_many_older_there_are(
    as_kirsten: KommuneClient, kirsten: Person, omar: Person
) -> None:
    look_at(kirsten, omar, count=520)

    content = _taken(as_kirsten, make_download(kirsten, Form.PDF))

    paper = pypdfium2.PdfDocument(io.BytesIO(content))
    text = "".join(page.get_textpage().get_text_bounded() for page in paper)
    assert "Kirsten Holm" in text
    assert "20 ældre står i filen til maskiner" in " ".join(text.split())
    assert omar.name in text


def test_a_small_file_is_made_at_once_and_asked_twice_it_is_one(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    for _ in range(2):
        assert as_kirsten.post("/mine-data/hent/ny/", {"form": "json"}).status_code == 302

    with working_for(kirsten.municipality_id):
        row = Download.objects.get()
    assert row.made_at is not None
    assert "Hent filen" in as_kirsten.get("/mine-data/hent/").content.decode()


def test_a_large_one_is_made_later_once_and_she_is_told(
    as_kirsten: KommuneClient, kirsten: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloading, "AT_ONCE", -1)

    as_kirsten.post("/mine-data/hent/ny/", {"form": "pdf"})
    as_kirsten.post("/mine-data/hent/ny/", {"form": "pdf"})

    with working_for(kirsten.municipality_id):
        row = Download.objects.get()
        assert row.made_at is None
        assert as_kirsten.get(f"/mine-data/hent/{row.pk}/").status_code == 404
    with working_for(kirsten.municipality_id):
        assert actions.make(download_id=row.pk, at=timezone.now())
        assert not actions.make(download_id=row.pk, at=timezone.now())
        assert (
            Notice.objects.filter(person_id=kirsten.pk, kind="mydata.download_ready").count() == 1
        )
    assert _taken(as_kirsten, row).startswith(b"%PDF-")


def test_the_receipt_says_when_she_took_it(as_kirsten: KommuneClient, kirsten: Person) -> None:
    row = make_download(kirsten)

    _taken(as_kirsten, row)
    _taken(as_kirsten, row)

    with working_for(kirsten.municipality_id):
        row.refresh_from_db()
    assert row.times_taken == 2
    assert "Hentet 2 gange" in as_kirsten.get("/mine-data/hent/").content.decode()


def test_the_file_is_gone_after_seven_days_and_the_receipt_stays(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    row = make_download(kirsten, at=timezone.now() - timedelta(days=8))
    with working_for(kirsten.municipality_id):
        files.forget_ended(today=timezone.localdate())

    assert as_kirsten.get(f"/mine-data/hent/{row.pk}/").status_code == 404
    assert "Filen er slettet igen" in as_kirsten.get("/mine-data/hent/").content.decode()


def test_nobody_else_can_take_it(
    as_mads: KommuneClient, as_jonas: KommuneClient, as_omar: KommuneClient, kirsten: Person
) -> None:
    row = make_download(kirsten)

    for client in (as_mads, as_jonas, as_omar):
        assert client.get(f"/mine-data/hent/{row.pk}/").status_code == 404


def test_an_unknown_form_is_refused_in_words(as_kirsten: KommuneClient) -> None:
    answer = as_kirsten.post("/mine-data/hent/ny/", {"form": "docx"}, follow=True)

    assert "Vælg, hvilken fil du vil have" in answer.content.decode()
