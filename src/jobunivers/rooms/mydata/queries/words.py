# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What requests and answers are called."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jobunivers.rooms.mydata.models import DataRequest, Decision, Form, RequestKind

KINDS: dict[str, Promise] = {
    RequestKind.CORRECT: gettext_lazy("Det er forkert. Ret det."),
    RequestKind.ERASE: gettext_lazy("Slet det."),
    RequestKind.RESTRICT: gettext_lazy("Brug det ikke, før I har set på det."),
    RequestKind.OBJECT: gettext_lazy("Jeg vil ikke have, at I bruger det."),
    RequestKind.ACCESS: gettext_lazy("Jeg mangler noget. Vis mig det."),
}
"""As she chooses among them."""
RIGHTS: dict[str, Promise] = {
    RequestKind.CORRECT: gettext_lazy("Ret til at få rettet (artikel 16)"),
    RequestKind.ERASE: gettext_lazy("Ret til at få slettet (artikel 17)"),
    RequestKind.RESTRICT: gettext_lazy("Ret til begrænset brug (artikel 18)"),
    RequestKind.OBJECT: gettext_lazy("Ret til at sige nej til brug (artikel 21)"),
    RequestKind.ACCESS: gettext_lazy("Ret til indsigt (artikel 15)"),
}
DECISIONS: dict[str, Promise] = {
    Decision.GRANTED: gettext_lazy("Ja, det er gjort"),
    Decision.PARTLY: gettext_lazy("Delvist"),
    Decision.REFUSED: gettext_lazy("Nej"),
}
FORMS: dict[str, Promise | str] = {Form.JSON: gettext_lazy("Data (JSON)"), Form.PDF: "PDF"}


def state_of(request: DataRequest) -> str:
    """Return where a request stands, as she reads it."""
    if request.withdrawn_at is not None:
        return _("Taget tilbage")
    if request.decided_at is not None:
        return {
            Decision.GRANTED: _("Svar: ja"),
            Decision.PARTLY: _("Svar: delvist"),
            Decision.REFUSED: _("Svar: nej"),
        }[Decision(request.decision)]
    if request.taken_at is not None:
        return _("En medarbejder ser på det")
    return _("Sendt til kommunen")
