# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Each model can be switched off: pages go on, and nothing the model chose is shown."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.casework import actions as casework
from jobunivers.rooms.journey import actions as journey
from jobunivers.rooms.journey.models import Teller
from jobunivers.rooms.segmentation import actions as segmentation
from jobunivers.rooms.tailored.tests.making import MANAGER, make_profile, recommend
from jobunivers.rooms.vacancies.tests.factories import make_vacancy
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust import actions as trust
from jobunivers.trust import register
from jobunivers.trust.opening import SESSION_REASONS

pytestmark = pytest.mark.django_db
Follow = Callable[[], None]
HERS = (
    "/min-side/", "/relevante-job/", "/relevante-job/kompetencer/", "/relevante-job/fordi/",
    "/mit-forloeb/", "/opmaerksomhed/", "/raadighed/", "/samtaler/", "/profil/", "/velkommen/",
    "/ansoegninger/", "/beslutninger-om-mig/", "/ai/", "/markedspladsen/",
)  # fmt: skip
STAFFS = (
    "/medarbejder/", "/medarbejder/oversigt/", "/medarbejder/opmaerksomhed/",
    "/medarbejder/arbejdsmarked/", "/medarbejder/borgere/{pk}/",
    "/medarbejder/borgere/{pk}/samtale/", "/medarbejder/borgere/{pk}/valg/",
    "/medarbejder/udsendelser/regler/",
)  # fmt: skip
# What is on a page because a model chose it: model → whose page, which, and the words.
CHOSEN = {
    "matching": ("hers", "/relevante-job/", "Lagerchef 0"),
    "attention": ("hers", "/opmaerksomhed/", "Hvorfor ser jeg det?"),
    "talks": ("staffs", "/medarbejder/borgere/{pk}/samtale/", "Valgt af en computer efter"),
}


@pytest.fixture
def helped(aarhus: Municipality, kirsten: Person, index: Follow) -> Person:
    """Return Kirsten, for whom the models have found jobs, a course and points."""
    now = timezone.now()
    for number in range(3):
        make_vacancy(f"Lagerchef {number}", occupation_uri=MANAGER, isco="1324")
    index()
    make_profile(kirsten, summary="Jeg vil gerne lede et lager")
    recommend(kirsten)
    with working_for(aarhus.pk):
        segmentation.ensure_policy(at=now)
        began = timezone.localdate() - timedelta(weeks=40)
        journey.begin_spell(citizen_id=kirsten.pk, began_on=began, told_by=Teller.CITIZEN, at=now)
        segmentation.segment_one(citizen_id=kirsten.pk, at=now)
        casework.attend(at=now, citizen_ids=[kirsten.pk])
    return kirsten


@pytest.fixture
def with_reason(as_omar: KommuneClient, helped: Person) -> KommuneClient:
    """Return Omar's browser, who has said today why he looks at her."""
    session = as_omar.session
    session[SESSION_REASONS] = {
        str(helped.pk): {"code": "case", "note": "", "day": timezone.localdate().isoformat()}
    }
    session.save()
    return as_omar


@contextmanager
def off(aarhus: Municipality, anne: Person, codes: Sequence[str], helped: Person) -> Iterator[None]:
    """Switch models off meanwhile; the worker follows as it does each night."""
    now = timezone.now()
    for on in (False, True):
        with working_for(aarhus.pk):
            for code in codes:
                trust.switch(code=code, on=on, actor_id=anne.pk, reason="Vi prøver.", at=now)
            casework.attend(at=now, citizen_ids=[helped.pk])
        if not on:
            yield


def shown(browser: KommuneClient, path: str, pk: int) -> str:
    answer = browser.get(path.format(pk=pk))
    assert answer.status_code == 200, (path, answer.status_code)
    return str(answer.content.decode())


def test_each_model_off_by_itself_leaves_every_page_and_takes_its_own_choices_away(
    aarhus: Municipality, anne: Person, as_kirsten: KommuneClient, with_reason: KommuneClient,
    helped: Person,
) -> None:  # fmt: skip
    browsers = {"hers": as_kirsten, "staffs": with_reason}
    for code, (whose, path, words) in CHOSEN.items():
        assert words in shown(browsers[whose], path, helped.pk), code
        with off(aarhus, anne, [code], helped):
            assert words not in shown(browsers[whose], path, helped.pk), code
            for one in HERS:
                shown(as_kirsten, one, helped.pk)


def test_all_models_off_together_leave_every_page(
    aarhus: Municipality, anne: Person, as_kirsten: KommuneClient, with_reason: KommuneClient,
    helped: Person,
) -> None:  # fmt: skip
    codes = [card.code for card in register.cards() if card.has_switch]
    with off(aarhus, anne, codes, helped):
        for one in HERS:
            page = shown(as_kirsten, one, helped.pk)
            assert "Lavet af en computer" not in page, one
        for one in STAFFS:
            page = shown(with_reason, one, helped.pk)
            assert "Lavet af en computer" not in page, one
        assert "Kommunen har slået den AI fra" in shown(as_kirsten, "/ai/", helped.pk)
