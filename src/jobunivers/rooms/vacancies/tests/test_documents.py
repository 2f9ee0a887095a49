# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from datetime import date, timedelta

import pytest
from django.utils import timezone

from jobunivers.foundation.files import actions as files
from jobunivers.foundation.files.models import FilePiece, StoredFile
from jobunivers.foundation.files.tests.making import pdf_bytes, pdf_upload
from jobunivers.foundation.tenancy import working_for
from jobunivers.identity.models import Person
from jobunivers.rooms.vacancies import actions, queries
from jobunivers.rooms.vacancies.models import Application, ApplicationDocument, DocumentKind
from jobunivers.rooms.vacancies.tests.factories import make_application
from jobunivers.testing.browsers import KommuneClient, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def hers(kirsten: Person) -> Application:
    return make_application(kirsten)


def _path(row: Application, kind: str = "application") -> str:
    return f"/ansoegninger/{row.pk}/fil/{kind}/"


def test_she_keeps_what_she_sent_and_reads_it_again(
    as_kirsten: KommuneClient, hers: Application
) -> None:
    content = pdf_bytes()
    answer = as_kirsten.post(
        _path(hers), {"file": pdf_upload("min ansøgning.pdf", content)}, follow=True
    )
    assert "min ansøgning.pdf" in text_of(answer)

    given = as_kirsten.get(_path(hers) + "hent/")
    assert given.content == content
    assert given["Content-Type"] == "application/pdf"
    assert given["Content-Disposition"].startswith("attachment")


def test_a_newer_one_takes_the_place_of_the_first(
    as_kirsten: KommuneClient, hers: Application
) -> None:
    for name in ("gammel.pdf", "ny.pdf"):
        as_kirsten.post(_path(hers, "cv"), {"file": pdf_upload(name)})

    with working_for(hers.municipality_id):
        assert [file.name for file in StoredFile.objects.all()] == ["ny.pdf"]
    html = text_of(as_kirsten.get(f"/ansoegninger/{hers.pk}/"))
    assert "ny.pdf" in html
    assert "gammel.pdf" not in html


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04 word", "ikke en PDF"),
        (pdf_bytes(attached=b"MZ"), "mere end sider"),
        (b"", "tom"),
    ],
)
def test_what_is_refused_says_why_and_the_earlier_one_stays(
    as_kirsten: KommuneClient, hers: Application, content: bytes, said: str
) -> None:
    as_kirsten.post(_path(hers), {"file": pdf_upload("god.pdf")})
    answer = as_kirsten.post(_path(hers), {"file": pdf_upload("ond.pdf", content)})

    assert answer.status_code == 422
    assert said in text_of(answer)
    assert "god.pdf" in text_of(as_kirsten.get(f"/ansoegninger/{hers.pk}/"))


def test_without_a_file_the_form_asks_for_one(as_kirsten: KommuneClient, hers: Application) -> None:
    answer = as_kirsten.post(_path(hers), {})

    assert answer.status_code == 422
    assert "Vælg en fil først." in text_of(answer)


def test_she_takes_it_away_and_pressing_twice_does_no_harm(
    as_kirsten: KommuneClient, hers: Application
) -> None:
    as_kirsten.post(_path(hers), {"file": pdf_upload()})
    for _ in range(2):
        assert as_kirsten.post(_path(hers) + "slet/").status_code == 302

    assert as_kirsten.get(_path(hers) + "hent/").status_code == 404
    with working_for(hers.municipality_id):
        assert not FilePiece.objects.exists()


def test_the_files_go_with_the_application(as_kirsten: KommuneClient, hers: Application) -> None:
    as_kirsten.post(_path(hers), {"file": pdf_upload()})
    as_kirsten.post(f"/ansoegninger/{hers.pk}/slet/")

    with working_for(hers.municipality_id):
        assert not StoredFile.objects.exists()
        assert not FilePiece.objects.exists()


@pytest.mark.parametrize("kind", ["andet", "Application", "cv2"])
def test_there_are_two_places_and_no_other(
    as_kirsten: KommuneClient, hers: Application, kind: str
) -> None:
    assert as_kirsten.get(_path(hers, kind)).status_code == 404


def test_nobody_else_opens_it(
    as_kirsten: KommuneClient,
    as_mads: KommuneClient,
    as_omar: KommuneClient,
    as_jonas: KommuneClient,
    hers: Application,
) -> None:
    as_kirsten.post(_path(hers), {"file": pdf_upload()})

    assert as_mads.get(_path(hers) + "hent/").status_code == 404
    assert as_omar.get(_path(hers) + "hent/").status_code == 403
    assert as_jonas.get(_path(hers) + "hent/").status_code == 404


def test_four_years_after_it_was_kept_it_is_gone(hers: Application) -> None:
    leap_day = timezone.now().replace(year=2096, month=2, day=29)
    with working_for(hers.municipality_id):
        actions.add_document(
            application=hers, kind=DocumentKind.CV, upload=pdf_upload(), at=leap_day
        )
        last = date(2100, 2, 28)  # no leap year
        assert StoredFile.objects.get().kept_until == last
        files.forget_ended(today=last)
        assert queries.document_file(application=hers, kind=DocumentKind.CV) is not None
        files.forget_ended(today=last + timedelta(days=1))

        assert queries.document_file(application=hers, kind=DocumentKind.CV) is None
        assert not ApplicationDocument.objects.exists()
        assert Application.objects.filter(pk=hers.pk).exists()
