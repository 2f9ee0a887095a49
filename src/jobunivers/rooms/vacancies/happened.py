# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of vacancies are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "vacancies",
    {
        "application_logged": _("Ansøgning skrevet i joblogen"),
        "application_moved": _("Ansøgning kom et skridt videre"),
        "application_deleted": _("Ansøgning slettet"),
        "application_uploaded": _("Ansøgning lagt på Jobnet"),
        "application_not_uploaded": _("Ansøgning ikke længere lagt på Jobnet"),
        "interview_added": _("Jobsamtale skrevet"),
        "document_added": _("Fil lagt ved ansøgning"),
        "document_removed": _("Fil taget væk fra ansøgning"),
        "letter_address_made": _("Adresse til breve lavet"),
        "letter_address_closed": _("Adresse til breve lukket"),
        "starred": _("Job gemt"),
        "unstarred": _("Job ikke gemt mere"),
        "hidden": _("Job skjult"),
        "shown_again": _("Job vist igen"),
        "followed": _("Begyndt at følge noget"),
        "unfollowed": _("Holdt op med at følge noget"),
        "search_saved": _("Søgning gemt"),
        "search_forgotten": _("Gemt søgning slettet"),
    },
)
