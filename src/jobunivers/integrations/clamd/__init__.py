# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""A scanner for harmful files that speaks ClamAV's protocol (clamd, INSTREAM)."""

from jobunivers.integrations.clamd.client import NoAnswer, check, scan

__all__ = ["NoAnswer", "check", "scan"]
