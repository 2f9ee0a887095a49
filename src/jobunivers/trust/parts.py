# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What trust itself tells in the one view of a citizen: what she allows, and who has looked.

Staff see which consents hold, because they must know which data they may use. That she has not
given one is told the same whether she said no or was never asked: nobody is to weigh a no. Her
texts and her history are hers, and stand in the print alone.
"""

from typing import Any

from django.utils.translation import gettext_lazy as _

from jobunivers.trust import dossier
from jobunivers.trust.dossier import Part, Showing
from jobunivers.trust.queries.consenting import consent_page
from jobunivers.trust.queries.looks import all_looks

_PRINTED = 5_000


def offer() -> None:
    """Offer them; said when the app is ready."""
    dossier.offer(
        Part(
            code="trust.consents",
            name=_("Samtykker"),
            order=82,
            looks=("consents",),
            template="trust/dossier/consents.html",
            load=_consents,
            source=_("Borgeren selv"),
            half=True,
        )
    )
    dossier.offer(
        Part(
            code="trust.looks",
            name=_("Hvem har set oplysningerne"),
            order=95,
            looks=(),
            template="trust/dossier/looks.html",
            load=_looks,
            source=_("Skrevet af siden, hver gang en medarbejder så noget"),
        )
    )


def _consents(showing: Showing) -> dict[str, Any] | None:
    page = consent_page(citizen_id=showing.citizen_id)
    if not page.asks and not page.history:
        return None
    return {"asks": page.asks, "history": page.history if showing.printing else []}


def _looks(showing: Showing) -> dict[str, Any] | None:
    """Return every look, for the print alone: on the screen it is the citizen's own page."""
    if not showing.printing:
        return None
    rows = all_looks(citizen_id=showing.citizen_id, most=_PRINTED)
    return {"rows": rows, "more": len(rows) == _PRINTED}
