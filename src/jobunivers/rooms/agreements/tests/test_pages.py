# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages about agreements, for administrators and managers."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.agreements import actions
from jobunivers.rooms.agreements.models import Agreement, Party, Settlement
from jobunivers.rooms.agreements.tests.making import AT, OCTOBER, make_acts, make_agreement
from jobunivers.rooms.marketplace.models import Offer, Vendor
from jobunivers.rooms.marketplace.tests.making import make_offer
from jobunivers.testing.browsers import KommuneClient

pytestmark = pytest.mark.django_db
LIST = "/administration/aftaler/"
GLN = "5798009811578"


def page(answer: Any) -> str:
    return str(answer.content.decode())


@pytest.fixture
def offer(aarhus: Municipality) -> Offer:
    with working_for(aarhus.pk):
        return make_offer(at=timezone.now())


def typed(offer: Offer, **more: Any) -> dict[str, Any]:
    told = {
        "title": "CV i efteråret", "offers": [str(offer.pk)], "first_on": "2026-10-01",
        "notice_months": "2", "price_started": "0,005", "count_started": "monthly",
        "window_minutes": "30", "sharing": "own", "gln": GLN, "budget": "5000", "seen": "0",
    }  # fmt: skip
    return told | more


def made(aarhus: Municipality, offer: Offer, **more: Any) -> Agreement:
    with working_for(aarhus.pk):
        return make_agreement(offer, **more)


def test_an_agreement_is_written_tried_and_signed(
    as_anne: KommuneClient, as_bente: KommuneClient, aarhus: Municipality, offer: Offer
) -> None:
    assert "Skriv en ny aftale" in page(as_anne.get(LIST))
    assert "Nordlys" in page(as_anne.get(f"{LIST}ny/"))
    answer = as_anne.post(f"{LIST}ny/{offer.vendor_id}/", typed(offer), follow=True)
    shown = page(answer)
    assert "0,005 kr. pr. start, én gang pr. borger om måneden" in shown
    assert "Hvad den ville have kostet jer" in shown
    found = Agreement.objects.get(title="CV i efteråret")
    sign = {"act": "underskriv", "seen": str(found.version)}
    # Who wrote it does not let it hold, neither by the page nor in the database.
    assert "En anden skal lade den gælde" in page(as_anne.get(f"{LIST}{found.pk}/"))
    assert as_anne.post(f"{LIST}{found.pk}/afgoer/", sign).status_code == 409
    rows = Agreement.objects.filter(pk=found.pk)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.update(signed_by_id=found.written_by_id)
    assert as_bente.post(f"{LIST}{found.pk}/afgoer/", sign).status_code == 302
    found.refresh_from_db()
    assert found.state == "signed"
    # What it would have cost is counted anew each time: for who decides, not for every reader.
    assert "Hvad den ville have kostet jer" not in page(as_anne.get(f"{LIST}{found.pk}/"))
    assert as_anne.get(f"{LIST}{found.pk}/ret/").status_code == 404
    assert Party.objects.get(agreement=found).gln == GLN
    with working_for(aarhus.pk):
        make_acts(found, [11, 12])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"price_started": "0,00005"}, "fire decimaler"),
        ({"price_started": ""}, "mindst én pris"),
        ({"last_on": "2026-09-01"}, "slutter, før den begynder"),
        ({"gln": "5798009811579"}, "13 cifre"),
        ({"parties": "9999 1"}, "kan ikke læses"),
        ({"band_1": "5", "band_1_to": "10"}, "uden grænse"),
        ({"offers": []}, "mindst én af firmaets"),
    ],
)
def test_what_cannot_be_counted_by_is_said_and_what_was_typed_stays(
    as_anne: KommuneClient, offer: Offer, change: dict[str, Any], words: str
) -> None:
    answer = as_anne.post(f"{LIST}ny/{offer.vendor_id}/", typed(offer, **change))
    assert answer.status_code == 422
    assert words in page(answer)
    assert "CV i efteråret" in page(answer)
    assert not Agreement.objects.exists()


def test_two_windows_show_both_texts(
    as_anne: KommuneClient, aarhus: Municipality, offer: Offer
) -> None:
    draft = made(aarhus, offer, signed=False)
    path = f"{LIST}{draft.pk}/ret/"
    first = typed(offer, seen=str(draft.version), title="Den ene")
    assert as_anne.post(path, first).status_code == 302
    answer = as_anne.post(path, first | {"title": "Den anden"})
    assert answer.status_code == 409
    assert "Den ene" in page(answer)
    assert "Den anden" in page(answer)
    draft.refresh_from_db()
    again = first | {"title": "Den anden", "seen": str(draft.version)}
    assert as_anne.post(path, again).status_code == 302


def test_a_settlement_is_checked_by_one_approved_by_another_and_exported(
    as_anne: KommuneClient, as_bente: KommuneClient, aarhus: Municipality, offer: Offer
) -> None:
    Vendor.objects.filter(pk=offer.vendor_id or 0).update(cvr="12345674")
    agreement = made(aarhus, offer)
    with working_for(aarhus.pk):
        make_acts(agreement, [11, 12, 13])
        actions.send_invoices_to(agreement=agreement, gln=GLN, reference="PSP 1")
        settlement = actions.settle(agreement=agreement, month=OCTOBER, at=AT)
        assert settlement is not None
    path = f"{LIST}afregning/{settlement.pk}/"
    act = f"{path}afgoer/"
    assert as_anne.post(act, {"act": "hvad"}).status_code == 422
    as_anne.post(act, {"act": "kontroller"})
    assert "En anden skal godkende" in page(as_anne.get(path))
    assert as_anne.post(act, {"act": "godkend"}).status_code == 409
    as_bente.post(act, {"act": "godkend"})
    assert as_bente.post(act, {"act": "godkend"}).status_code == 409
    assert as_bente.get(f"{path}faktura.xml").status_code == 404
    as_bente.cookies["django_language"] = "en"
    as_bente.post(act, {"act": "faktura"})
    del as_bente.cookies["django_language"]
    invoice = as_bente.get(f"{path}faktura.xml").content
    assert b"A26-" in invoice
    # A Danish invoice, although who makes it reads English.
    assert "hver gang" in invoice.decode()
    as_bente.post(act, {"act": "betalt"})
    shown = page(as_bente.get(path))
    assert "46,88 kr." in shown
    assert "Talt igen nu: de samme 3 handlinger" in page(as_bente.get(f"{path}1/"))
    assert "37,50" in as_bente.get(f"{path}linjer.csv").content.decode("utf-8-sig")
    assert "46,88" in page(as_bente.get(f"{LIST}regnskab/"))


def test_an_invoice_without_a_cvr_says_what_is_missing(
    as_anne: KommuneClient, aarhus: Municipality, offer: Offer
) -> None:
    agreement = made(aarhus, offer)
    with working_for(aarhus.pk):
        made_ = actions.settle(agreement=agreement, month=OCTOBER, at=AT)
        assert made_ is not None
        actions.check(settlement=made_, at=AT, actor_id=1)
        actions.approve(settlement=made_, at=AT, actor_id=2)
    answer = as_anne.post(f"{LIST}afregning/{made_.pk}/afgoer/", {"act": "faktura"})
    assert answer.status_code == 422
    assert "CVR-nummer" in page(answer)


def test_others_see_nothing_and_citizens_and_advisers_are_refused(
    as_kirsten: KommuneClient, as_omar: KommuneClient, visitor: KommuneClient,
    odense: Municipality, aarhus: Municipality, offer: Offer,
) -> None:  # fmt: skip
    from jobunivers.testing.browsers import browser
    from jobunivers.testing.cast import add_person

    agreement = made(aarhus, offer)
    path = f"{LIST}{agreement.pk}/"
    assert as_kirsten.get(path).status_code == 403
    assert as_omar.get(path).status_code == 403
    assert visitor.get(path).status_code == 302
    other = browser(odense, add_person(odense, "Ole", "administrator"))
    assert other.get(path).status_code == 404
    assert "Aftale om" not in page(other.get(LIST))
    assert other.post(f"{path}afgoer/", {"act": "opsig"}).status_code == 404


def test_a_group_holds_when_the_other_kommune_has_said_yes(
    as_anne: KommuneClient, as_bente: KommuneClient, odense: Municipality, offer: Offer
) -> None:
    from jobunivers.testing.browsers import browser
    from jobunivers.testing.cast import add_person

    told = typed(offer, sharing="fixed", parties="0461 1", own_weight="3")
    as_anne.post(f"{LIST}ny/{offer.vendor_id}/", told)
    draft = Agreement.objects.get()
    sign = {"act": "underskriv", "seen": str(draft.version)}
    path = f"{LIST}{draft.pk}/"
    assert as_bente.post(f"{path}afgoer/", sign).status_code == 409
    other = browser(odense, add_person(odense, "Ole", "administrator"))
    assert other.post(f"{path}afgoer/", sign).status_code == 409
    assert other.post(f"{path}afgoer/", {"act": "ja"}).status_code == 302
    assert as_bente.post(f"{path}afgoer/", sign).status_code == 302
    draft.refresh_from_db()
    assert draft.state == "signed"
    assert "75,0 %" in page(as_anne.get(path))


def test_months_that_are_over_settle_themselves_and_a_budget_is_told_of_once(
    aarhus: Municipality, anne: Person, offer: Offer
) -> None:
    from decimal import Decimal

    from jobunivers.foundation.notices.models import Notice
    from jobunivers.science.pricing import Act, PerAct, Terms

    terms = Terms(acts=(PerAct(Act.STARTED, Decimal(10)),), budget=Decimal(25))
    agreement = made(aarhus, offer, terms=terms)
    with working_for(aarhus.pk):
        make_acts(agreement, [11, 12])
        assert actions.settle_due(at=AT) == 1
        assert actions.settle_due(at=AT) == 0
        assert Settlement.objects.count() == 1
        assert Notice.objects.filter(person_id=anne.pk, kind="agreements.budget").count() == 1


def test_an_agreement_is_ended_by_its_notice(
    as_anne: KommuneClient, aarhus: Municipality, offer: Offer
) -> None:
    agreement = made(aarhus, offer)
    for _twice in range(2):
        as_anne.post(f"{LIST}{agreement.pk}/afgoer/", {"act": "opsig"})
    agreement.refresh_from_db()
    assert agreement.state == "ended"
    assert agreement.last_on is not None
    assert as_anne.post(f"{LIST}{agreement.pk}/afgoer/", {"act": "forlad"}).status_code == 409
