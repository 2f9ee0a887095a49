# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""From an address to its kommune: by host name, or by the first part of the path."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import get_script_prefix

from jobunivers.foundation.tenancy import (
    NoMunicipality,
    actions,
    current_municipality_id,
    working_for,
)
from jobunivers.foundation.tenancy.middleware import PLATFORM_PATHS
from jobunivers.foundation.tenancy.models import Municipality

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)


@pytest.fixture
def aalborg() -> Municipality:
    """Return a kommune with a host name of its own."""
    return actions.open_municipality(
        code="0851", name="Aalborg", slug="aalborg", host="job.aalborg.example", at=NOW
    )


def test_a_kommune_answers_under_its_path(client: Client, aarhus: Municipality) -> None:
    answer = client.get("/aarhus/om/")
    assert answer.status_code == 200
    assert "Aarhus Kommune" in answer.content.decode()
    assert 'href="/aarhus/' in answer.content.decode()


def test_a_kommune_answers_under_its_host_name(client: Client, aalborg: Municipality) -> None:
    answer = client.get("/om/", headers={"host": "JOB.aalborg.example:8000"})
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "Aalborg Kommune" in page
    assert 'href="/aalborg/' not in page


def test_a_host_of_one_kommune_never_shows_another(
    client: Client, aalborg: Municipality, aarhus: Municipality
) -> None:
    answer = client.get("/aarhus/om/", headers={"host": "job.aalborg.example"})
    assert answer.status_code == 404
    assert "Aarhus Kommune" not in answer.content.decode()


def test_a_host_nobody_has_is_the_platform(client: Client, aarhus: Municipality) -> None:
    answer = client.get("/", headers={"host": "elsewhere.example"})
    assert answer.status_code == 200
    assert "/aarhus/" in answer.content.decode()


@pytest.mark.parametrize("path", ["/atlantis/", "/atlantis/job/", "/AARHUS2/", "/æøå/", "/%00/"])
def test_a_kommune_nobody_has_heard_of_is_not_found(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "<h1>" in answer.content.decode()


def test_a_kommune_that_is_not_opened_is_not_found(client: Client) -> None:
    Municipality.objects.create(code="0760", slug="ringkoebing-skjern", name="Ringkøbing-Skjern")
    assert client.get("/ringkoebing-skjern/").status_code == 404


def test_a_forgotten_slash_is_put_there(client: Client, aarhus: Municipality) -> None:
    answer = client.get("/aarhus?sprog=en")
    assert answer.status_code in {301, 302}
    assert answer["Location"] == "/aarhus/?sprog=en"


def test_a_forgotten_slash_inside_a_kommune_is_put_there(
    client: Client, aarhus: Municipality
) -> None:
    answer = client.get("/aarhus/om")
    assert answer.status_code == 301
    assert answer["Location"] == "/aarhus/om/"


@pytest.mark.parametrize("slug", sorted(PLATFORM_PATHS - {""}))
def test_no_kommune_can_take_an_address_of_the_platform(client: Client, slug: str) -> None:
    Municipality.objects.create(code="0999", slug=slug.replace(".", "-"), name="Ny", opened_at=NOW)
    assert "Ny Kommune" not in client.get(f"/{slug}/").content.decode()


def test_one_request_leaves_nothing_to_the_next(client: Client, aarhus: Municipality) -> None:
    client.get("/aarhus/om/")
    with pytest.raises(NoMunicipality):
        current_municipality_id()
    client.get("/")
    assert get_script_prefix() == "/"


def test_two_kommuner_cannot_have_the_same_path_or_host(aalborg: Municipality) -> None:
    with pytest.raises(actions.AddressTaken):
        actions.open_municipality(code="0001", name="X", slug="aalborg", at=NOW)
    with pytest.raises(actions.AddressTaken):
        actions.open_municipality(
            code="0001", name="X", slug="x", host="job.aalborg.example", at=NOW
        )
    with pytest.raises(actions.AlreadyOpen):
        actions.open_municipality(code="0851", name="Aalborg", slug="aalborg", at=NOW)


def test_what_is_done_inside_an_error_is_undone_and_the_kommune_left(
    aarhus: Municipality, odense: Municipality
) -> None:
    with working_for(aarhus.pk):
        with pytest.raises(ZeroDivisionError), working_for(odense.pk):
            _ = 1 / 0
        assert current_municipality_id() == aarhus.pk


def test_a_wrong_host_header_is_refused_kindly(client: Client, settings: object) -> None:
    settings.ALLOWED_HOSTS = ["job.aalborg.example"]  # type: ignore[attr-defined]
    answer = client.get("/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert "evil.example" not in answer.content.decode()
