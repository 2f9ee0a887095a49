# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What an employer's letter seems to say of an application. Plain rules, in Danish and English.

A guess is a proposal to a person and never more: each says the lines it rests on.
"""

from jobunivers.science.letters.reading import Guess, Kind, read
from jobunivers.science.letters.times import day_in, talk_in

# Grows with the rules.
VERSION = "letters-1"

__all__ = ["VERSION", "Guess", "Kind", "day_in", "read", "talk_in"]
