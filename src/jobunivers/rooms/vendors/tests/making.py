# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Solutions with answers, for tests."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.utils import timezone

from jobunivers.foundation.files.tests.making import pdf_upload
from jobunivers.foundation.tenancy import working_for
from jobunivers.rooms.marketplace.models import Offer
from jobunivers.rooms.marketplace.tests.catalogue import kommune
from jobunivers.rooms.marketplace.tests.making import make_offer
from jobunivers.rooms.vendors import actions
from jobunivers.rooms.vendors.models import GateFile
from jobunivers.rooms.vendors.queries import Answers, ProcessorAnswer, usual_answers


def full(at: datetime | None = None, **more: Any) -> Answers:
    """Return complete answers; `more` says otherwise."""
    today = timezone.localdate(at or timezone.now())
    return replace(usual_answers("Nordlys Læring ApS", on=today), **more)


def abroad(country: str = "US", ground: str = "adequacy:US", **more: Any) -> ProcessorAnswer:
    """Return a firm outside the EU that has data."""
    return ProcessorAnswer(name="Cloud Inc.", country=country, ground=ground, sub=True, **more)


def answered(answers: Answers | None = None, **more: Any) -> Offer:
    """Return an approved solution whose answers count."""
    now = timezone.now()
    offer = make_offer(at=now, **more)
    actions.fill_gate(offer=offer, answers=answers or full(), at=now)
    offer.refresh_from_db()
    return offer


def address_objects() -> dict[str, dict[str, Any]]:
    """Return what the table of addresses needs: a solution, a document of it, a ground."""
    with working_for(kommune().pk):
        offer = answered(title_da="Til adresserne")
        kept = actions.attach(offer=offer, upload=pdf_upload(), by_id=None, at=timezone.now())
        assert GateFile.objects.filter(offer=offer).count() == 1
        answers = full(statement_file=kept.pk)
        actions.fill_gate(offer=offer, answers=answers, at=timezone.now())
    return {
        "solution": {"pk": offer.pk},
        "gate_document": {"pk": kept.pk},
        "ground": {"code": "adequacy:US"},
    }
