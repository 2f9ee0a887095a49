# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of talks are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "talks",
    {
        "planned": _("Samtale planlagt"),
        "begun": _("Samtale begyndt"),
        "held": _("Samtale holdt"),
        "not_held": _("Samtale blev ikke til noget"),
        "cancelled": _("Samtale aflyst"),
        "moved": _("Samtale flyttet"),
        "names_shown": _("Navne set på en liste"),
        "partaker_added": _("Deltager sat på en samtale"),
        "partaker_removed": _("Deltager taget af en samtale"),
        "point_added": _("Punkt sat på dagsordenen"),
        "point_removed": _("Punkt taget af dagsordenen"),
        "proposal_settled": _("Forslag fra siden afgjort"),
        "agreement_made": _("Aftale skrevet ved en samtale"),
        "referat_written": _("Referat skrevet"),
        "card_written": _("Støttekort skrevet"),
        "card_retired": _("Støttekort taget ud af brug"),
    },
)
