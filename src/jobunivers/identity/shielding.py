# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is kept back of a citizen with name and address protection, said in one place.

CPR-loven § 28: her name and address are not given to others. Inside the kommune her case is worked
on as everybody's, but who has no business with her shall not come across her.

- A list, a search result and a page before the reason is given say "Beskyttet" and her initials
  (`shielded_name`), unless she is the reader's own (`trust.opening.names_for`).
- A part of a name does not find her, and the list of all names leaves her out: her full name finds
  her, for who writes it knows it already (`queries.citizens`).
- Whatever says where she lives, or reaches her, is in no list, file or map (`KEPT_BACK`); filters
  cannot ask for it, for an answer to a question is an answer.
- Every page about her says so (`{% protected_mark citizen %}`), and each look is marked in the log.
"""

from django.utils.translation import gettext as _

KEPT_BACK = frozenset({"name", "sort_key", "postcode", "town", "address", "phone", "email"})
"""Columns that no list, file or map holds of a protected citizen."""


def initials(name: str) -> str:
    """Return the first letter of each of the first and the last name: "Kirsten Bo Holm" is K.H."""
    words = name.split()
    ends = words if len(words) < 2 else [words[0], words[-1]]  # noqa: PLR2004 - two ends
    return "".join(f"{word[0].upper()}." for word in ends)


def shielded_name(name: str) -> str:
    """Return what a list calls a protected citizen, in the reader's language."""
    return _("Beskyttet %(initials)s") % {"initials": initials(name)}
