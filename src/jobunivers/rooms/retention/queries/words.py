# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of retention."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap.rules import RETENTIONS
from jobunivers.rooms.retention.models import (
    AGED,
    END,
    LEFT,
    NAME,
    HoldKind,
    PlanState,
    ReleaseKind,
    ReleaseState,
)

KINDS = {
    HoldKind.CASE: _("En sag, der ikke er slut"),
    HoldKind.COMPLAINT: _("En klage"),
    HoldKind.REQUEST: _("En anmodning om egne oplysninger"),
    HoldKind.COURT: _("En retssag"),
    HoldKind.OTHER: _("Noget andet"),
}
CODES = {
    **{code: one.name for code, one in RETENTIONS.items()},
    END: _("Det sidste, også dit navn"),
    LEFT: _("Medarbejdere og firmaers folk, der er stoppet"),
    NAME: _("Navne på folk, der er stoppet, når intet bærer dem mere"),
    AGED: _("Rækker, der er blevet for gamle"),
}
STATES = {
    PlanState.WAITING: _("Venter på et ja"),
    PlanState.APPROVED: _("Godkendt"),
    PlanState.DONE: _("Gjort"),
    PlanState.REFUSED: _("Sagt nej til"),
    PlanState.LAPSED: _("Bortfaldet"),
}
RELEASE_KINDS = {
    ReleaseKind.ROWS: _("Rækker, der ligner andre"),
    ReleaseKind.COUNTS: _("Tal med støj"),
}
RELEASE_STATES = {
    ReleaseState.ASKED: _("Venter på et ja"),
    ReleaseState.MADE: _("Lavet"),
    ReleaseState.REFUSED: _("Sagt nej til"),
}
