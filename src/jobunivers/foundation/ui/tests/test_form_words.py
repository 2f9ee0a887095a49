# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A form says what is wrong as people speak, also where no room has words of its own."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import override


@pytest.mark.parametrize(
    ("field", "typed", "danish", "english"),
    [
        (
            forms.CharField(max_length=3),
            "fire",
            "Skriv det kortere: højst 3 tegn. Nu er der 4.",
            "Write it shorter: at most 3 characters. Now there are 4.",
        ),
        (
            forms.EmailField(),
            "anna",
            "Skriv hele mailadressen, for eksempel anna@eksempel.dk.",
            "Write the whole e-mail address, for example anna@eksempel.dk.",
        ),
        (forms.IntegerField(), "mange", "Skriv et helt tal.", "Write a whole number."),
    ],
)
def test_a_form_speaks_plainly(field: forms.Field, typed: str, danish: str, english: str) -> None:
    for language, said in (("da", danish), ("en", english)):
        with override(language), pytest.raises(ValidationError) as refused:
            field.clean(typed)
        with override(language):
            assert refused.value.messages == [said]
