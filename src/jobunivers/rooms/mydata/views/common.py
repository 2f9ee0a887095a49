# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the room's views share."""

from collections.abc import Callable

from jobunivers.foundation.http import View, firms_too
from jobunivers.identity.access import P, for_roles
from jobunivers.identity.models import Role

ASKED = ["GET", "HEAD", "POST"]
WRONG, CONFLICT = 422, 409


def for_everybody(view: View[P]) -> View[P]:
    """Let everybody in who has shown well enough who she is: each reads her own data alone."""
    decorate: Callable[[View[P]], View[P]] = for_roles(*Role)
    return firms_too(decorate(view))
