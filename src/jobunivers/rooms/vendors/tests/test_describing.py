# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A solution is described in steps, each kept by itself."""

import pytest

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.marketplace.models import OfferVersion
from jobunivers.rooms.vendors.tests.portal_making import (
    OWN,
    describe,
    described,
    drafted,
    page,
    seen_on,
)
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db


def test_each_step_is_kept_for_itself_and_two_of_them_are_enough(
    as_vera: KommuneClient, vera: Person, national: Municipality
) -> None:
    offer = drafted(vera)
    path = f"{OWN}{offer.pk}/"
    first = page(as_vera.get(f"{path}beskriv/"))
    assert "Mangler, før den kan sendes ind:" in first
    assert 'name="about_en"' not in first
    told = described(note="")
    answer = as_vera.post(f"{path}beskriv/hvad/", told)
    assert answer["Location"].endswith("/beskriv/aabnes/")
    assert "Send ind" not in page(as_vera.get(path))
    told["seen"] = seen_on(as_vera, f"{path}beskriv/aabnes/")
    answer = as_vera.post(f"{path}beskriv/aabnes/", told)
    assert answer["Location"].endswith("/beskriv/hvor/")
    onwards = page(as_vera.get(f"{path}beskriv/hvor/"))
    assert "Kladden er gemt og kan sendes ind." in onwards
    assert "Mangler, før den kan sendes ind:" not in onwards
    assert "Send ind" in page(as_vera.get(path))
    english = {"title_en": "A CV in an hour", "luk": "1"}
    english["seen"] = seen_on(as_vera, f"{path}beskriv/engelsk/")
    answer = as_vera.post(f"{path}beskriv/engelsk/", english)
    assert answer["Location"].endswith(path)
    with working_for(national.pk):
        kept = OfferVersion.objects.get(offer=offer)
    # What a step does not ask for stays as it was.
    assert (kept.about_da, kept.url) == (told["about_da"], told["url"])
    assert (kept.title_en, kept.translated) == ("A CV in an hour", "person")
    assert as_vera.get(f"{path}beskriv/findes-ikke/").status_code == 404


def test_what_is_new_is_kept_when_another_step_is_written(
    as_vera: KommuneClient, vera: Person, national: Municipality
) -> None:
    offer = drafted(vera)
    path = f"{OWN}{offer.pk}/"
    describe(as_vera, path)
    told = described(note="", about_da="Skrevet om", seen=seen_on(as_vera, f"{path}beskriv/hvad/"))
    as_vera.post(f"{path}beskriv/hvad/", told)
    with working_for(national.pk):
        assert OfferVersion.objects.get(offer=offer).note == "Den første"
