# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is held of the board of the shared library: people in an office, read by all kommuner."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import (
    About,
    Holding,
    free_text,
    inner,
    ordinary,
    public,
    staff,
)
from jobunivers.rooms.library.models import BoardMember, BoardRules, Proposal, Vote

BOARD = (
    Holding(
        model=BoardMember,
        about=About.STAFF,
        subject="person_id",
        group="work",
        what=_("Din plads i redaktionen for det fælles bibliotek"),
        source=_("Din kommune og den nationale redaktion"),
        purpose="work",
        retention="account",
        at="put_forward_at",
        title=lambda row: str(row.name),
        fields={
            "id": inner(),
            "kommune": public(_("Kommune"), lambda kommune: kommune.name),
            "person_id": inner(),
            "name": ordinary(_("Navn")),
            "put_forward_at": ordinary(_("Indstillet")),
            "put_forward_by_id": staff(_("Indstillet af")),
            "from_on": ordinary(_("Fra")),
            "until_on": ordinary(_("Til")),
            "named_at": ordinary(_("Udpeget")),
            "named_by_id": staff(_("Udpeget af")),
        },
    ),
    Holding(
        model=Vote,
        about=About.STAFF,
        subject="member__person_id",
        group="work",
        what=_("Hvad du har sagt i redaktionen"),
        source=_("Dig selv"),
        purpose="work",
        retention="account",
        at="said_at",
        fields={
            "id": inner(),
            "proposal": inner(),
            "member": inner(),
            "yes": ordinary(_("Du sagde ja")),
            "words": free_text(_("Dine ord")),
            "said_at": ordinary(_("Hvornår")),
        },
    ),
    Holding(
        model=Proposal,
        about=About.NOBODY,
        what=_("Indhold, en kommune foreslår til det fælles bibliotek"),
        purpose="work",
        retention="forever",
        fields={
            "id": inner(),
            **dict.fromkeys(
                (
                    "offer", "number", "kommune", "origin_id", "as_it_is", "state", "why",
                    "proposed_at", "decided_at",
                ),
                public(),
            ),
            "proposed_by_id": staff(),
        },
    ),
    Holding(
        model=BoardRules,
        about=About.NOBODY,
        what=_("Hvor mange i redaktionen der skal sige ja"),
        purpose="work",
        retention="forever",
        fields={
            "id": inner(),
            **dict.fromkeys(("quorum", "changed_at"), public()),
            "changed_by_id": staff(),
        },
    ),
)  # fmt: skip
