# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What tests of the profile send."""

from typing import Any


def job_form(**more: Any) -> dict[str, Any]:
    """Return a job she has had, as its form sends it."""
    return {"title": "Lagermedarbejder", "employer": "Nordvind ApS", "started_on": "2019-05"} | more
