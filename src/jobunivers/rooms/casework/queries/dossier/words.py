# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words of the one view that stand in more than one place."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

POINT_STATES: Mapping[str, Promise] = {
    "open": _("lagt mærke til"),
    "postponed": _("udskudt"),
    "solved": _("løst"),
    "wrong": _("passede ikke"),
    "closed": _("gælder ikke mere"),
}
