# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where notices lead: addresses within the kommune."""


def request_path(pk: int) -> str:
    """Return where she reads a request of hers."""
    return f"mine-data/anmodninger/{pk}/"


def office_path(pk: int) -> str:
    """Return where a request is answered."""
    return f"administration/anmodninger/{pk}/"


DOWNLOADS = "mine-data/hent/"
