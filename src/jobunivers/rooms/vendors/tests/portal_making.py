# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Firms with solutions, for tests of the portal."""

from typing import Any

from django.utils import timezone

from jobunivers.foundation.files.tests.making import pdf_upload
from jobunivers.foundation.tenancy import working_for
from jobunivers.foundation.tenancy.models import Municipality
from jobunivers.identity.models import Person
from jobunivers.rooms.marketplace.models import Kind, Offer, Vendor
from jobunivers.rooms.marketplace.tests.making import make_offer
from jobunivers.rooms.vendors import actions
from jobunivers.rooms.vendors.models import VendorMember

OWN = "/leverandoer/loesninger/"


def page(answer: Any) -> str:
    """Return a page's text."""
    return str(answer.content.decode())


def firm_of(person: Person) -> Vendor:
    """Return the firm somebody acts for."""
    return VendorMember.objects.get(person_id=person.pk).vendor


def drafted(person: Person, title: str = "CV på en time") -> Offer:
    """Return a draft of her firm."""
    with working_for(person.municipality_id):
        return actions.begin_solution(
            vendor=firm_of(person),
            kind=Kind.TOOL,
            title=title,
            summary="Skriv et CV, der bliver læst.",
            at=timezone.now(),
            actor_id=person.pk,
        )


def on_market(person: Person, **more: Any) -> Offer:
    """Return an approved solution of her firm."""
    with working_for(person.municipality_id):
        return make_offer(vendor=firm_of(person), at=timezone.now(), **more)


def fresh(offer: Offer, national: Municipality) -> Offer:
    """Return the row as it stands."""
    with working_for(national.pk):
        return Offer.objects.select_related("current", "vendor").get(pk=offer.pk)


def described(**more: str) -> dict[str, Any]:
    """Return a description as it is sent."""
    told = {
        "title_da": "CV på en time",
        "summary_da": "Skriv et CV, der bliver læst.",
        "about_da": "Du får hjælp, linje for linje.",
        "format": "virtual",
        "way": "link",
        "url": "https://nordlys.example/cv",
        "languages": "da",
        "categories": "cv",
        "minutes": "60",
        "note": "Den første",
        "seen": "1",
    }
    return told | more


def describe(client: Any, path: str, **more: str) -> Any:
    """Write all steps of a description of the solution at a path; return the last answer."""
    for code in ("hvad", "aabnes", "hvor", "kommuner"):
        there = f"{path}beskriv/{code}/"
        answer = client.post(there, described(**(more | {"seen": seen_on(client, there)})))
        if answer.status_code != 302:
            break
    return answer


def seen_on(client: Any, path: str) -> str:
    """Return the count that a form on a page says it has read."""
    return page(client.get(path)).split('name="seen" value="')[1].split('"')[0]


def firm_objects(person: Person) -> dict[str, dict[str, Any]]:
    """Return what the table of addresses needs of a firm of hers, and of one that asks."""
    now = timezone.now()
    offer = on_market(person)
    with working_for(person.municipality_id):
        kept = actions.attach(offer=offer, upload=pdf_upload(), by_id=person.pk, at=now)
        asked = actions.sign_up(
            asking=actions.Asking(
                name="Klarhed",
                contact_name="Karla",
                contact_email="k@klarhed.example",
                abroad="DE 1",
            ),
            at=now,
        )
    member = VendorMember.objects.get(person_id=person.pk)
    return {
        "firm_asks": {"pk": asked.pk},
        "firm_member": {"pk": member.pk},
        "firm_secret": {"secret": "x" * 43},
        "firm_document": {"pk": kept.pk},
        "firm_solution": {"pk": offer.pk},
        "firm_step": {"pk": offer.pk, "code": "aabnes"},
        "firm_version": {"pk": offer.pk, "number": 1},
        "firm_key": {"pk": offer.pk, "key_id": 1},
    }
