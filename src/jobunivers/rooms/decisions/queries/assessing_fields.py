# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a kommune itself must say in its assessments: no system can say it for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from jobunivers.rooms.decisions.models import AssessmentKind


@dataclass(frozen=True, slots=True)
class Own:
    """One field that the kommune fills in. `law` says where it is asked for."""

    code: str
    label: Promise
    hint: Promise
    law: str
    needed: bool = True


OWN: Mapping[AssessmentKind, tuple[Own, ...]] = {
    AssessmentKind.DATA: (
        Own("use", _("Sådan bruger vi platformen"),
            _("Hvem bruger den, til hvad, og hvor mange borgere er det?"), "art. 35, stk. 7, a"),
        Own("need", _("Derfor er det nødvendigt"),
            _("Kunne vi nå det samme med færre oplysninger?"), "art. 35, stk. 7, b"),
        Own("weighing", _("Vores egen vurdering af risici"),
            _("Er I uenige i tallene i tabellen? Er der risici, som kun findes hos jer?"),
            "art. 35, stk. 7, c"),
        Own("measures", _("Det gør vi selv"),
            _("Uddannelse, adgange, tilsyn, beredskab."), "art. 35, stk. 7, d"),
        Own("advice", _("Databeskyttelsesrådgiverens råd"),
            _("Hvad var rådet, og fulgte I det?"), "art. 35, stk. 2"),
        Own("views", _("Borgeres og medarbejderes syn"),
            _("Hvem har I spurgt, og hvad sagde de?"), "art. 35, stk. 9", needed=False),
        Own("consultation", _("Er Datatilsynet spurgt først?"),
            _("Det skal I, hvis risikoen stadig er høj."), "art. 36", needed=False),
        Own("conclusion", _("Vi når frem til"),
            _("Kan behandlingen begynde eller gå videre, og på hvilke vilkår?"), "art. 35"),
    ),
    AssessmentKind.RIGHTS: (
        Own("processes", _("Det bruger vi systemet til"),
            _("Hvilke arbejdsgange, og i hvilke enheder?"), "art. 27, stk. 1, a"),
        Own("period", _("Hvor længe og hvor tit"),
            _("Fra hvornår, til hvornår, og hvor tit?"), "art. 27, stk. 1, b"),
        Own("groups", _("Hvem det rører hos os"),
            _("Hvor mange, og hvilke grupper er særligt udsatte?"), "art. 27, stk. 1, c"),
        Own("harm", _("Skade, vi selv ser"),
            _("Risici, som kun findes hos jer."), "art. 27, stk. 1, d", needed=False),
        Own("oversight", _("Sådan holder mennesker øje"),
            _("Hvem har ansvaret, hvad har de lært, og hvad må de stoppe?"),
            "art. 27, stk. 1, e"),
        Own("measures", _("Hvis det går galt"),
            _("Hvem gør hvad, og hvor klager borgeren?"), "art. 27, stk. 1, f"),
        Own("told", _("Er tilsynsmyndigheden orienteret?"),
            _("Resultatet skal meldes til markedsovervågningen."), "art. 27, stk. 3",
            needed=False),
        Own("conclusion", _("Vi når frem til"),
            _("Må systemet bruges, og på hvilke vilkår?"), "art. 27"),
    ),
}  # fmt: skip
