# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the room holds."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import (
    About,
    Holding,
    by,
    confidential,
    free_text,
    hold,
    inner,
    ordinary,
    public,
    staff,
)
from jobunivers.identity.models import ADVISING, Role
from jobunivers.rooms.decisions.models import Assessment, AssessmentKind, Contest
from jobunivers.rooms.decisions.queries import words


def _lines(said: Mapping[str, object]) -> str:
    return "\n".join(f"{name}: {value}" for name, value in said.items())


def _facts(sections: Sequence[Mapping[str, Any]]) -> str:
    return "\n".join(f"{one['heading']}: {' '.join(one['texts'])}" for one in sections)


hold(
    Holding(
        model=Contest,
        about=About.CITIZEN,
        subject="citizen_id",
        group="computed",
        what=_("Valg, du har sagt, at du er uenig i"),
        source=_("Dig selv, og den, der svarede"),
        purpose="case",
        retention="case",
        seen_by=(*sorted(ADVISING), Role.OFFICER),
        at="at",
        title=lambda row: row.what,
        change="decisions:mine",
        fields={
            "id": inner(),
            "municipality": inner(),
            "citizen_id": inner(),
            "kind": ordinary(_("Slags valg"), words.kind_name),
            "decision_id": inner(),
            "decided_at": ordinary(_("Valgt")),
            "what": confidential(_("Det, der blev valgt")),
            "model": ordinary(_("Model eller regler")),
            "words": free_text(_("Dine ord")),
            "at": ordinary(_("Sendt")),
            "due_on": ordinary(_("Svar senest")),
            "responsible_id": staff(_("Skal svare")),
            "answered_by_id": staff(_("Har svaret")),
            "answered_at": ordinary(_("Svaret")),
            "answer": free_text(_("Svaret")),
            "outcome": ordinary(_("Udfald"), by(words.OUTCOMES)),
        },
    ),
    Holding(
        model=Assessment,
        about=About.STAFF,
        subject="written_by_id",
        group="work",
        what=_("Konsekvensanalyser, du har skrevet i"),
        source=_("Dig selv"),
        purpose="security",
        retention="log",
        at="at",
        fields={
            "id": inner(),
            "municipality": inner(),
            "kind": public(
                _("Hvilken"),
                by({
                    AssessmentKind.DATA: _("Databeskyttelse"),
                    AssessmentKind.RIGHTS: _("Grundlæggende rettigheder"),
                }),
            ),
            "number": public(_("Udgave")),
            "answers": free_text(_("Kommunens egne svar"), _lines),
            "written_by_id": inner(),
            "at": ordinary(_("Hvornår")),
            "signed_by": ordinary(_("Underskrevet af")),
            "review_on": public(_("Ses igennem igen")),
            "facts": public(_("Tallene fra den dag"), _facts),
        },
    ),
)  # fmt: skip
