# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the events of journey are called."""

from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.events.words import name_events

name_events(
    "journey",
    {
        "profile_changed": _("Profil ændret"),
        "phone_changed": _("Telefonnummer ændret"),
        "spell_began": _("Tid uden arbejde begyndt"),
        "spell_ended": _("Tid uden arbejde sluttet"),
        "absence_reported": _("Fravær meldt"),
        "absence_ended": _("Fravær sluttet"),
    },
)
