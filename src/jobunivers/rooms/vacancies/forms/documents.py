# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The PDF she sends."""

from django import forms
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.files import kinds
from jobunivers.foundation.files.fields import KeptFileField
from jobunivers.rooms.vacancies.models import DocumentKind

DOCUMENTS = {
    DocumentKind.APPLICATION: _("Din ansøgning"),
    DocumentKind.CV: _("Dit CV"),
}


class DocumentForm(forms.Form):
    """One PDF of an application."""

    file = KeptFileField(kinds.PDF, label=_("Vælg en PDF"), help_text=_("Højst 10 MB og 50 sider."))
