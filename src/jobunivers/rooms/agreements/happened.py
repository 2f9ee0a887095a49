# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of agreements are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "agreements",
    {
        "written": _("Aftale med leverandør skrevet"),
        "agreed": _("Aftale med leverandør aftalt"),
        "signed": _("Aftale med leverandør underskrevet"),
        "terms_changed": _("Vilkår i en aftale ændret"),
        "change_written": _("Ændring af en aftale skrevet"),
        "change_sent": _("Ændring af en aftale sendt til firmaet"),
        "change_agreed": _("Kommune sagt ja til en ændring af en aftale"),
        "change_accepted": _("Firmaet sagt ja til en ændring af en aftale"),
        "change_refused": _("Firmaet sagt nej til en ændring af en aftale"),
        "change_withdrawn": _("Ændring af en aftale trukket tilbage"),
        "change_lapsed": _("Ændring af en aftale udløbet"),
        "change_approved": _("Ændring af en aftale godkendt"),
        "prices_published": _("Firmaet skrevet sine priser"),
        "prices_withdrawn": _("Firmaet taget sine priser tilbage"),
        "request_asked": _("Firmaet bedt om andre priser i en aftale"),
        "request_taken_up": _("Ændring skrevet efter firmaets ønske om priser"),
        "request_declined": _("Firmaets ønske om andre priser afvist"),
        "request_withdrawn": _("Firmaets ønske om andre priser taget tilbage"),
        "request_lapsed": _("Firmaets ønske om andre priser udløbet"),
        "ended": _("Aftale med leverandør sluttet"),
        "left": _("Aftale med leverandør opsagt"),
        "settled": _("Måned gjort op"),
        "checked": _("Opgørelse kontrolleret"),
        "approved": _("Opgørelse godkendt"),
        "exported": _("Opgørelse hentet som fil"),
        "paid": _("Opgørelse betalt"),
        "budget_reached": _("Budget nået"),
    },
)
