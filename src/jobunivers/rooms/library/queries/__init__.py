# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The door for looking into the library."""

from jobunivers.rooms.library.queries.bodies import Problem, Step, check_body, steps_of
from jobunivers.rooms.library.queries.markdown import html
from jobunivers.rooms.library.queries.reading import Reading

__all__ = ["Problem", "Reading", "Step", "check_body", "html", "steps_of"]
