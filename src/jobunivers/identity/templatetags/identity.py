# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words of logins on pages."""

from django import template
from django.utils.translation import get_language

from jobunivers.integrations.oidc.configured import Provider

register = template.Library()


@register.filter
def provider_name(provider: Provider) -> str:
    """Return what a login is called in the reader's language."""
    return provider.name_en if get_language() == "en" else provider.name_da
