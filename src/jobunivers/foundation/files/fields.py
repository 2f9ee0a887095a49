# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A form's field for a file of one kind."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from jobunivers.foundation.files.kinds import Kind


class KeptFileField(forms.FileField):
    """Takes one file; its size is looked at here, what is in it when it is kept."""

    def __init__(self, kind: Kind, **more: Any) -> None:
        self.kind = kind
        messages = {
            "required": _("Vælg en fil først."),
            "invalid": _("Vælg en fil først."),
            "empty": _("Filen er tom."),
            "max_length": _("Filens navn er for langt. Giv den et kortere, og prøv igen."),
        }
        super().__init__(
            max_length=1000,
            widget=forms.ClearableFileInput(
                attrs={
                    "accept": kind.accept,
                    # Said by the browser before anything is sent, and looked at here as well.
                    "data-most": kind.most,
                    "data-too-large": kind.too_large,
                }
            ),
            error_messages=messages,
            **more,
        )

    def clean(self, data: Any, initial: Any = None) -> "UploadedFile[bytes] | None":
        """Return the file; refuses one that is larger than its kind may be."""
        upload: UploadedFile[bytes] | None = super().clean(data, initial)
        if upload is not None and (upload.size or 0) > self.kind.most:
            raise ValidationError(str(self.kind.too_large))
        return upload
