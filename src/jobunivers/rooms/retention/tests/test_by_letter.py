# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whom no message reaches is told by a letter, and has her 30 days from when it is sent."""

from datetime import date, datetime, timedelta

import pytest
from django.apps import apps
from django.utils import timezone

from jobunivers.foundation.notices import channels
from jobunivers.foundation.notices.models import Channel
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.retention import actions
from jobunivers.rooms.retention.models import Batch, LetterRun, Member, Plan, PlanState, Told
from jobunivers.rooms.retention.queries import letters
from jobunivers.rooms.retention.tests.conftest import NOW, XENIA, Ending
from jobunivers.rooms.retention.tests.steps import is_there, planned, run
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust.models import Look

pytestmark = pytest.mark.django_db


def _days_ago(days: int) -> datetime:
    return NOW - timedelta(days=days)


@pytest.fixture
def told(aarhus: Municipality, xenia: Person, ended: Ending) -> Person:
    """Return a citizen without an address, of whom it was said 80 days ago that all goes."""
    with working_for(aarhus.pk):
        ended(xenia, codes=())
        actions.tell(at=_days_ago(80))
    return xenia


def test_nothing_goes_while_her_letter_is_not_sent(
    aarhus: Municipality, told: Person, anne: Person
) -> None:
    with working_for(aarhus.pk):
        assert set(Told.objects.values_list("by_letter", flat=True)) == {True}
        assert actions.make_plan(by_id=None, at=NOW) is None
        actions.make_letters(by_id=anne.pk, at=_days_ago(60))
        assert actions.make_plan(by_id=None, at=NOW) is None, "printed is not sent"
        # A batch that was forged past the plan meets the same question in the database.
        plan = Plan.objects.create(made_at=NOW, state=PlanState.APPROVED, needs_second=False)
        batch = Batch.objects.create(plan=plan, number=1, code="end")
        Member.objects.create(batch=batch, person_id=XENIA)
    run(aarhus)
    assert is_there(aarhus, told)


@pytest.mark.parametrize(("days", "goes"), [(20, False), (31, True)])
def test_her_30_days_begin_when_the_letter_is_sent(
    aarhus: Municipality, told: Person, anne: Person, days: int, *, goes: bool
) -> None:
    with working_for(aarhus.pk):
        made = actions.make_letters(by_id=anne.pk, at=_days_ago(60))
        actions.letters_sent(run_id=made.pk, by_id=anne.pk, at=_days_ago(days))
        earliest = timezone.localdate(_days_ago(days)) + timedelta(days=30)
        assert set(Told.objects.values_list("goes_on", flat=True)) == {earliest}
        with pytest.raises(actions.NoLetters):
            actions.letters_sent(run_id=made.pk, by_id=anne.pk, at=NOW)
        with pytest.raises(actions.NoLetters):
            actions.make_letters(by_id=anne.pk, at=NOW)
    if goes:
        planned(aarhus)
    run(aarhus)
    assert is_there(aarhus, told) is not goes


def test_whom_a_message_reaches_needs_no_letter(
    aarhus: Municipality, xenia: Person, ended: Ending, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(channels, "carrier_of", lambda _channel: object())
    with working_for(aarhus.pk):
        ended(xenia, codes=())
        apps.get_model("notices", "Address").objects.create(
            person_id=XENIA, channel=Channel.EMAIL, address="x@example.dk", verified_at=NOW,
            created_at=NOW,
        )  # fmt: skip
        actions.tell(at=NOW)
        assert set(Told.objects.values_list("by_letter", flat=True)) == {False}
        assert not letters.waiting().exists()


def test_somebody_who_seeks_again_gets_no_letter(
    aarhus: Municipality, told: Person, anne: Person
) -> None:
    with working_for(aarhus.pk):
        apps.get_model("retention", "Ended").objects.filter(person_id=told.pk).delete()
        with pytest.raises(actions.NoLetters):
            actions.make_letters(by_id=anne.pk, at=NOW)


def test_the_officer_makes_fetches_and_sends_letters_and_it_is_written_down(
    aarhus: Municipality, told: Person, as_olga: KommuneClient, olga: Person
) -> None:
    page = as_olga.get("/administration/opbevaring/breve/").content.decode()
    assert "1 borger venter på et brev" in page
    as_olga.post("/administration/opbevaring/breve/lav/")
    with working_for(aarhus.pk):
        [made] = LetterRun.objects.all()
    paper = as_olga.get(f"/administration/opbevaring/breve/{made.pk}.pdf")
    assert paper.content.startswith(b"%PDF-")
    with working_for(aarhus.pk):
        assert Look.objects.filter(citizen_id=told.pk, viewer_id=olga.pk).count() == 1
    as_olga.post(f"/administration/opbevaring/breve/{made.pk}/sendt/")
    page = as_olga.get("/administration/opbevaring/breve/").content.decode()
    assert "af Olga" in page
    assert "Ingen venter på et brev" in page
    assert as_olga.get("/administration/opbevaring/breve/999.pdf").status_code == 404


def test_a_letter_says_what_goes_when_and_how_to_keep_it(told: Person) -> None:
    said = " ".join(letters.parts(date(2027, 1, 3), "Rådhuspladsen 2"))
    for words in ("3. januar 2027", "halvt år mere", "Mine data", "Rådhuspladsen 2"):
        assert words in said
