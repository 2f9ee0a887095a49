# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is held of letters from employers that she forwards."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.datamap import (
    About,
    Holding,
    by,
    confidential,
    free_text,
    inner,
    ordinary,
    secret,
)
from jobunivers.rooms.vacancies.models import Application, LetterAddress, Proposal
from jobunivers.rooms.vacancies.templatetags.vacancies import LETTERS as SAID

_HERS = {"id": inner(), "municipality": inner(), "citizen_id": inner()}


def _job(application: Application) -> str:
    return f"{application.title}, {application.employer}"


LETTERS = (
    Holding(
        model=LetterAddress,
        about=About.CITIZEN,
        subject="citizen_id",
        group="jobs",
        what=_("Din hemmelige e-mailadresse til breve fra arbejdsgivere"),
        source=_("Lavet af siden, da du bad om den"),
        purpose="own",
        retention="journey",
        at="made_at",
        title=lambda _row: _("Din adresse til breve"),
        hers=True,
        change="vacancies:letters",
        fields={
            **_HERS,
            "token": secret(),
            "token_hash": inner(),
            "made_at": ordinary(_("Lavet")),
            "last_letter_at": ordinary(_("Sidste brev")),
        },
    ),
    Holding(
        model=Proposal,
        about=About.CITIZEN,
        subject="citizen_id",
        group="jobs",
        what=_("Breve fra arbejdsgivere, som du ikke har svaret på endnu"),
        source=_("Læst af siden i et brev, du har sendt videre"),
        purpose="own",
        retention="short",
        at="received_at",
        title=lambda row: str(row.subject or row.title),
        hers=True,
        change="vacancies:proposal",
        change_takes_pk=True,
        fields={
            **_HERS,
            "application": ordinary(_("Ansøgning"), _job),
            "received_at": ordinary(_("Modtaget")),
            "letter": inner(),
            "sender": free_text(_("Fra")),
            "subject": free_text(_("Emne")),
            "kind": confidential(_("Hvad brevet siger"), by(SAID)),
            "title": free_text(_("Stilling")),
            "employer": free_text(_("Arbejdsgiver")),
            "on": ordinary(_("Dag")),
            "interview_on": ordinary(_("Samtale den")),
            "interview_at": ordinary(_("Samtalen begynder")),
            "interview_ends_at": ordinary(_("Samtalen slutter")),
            "place": free_text(_("Sted")),
            "lines": free_text(_("Linjer fra brevet")),
        },
    ),
)
