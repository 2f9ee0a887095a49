# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A method that an address does not take is refused as such, whoever asks and with what."""

import pytest

from jobunivers.identity.models import Person
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("method", ["QUERY", "TRACE", "BREW", "PROPFIND", "PATCH", "DELETE"])
@pytest.mark.parametrize(
    ("path", "takes"), [("/om/", {"GET", "HEAD"}), ("/log-ud/", {"POST"}), ("/sprog/", {"POST"})]
)
def test_what_an_address_does_not_take_is_405_and_says_what_it_takes(
    visitor: KommuneClient, method: str, path: str, takes: set[str]
) -> None:
    strict = KommuneClient(visitor.prefix.strip("/"), enforce_csrf_checks=True)
    answer = strict.generic(method, path)
    assert answer.status_code == 405
    assert set(answer["Allow"].split(", ")) >= takes


def test_a_program_is_told_the_same_at_its_own_address(visitor: KommuneClient) -> None:
    for path in ("/oidc/jwks.json", "/oidc/token", "/xapi/about"):
        assert visitor.generic("QUERY", path).status_code == 405, path


def test_nothing_is_changed_by_a_method_nobody_knows(
    as_kirsten: KommuneClient, kirsten: Person
) -> None:
    assert as_kirsten.generic("QUERY", "/log-ud/").status_code == 405
    assert as_kirsten.get("/hvem-har-set/").status_code == 200


def test_a_form_without_its_protection_is_still_refused(visitor: KommuneClient) -> None:
    strict = KommuneClient(visitor.prefix.strip("/"), enforce_csrf_checks=True)
    assert strict.post("/log-ud/").status_code == 403


def test_a_form_sent_to_what_is_only_looked_at_is_405(visitor: KommuneClient) -> None:
    strict = KommuneClient(visitor.prefix.strip("/"), enforce_csrf_checks=True)
    for path in ("/ai/alt.json", "/om/", "/oidc/jwks.json"):
        assert strict.post(path).status_code == 405, path
