# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What Mine data holds."""

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
    staff,
)
from jobunivers.identity.models import Role
from jobunivers.rooms.mydata.models import DataRequest, Download
from jobunivers.rooms.mydata.queries.words import DECISIONS, FORMS, RIGHTS

hold(
    Holding(
        model=DataRequest,
        about=About.CITIZEN,
        subject="person_id",
        group="consents",
        what=_("Det, du har bedt om at få gjort ved dine oplysninger"),
        source=_("Dig selv, og dem, der svarer"),
        purpose="case",
        retention="case",
        seen_by=(Role.OFFICER, Role.ADMINISTRATOR),
        at="made_at",
        title=lambda row: by(RIGHTS)(row.kind),
        change="mydata:requests",
        fields={
            "id": inner(),
            "municipality": inner(),
            "person_id": inner(),
            "kind": ordinary(_("Din ret"), by(RIGHTS)),
            "label": inner(),
            "row_id": inner(),
            "row_title": confidential(_("Om")),
            "words": free_text(_("Dine ord")),
            "key": inner(),
            "made_at": ordinary(_("Sendt")),
            "due_on": ordinary(_("Svar senest")),
            "extended_at": ordinary(_("Frist gjort længere")),
            "extended_by_id": staff(_("Gjort længere af")),
            "extended_why": free_text(_("Hvorfor længere")),
            "taken_at": ordinary(_("Taget op")),
            "taken_by_id": staff(_("Ser på den")),
            "withdrawn_at": ordinary(_("Taget tilbage")),
            "decision": confidential(_("Svar"), by(DECISIONS)),
            "answer": free_text(_("Svaret i ord")),
            "law": confidential(_("Regel")),
            "decided_at": ordinary(_("Besvaret")),
            "decided_by_id": staff(_("Besvaret af")),
            "version": inner(),
        },
    ),
    Holding(
        model=Download,
        about=About.CITIZEN,
        subject="person_id",
        group="shared",
        what=_("Filer med alle dine oplysninger, du har hentet"),
        source=_("Dig selv"),
        purpose="security",
        retention="log",
        at="asked_at",
        change="mydata:downloads",
        fields={
            "id": inner(),
            "municipality": inner(),
            "person_id": inner(),
            "form": ordinary(_("Slags fil"), by(FORMS)),
            "language": ordinary(_("Sprog")),
            "asked_at": ordinary(_("Bestilt")),
            "made_at": ordinary(_("Lavet")),
            "file_id": inner(),
            "rows": ordinary(_("Oplysninger i den")),
            "bytes": ordinary(_("Størrelse i byte")),
            "sha256": ordinary(_("Filens fingeraftryk")),
            "kept_until": ordinary(_("Ligger her til")),
            "taken_at": ordinary(_("Sidst hentet")),
            "times_taken": ordinary(_("Hentet gange")),
        },
    ),
)
