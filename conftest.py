# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fixtures of every test. Here, because a conftest's database wins over pytest-django's."""

from jobunivers.testing.database import django_db_setup, owner_url
from jobunivers.testing.people import cast

__all__ = ["cast", "django_db_setup", "owner_url"]
