# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Letters of a case on paper: the hearing and the decision, as they were sent and signed."""

from datetime import datetime

from django.utils import translation

from jobunivers.foundation.ui.paper import Paper
from jobunivers.foundation.ui.wording import day_year
from jobunivers.foundation.ui.wording import kommune as kommune_name
from jobunivers.rooms.availability.models import Case


def letter_on_paper(*, title: str, text: str, kommune: str, signed: str, at: datetime) -> bytes:
    """Return a letter as a PDF (A4), in Danish as it stands."""
    with translation.override("da"):
        paper = Paper(title=title, language="da")
        paper.text(f"{kommune_name(kommune)} · {day_year(at)}", grey=True)
        paper.heading(title, size=18)
        for part in text.split("\n\n"):
            paper.text(part)
            paper.text(" ")
        paper.text(signed, bold=True)
        return paper.finished()


def decision_on_paper(case: Case, *, kommune: str, signed_by: str) -> bytes:
    """Return a signed decision."""
    assert case.decided_at is not None
    return letter_on_paper(
        title="Afgørelse", text=case.text, kommune=kommune, signed=signed_by, at=case.decided_at
    )


def hearing_on_paper(case: Case, *, kommune: str, signed_by: str) -> bytes:
    """Return a hearing letter that was sent."""
    assert case.hearing_sent_at is not None
    return letter_on_paper(
        title="Vi vil gerne høre dig", text=case.hearing_text, kommune=kommune,
        signed=signed_by, at=case.hearing_sent_at,
    )  # fmt: skip
