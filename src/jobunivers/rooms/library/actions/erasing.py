# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""She deletes her answers on the way, and where she had come to."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.library.models import Answer, ReadingPlace
from jobunivers.rooms.mydata.actions import Erasure, offer_erasure


def offer() -> None:
    """Offer what she may delete here; said once, in `apps.py`."""
    offer_erasure(
        Erasure(
            code="library.answers",
            name=_("Dine svar i kurser, og hvor du er nået til"),
            labels=["library.Answer", "library.ReadingPlace"],
            erase=_answers,
            order=41,
        )
    )


def _answers(citizen_id: int, _at: datetime) -> int:
    return sum(
        model.objects.filter(citizen_id=citizen_id).delete()[0] for model in (Answer, ReadingPlace)
    )
