# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""How an adviser's disagreement reads, to her and to the citizen."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

OBJECTIONS: Mapping[str, Promise] = {
    "occupation": _("Det er en anden slags arbejde, end borgeren søger"),
    "skills": _("Det, borgeren kan, eller det, jobbet kræver, er læst forkert"),
    "requirements": _("Jobbet kræver noget, borgeren ikke har"),
    "travel": _("Rejsen er længere eller sværere, end det ser ud til"),
    "conditions": _("Tiderne eller vilkårene passer ikke"),
    "other": _("Noget andet"),
}
