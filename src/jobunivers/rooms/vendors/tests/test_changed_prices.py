# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages on which prices are changed: two people of the kommune, another kommune, the firm."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.agreements.models import Agreement, AgreementTerms, Amendment, Party
from jobunivers.rooms.agreements.queries import earliest_day
from jobunivers.rooms.agreements.tests.making import make_acts, make_agreement
from jobunivers.rooms.marketplace.tests.making import make_offer
from jobunivers.rooms.vendors.models import VendorMember
from jobunivers.science.pricing import Flat, Ladder, Step, Terms
from jobunivers.testing.browsers import KommuneClient, browser
from jobunivers.testing.cast import add_person

pytestmark = pytest.mark.django_db
LIST = "/administration/aftaler/"
FIRM = "/leverandoer/oekonomi/"


def page(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.fixture
def agreement(aarhus: Municipality, vera: Person) -> Agreement:
    """Return an agreement in force with Vera's firm, used twice last month."""
    vendor = VendorMember.objects.get(person_id=vera.pk).vendor
    now = timezone.now()
    with working_for(aarhus.pk):
        made = make_agreement(make_offer(vendor=vendor, at=now), notice_months=1)
        last = timezone.localdate(now).replace(day=1) - timedelta(days=1)
        make_acts(made, [11, 12], on=last.replace(day=1))
    return made


def typed(agreement: Agreement, **more: Any) -> dict[str, Any]:
    first = earliest_day(agreement, timezone.localdate(timezone.now()))
    told = {
        "from_on": first.isoformat(), "why": "Flere bruger den", "price_started": "20",
        "count_started": "each", "window_minutes": "30", "seen": "0",
    }  # fmt: skip
    return told | more


def proposed(client: KommuneClient, agreement: Agreement, *, send: bool = True) -> Amendment:
    client.post(f"{LIST}{agreement.pk}/aendring/", typed(agreement))
    change = Amendment.objects.get(agreement=agreement, state="draft")
    if send:
        client.post(f"{LIST}aendring/{change.pk}/afgoer/", decided(change, "send"))
        change.refresh_from_db()
    return change


def decided(change: Amendment, act: str, **more: str) -> dict[str, str]:
    change.refresh_from_db()
    return {"act": act, "seen": str(change.version)} | more


def test_prices_are_proposed_compared_accepted_and_approved_by_another(
    as_anne: KommuneClient, as_bente: KommuneClient, as_vera: KommuneClient, agreement: Agreement
) -> None:
    path = f"{LIST}{agreement.pk}/"
    assert "Foreslå nye priser" in page(as_anne.get(path))
    assert "12,5" in page(as_anne.get(f"{path}aendring/"))
    change = proposed(as_anne, agreement, send=False)
    there, act = f"{LIST}aendring/{change.pk}/", f"{LIST}aendring/{change.pk}/afgoer/"
    shown = page(as_anne.get(there))
    assert "20,00 kr. pr. start" in shown
    assert "+15,00 kr." in shown
    assert as_vera.get(f"{FIRM}aendring/{change.pk}/").status_code == 404
    assert as_anne.post(act, decided(change, "send")).status_code == 302
    assert "Firmaet skal svare." in page(as_anne.get(there))
    assert "Venter på jeres svar" in page(as_vera.get(FIRM))
    asked = page(as_vera.get(f"{FIRM}aendring/{change.pk}/"))
    assert "Flere bruger den" in asked
    answer = as_vera.post(f"{FIRM}aendring/{change.pk}/svar/", decided(change, "ja"))
    assert answer.status_code == 302
    assert "En anden skal godkende" in page(as_anne.get(there))
    assert as_anne.post(act, decided(change, "godkend")).status_code == 409
    assert as_bente.post(act, decided(change, "godkend")).status_code == 302
    assert AgreementTerms.objects.filter(agreement=agreement).count() == 2
    shown = page(as_bente.get(path))
    assert "12,50 kr. pr. start" in shown
    assert "20,00 kr. pr. start" in shown
    assert as_bente.post(act, decided(change, "traek")).status_code == 409


def test_a_firm_says_no_with_its_reason_and_somebody_else_gets_a_409(
    as_anne: KommuneClient, as_vera: KommuneClient, agreement: Agreement
) -> None:
    change = proposed(as_anne, agreement)
    answer = f"{FIRM}aendring/{change.pk}/svar/"
    assert as_vera.post(answer, decided(change, "nej")).status_code == 422
    assert as_vera.post(answer, decided(change, "hvad")).status_code == 422
    stale = decided(change, "ja")
    told = decided(change, "nej", answer="Det kan vi ikke leve af")
    assert as_vera.post(answer, told).status_code == 302
    assert as_vera.post(answer, stale).status_code == 409
    assert "Det kan vi ikke leve af" in page(as_anne.get(f"{LIST}aendring/{change.pk}/"))
    assert "Foreslå nye priser" in page(as_anne.get(f"{LIST}{agreement.pk}/"))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"why": ""}, "hvorfor priserne skal ændres"),
        ({"from_on": "2020-01-01"}, "Varslet skal være gået"),
        ({"price_started": "12,50"}, "de samme som nu"),
        ({"price_started": ""}, "mindst én pris"),
        ({"price_started": "0,00005"}, "fire decimaler"),
    ],
)
def test_what_cannot_be_proposed_is_said_and_what_was_typed_stays(
    as_anne: KommuneClient, agreement: Agreement, change: dict[str, str], words: str
) -> None:
    told = typed(agreement, minimum="777") | change
    if words in ("de samme som nu", "mindst én pris"):
        told.pop("minimum")
    answer = as_anne.post(f"{LIST}{agreement.pk}/aendring/", told)
    assert answer.status_code == 422
    assert words in page(answer)
    assert ("777" in page(answer)) == ("minimum" in told)
    assert not Amendment.objects.exists()


def test_two_windows_show_both_texts_and_a_second_proposal_is_refused(
    as_anne: KommuneClient, agreement: Agreement
) -> None:
    change = proposed(as_anne, agreement, send=False)
    path = f"{LIST}aendring/{change.pk}/ret/"
    first = typed(agreement, seen=str(change.version), why="Den ene")
    assert as_anne.post(path, first).status_code == 302
    answer = as_anne.post(path, first | {"why": "Den anden"})
    assert answer.status_code == 409
    assert "Den ene" in page(answer)
    assert "Den anden" in page(answer)
    another = typed(agreement, price_started="33")
    assert as_anne.post(f"{LIST}{agreement.pk}/aendring/", another).status_code == 409
    assert as_anne.get(f"{LIST}{agreement.pk}/aendring/").status_code == 302
    assert as_anne.post(f"{LIST}aendring/{change.pk}/afgoer/", {"act": "x"}).status_code == 422


def test_a_party_sees_what_is_sent_and_a_stranger_nothing(
    as_anne: KommuneClient, as_kirsten: KommuneClient, odense: Municipality, agreement: Agreement
) -> None:
    other = browser(odense, add_person(odense, "Ole", "administrator"))
    change = proposed(as_anne, agreement, send=False)
    path, act = f"{LIST}aendring/{change.pk}/", f"{LIST}aendring/{change.pk}/afgoer/"
    assert as_kirsten.get(path).status_code == 403
    assert other.get(path).status_code == 404
    Party.objects.create(agreement=agreement, kommune=odense, first_on=agreement.first_on)
    assert other.get(path).status_code == 404
    assert as_anne.post(act, decided(change, "send")).status_code == 302
    assert "Sig ja til ændringen" in page(other.get(path))
    assert other.get(f"{path}ret/").status_code == 404
    assert other.post(act, decided(change, "traek")).status_code == 409
    assert other.post(act, decided(change, "ja")).status_code == 302
    assert "har sagt ja" in page(as_anne.get(path))


def test_an_effect_that_nobody_measures_is_said_to_be_that_and_may_be_assumed(
    as_anne: KommuneClient, aarhus: Municipality
) -> None:
    ladder = Ladder((Step(Decimal(0), Decimal(0)), Step(Decimal("0.02"), Decimal(10))))
    with working_for(aarhus.pk):
        offer = make_offer(at=timezone.now())
        draft = make_agreement(
            offer, signed=False, terms=Terms(flat=Flat(Decimal(1000)), effect=ladder)
        )
    path = f"{LIST}{draft.pk}/"
    # Both steps stand in the form, so that none is lost when it is saved.
    written = page(as_anne.get(f"{path}ret/"))
    assert 'name="effect_2_least"' in written
    assert "0,02" in written
    told = typed(draft, title="Med effekt", offers=[str(offer.pk)], first_on="2026-10-01",
                 notice_months="1", sharing="own", flat="1000", price_started="",
                 effect_least="0", effect_percent="0", effect_2_least="0,02",
                 effect_2_percent="10", seen=str(draft.version))  # fmt: skip
    assert as_anne.post(f"{path}ret/", told).status_code == 302
    shown = page(as_anne.get(path))
    assert "Effekten måles ikke endnu" in shown
    assert "En antagelse" not in shown
    assumed = page(as_anne.get(f"{path}?effekt=0,03"))
    assert "En antagelse, ikke en måling" in assumed
    assert "1.100,00 kr." in assumed
    assert as_anne.get(f"{path}?effekt=meget").status_code == 422
    assert as_anne.get(f"{path}?effekt=7").status_code == 422
