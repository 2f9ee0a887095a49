# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The administrator's page of what was sent."""

from datetime import timedelta

import pytest
from django.utils import timezone

from jobunivers.foundation.notices import actions, queries
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
PAGE = "/administration/beskeder/"


def test_an_administrator_sees_what_was_sent_and_sets_the_limits(
    as_anne: KommuneClient, aarhus: Municipality, kirsten: Person
) -> None:
    assert "Der er ikke lavet beskeder endnu." in as_anne.get(PAGE).content.decode()
    with working_for(aarhus.pk):
        actions.notify(person_id=kirsten.pk, kind="notices.address_gone", at=timezone.now())
    page = as_anne.get(PAGE).content.decode()
    assert "Din e-mail virker ikke" in page
    assert "for få til at vise" in page
    assert as_anne.post(PAGE, {"per_day": "2", "per_week": "5"}).status_code == 302
    assert as_anne.post(PAGE, {"per_day": "0", "per_week": "5"}).status_code == 422
    with working_for(aarhus.pk):
        assert (queries.limits().per_day, queries.limits().per_week) == (2, 5)


def test_she_is_told_what_stands_still(as_anne: KommuneClient, db: None) -> None:
    actions.begin_watch(at=timezone.now() - timedelta(days=9))
    page = as_anne.get(PAGE).content.decode()
    assert "“Udsendelsen selv” har ikke kørt, som den plejer." in page
