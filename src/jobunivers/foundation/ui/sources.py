# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where things come from, and how it is marked on every card that shows them."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Source:
    """One kind of source.

    Attributes:
        label: the word on the mark.
        icon: the icon beside it, so that colour is never alone in saying it.
        kind: the class that colours it.
    """

    label: Any
    icon: str
    kind: str


SOURCES = {
    "jobnet": Source(_("Jobnet"), "assignment", "public"),
    "municipality": Source(_("Din kommune"), "home", "own"),
    "library": Source(_("Fælles bibliotek"), "bookmark", "shared"),
    "vendor": Source(_("Privat leverandør"), "business", "private"),
    "employer": Source(_("Arbejdsgiver"), "business", "private"),
    "eures": Source(_("EURES"), "language", "public"),
    "other": Source(_("Anden kilde"), "link", "plain"),
}
