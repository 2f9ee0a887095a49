# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Citizens find who sees to data protection wherever they read of their data."""

import pytest

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust import queries
from jobunivers.trust.models import OfficerContact

pytestmark = pytest.mark.django_db
PAGE = "/administration/databeskyttelse/"
SENT = {"seen": "0", "name": "Databeskyttelse, Aarhus", "email": "dpo@aarhus.example", "phone": ""}


def test_what_the_officer_writes_stands_where_citizens_look(
    aarhus: Municipality, as_olga: KommuneClient, as_kirsten: KommuneClient, olga: Person
) -> None:
    assert "Ikke skrevet endnu" in as_olga.get("/administration/fortegnelse/").content.decode()

    assert as_olga.post(PAGE, SENT).status_code == 302

    for page in ("/mine-data/", "/persondata/"):
        read = as_kirsten.get(page).content.decode()
        assert "Databeskyttelse, Aarhus" in read
        assert 'href="mailto:dpo@aarhus.example"' in read
    assert "dpo@aarhus.example" in as_olga.get("/administration/fortegnelse/").content.decode()
    with working_for(aarhus.pk):
        assert OfficerContact.objects.get().changed_by_id == olga.pk


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"name": ""}, "Skriv et navn"),
        ({"email": ""}, "Skriv en mailadresse eller et telefonnummer"),
        ({"email": "dpo"}, "Skriv en mailadresse, for eksempel"),
        ({"phone": "ring bare"}, "Skriv telefonnummeret med tal"),
    ],
)
def test_what_reaches_nobody_is_refused_and_kept_in_the_form(
    aarhus: Municipality, as_olga: KommuneClient, wrong: dict[str, str], said: str
) -> None:
    answer = as_olga.post(PAGE, {**SENT, **wrong})
    assert answer.status_code == 422
    assert said in answer.content.decode()
    with working_for(aarhus.pk):
        assert queries.officer_contact() is None


def test_two_who_write_at_once_see_both_texts(
    as_olga: KommuneClient, as_anne: KommuneClient
) -> None:
    as_olga.post(PAGE, SENT)
    as_anne.post(PAGE, {**SENT, "seen": "1", "phone": "89 40 20 00"})

    late = as_olga.post(PAGE, {**SENT, "seen": "1", "name": "Olgas kontor"})

    assert late.status_code == 409
    read = late.content.decode()
    assert "89 40 20 00" in read
    assert 'value="Olgas kontor"' in read
    again = as_olga.post(PAGE, {**SENT, "seen": "2", "name": "Olgas kontor"})
    assert again.status_code == 302


def test_another_kommunes_contact_is_not_shown(
    odense: Municipality, as_olga: KommuneClient, as_kirsten: KommuneClient
) -> None:
    as_olga.post(PAGE, SENT)
    with working_for(odense.pk):
        assert queries.officer_contact() is None
