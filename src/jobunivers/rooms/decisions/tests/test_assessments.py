# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""An assessment holds the system's facts and the kommune's words, and somebody signs both."""

from datetime import timedelta

import pytest
from django.utils import timezone

from jobunivers.foundation import datamap
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.decisions.models import Assessment, AssessmentKind
from jobunivers.rooms.decisions.queries.assessing_fields import OWN
from jobunivers.rooms.decisions.queries.risks import RISKS
from jobunivers.testing.browsers import KommuneClient
from jobunivers.trust import actions as trust
from jobunivers.trust import register

pytestmark = pytest.mark.django_db
HOME = "/administration/konsekvensanalyse/"
DATA, RIGHTS = f"{HOME}databeskyttelse/", f"{HOME}rettigheder/"
REVIEW = (timezone.localdate() + timedelta(days=300)).isoformat()


def text(browser: KommuneClient, path: str) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200, answer.status_code
    return str(answer.content.decode())


def everything(kind: AssessmentKind) -> dict[str, str]:
    return {one.code: f"Svar om {one.code}" for one in OWN[kind]}


def write(browser: KommuneClient, path: str, seen: int, **said: str) -> int:
    return int(browser.post(f"{path}skriv/", {"seen": seen, **said}).status_code)


def sign(browser: KommuneClient, path: str, seen: int, **more: str) -> int:
    form = {"sign-seen": seen, "sign-signed_by": "Bo Lund, direktør", "sign-review_on": REVIEW}
    return int(browser.post(f"{path}underskriv/", {**form, **more}).status_code)


def test_the_facts_are_those_of_the_running_system(
    aarhus: Municipality, as_olga: KommuneClient, anne: Person
) -> None:
    with working_for(aarhus.pk):
        trust.switch(
            code="chance", on=False, actor_id=anne.pk, reason="Vi venter.", at=timezone.now()
        )
    page = text(as_olga, DATA)
    for group in datamap.groups():
        if any(one.group == group.code for one in datamap.holdings()):
            assert str(group.name) in page
    for card in register.cards():
        assert (str(card.name) in page) == bool(card.inputs_person), card.code
    assert "fra, siden" in page
    for risk in RISKS:
        assert str(risk.what) in page, risk.code


def test_rights_are_weighed_with_figures_by_group_and_what_is_not_measured(
    as_olga: KommuneClient,
) -> None:
    page = text(as_olga, RIGHTS)
    assert "Kvinder" in page
    assert "ikke målt for grupper" in page
    assert "Artikel i EU’s charter" in page
    assert "Indsigelser mod valg i denne kommune" in page


def test_what_is_done_leaves_no_risk_larger_than_it_was() -> None:
    for risk in RISKS:
        assert risk.done, risk.code
        assert risk.after[0] * risk.after[1] <= risk.before[0] * risk.before[1], risk.code
        assert all(1 <= one <= 4 for one in (*risk.before, *risk.after)), risk.code


def test_a_draft_is_kept_version_by_version_and_the_same_words_make_none(
    aarhus: Municipality, as_anne: KommuneClient
) -> None:
    assert write(as_anne, DATA, 0, use="Alle ledige.") == 302
    assert write(as_anne, DATA, 1, use="Alle ledige.") == 302
    assert write(as_anne, DATA, 1, use="Alle ledige i byen.") == 302
    with working_for(aarhus.pk):
        assert Assessment.objects.count() == 2
    page = text(as_anne, DATA)
    assert "Alle ledige i byen." in page
    assert "Alle ledige." in text(as_anne, f"{DATA}1/")


def test_of_two_who_write_the_second_sees_both_and_loses_nothing(
    as_anne: KommuneClient, as_olga: KommuneClient
) -> None:
    assert write(as_anne, DATA, 0, use="Annes ord") == 302
    answer = as_olga.post(f"{DATA}skriv/", {"seen": 0, "use": "Olgas ord"})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "Annes ord" in page
    assert "Olgas ord" in page
    assert 'name="seen" value="1"' in page
    assert write(as_olga, DATA, 1, use="Begges ord") == 302


def test_nobody_signs_what_is_not_filled_in(as_anne: KommuneClient) -> None:
    assert "Disse felter skal udfyldes" in text(as_anne, DATA)
    assert sign(as_anne, DATA, 0) == 422


def test_a_signed_version_keeps_the_facts_it_was_signed_with(
    aarhus: Municipality, as_anne: KommuneClient, anne: Person
) -> None:
    assert write(as_anne, RIGHTS, 0, **everything(AssessmentKind.RIGHTS)) == 302
    assert sign(as_anne, RIGHTS, 0) == 409
    yesterday = timezone.localdate().isoformat()
    assert sign(as_anne, RIGHTS, 1, **{"sign-review_on": yesterday}) == 422
    assert sign(as_anne, RIGHTS, 1, **{"sign-signed_by": " "}) == 422
    assert sign(as_anne, RIGHTS, 1) == 302
    with working_for(aarhus.pk):
        trust.switch(
            code="chance", on=False, actor_id=anne.pk, reason="Vi venter.", at=timezone.now()
        )
    assert "fra, siden" in text(as_anne, RIGHTS)
    signed = text(as_anne, f"{RIGHTS}2/")
    assert "fra, siden" not in signed
    assert "Bo Lund, direktør" in signed
    assert "Bo Lund, direktør" in text(as_anne, HOME)
    assert as_anne.get(f"{RIGHTS}9/").status_code == 404
    assert as_anne.get(f"{HOME}findes-ikke/").status_code == 404


def test_it_says_when_it_is_time_to_look_again(
    aarhus: Municipality, as_anne: KommuneClient, anne: Person
) -> None:
    with working_for(aarhus.pk):
        Assessment.objects.create(
            kind=AssessmentKind.DATA, number=1, answers=everything(AssessmentKind.DATA),
            written_by_id=anne.pk, at=timezone.now() - timedelta(days=400), signed_by="Bo Lund",
            review_on=timezone.localdate() - timedelta(days=1), facts=[],
        )  # fmt: skip
    assert "Skal ses igennem nu" in text(as_anne, HOME)
    assert "Den skal ses igennem nu" in text(as_anne, DATA)


def test_an_assessment_is_the_kommunes_own(as_anne: KommuneClient, odense: Municipality) -> None:
    assert write(as_anne, DATA, 0, use="Aarhus’ ord") == 302
    with working_for(odense.pk):
        assert not Assessment.objects.exists()
