# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of Mine data."""

from jobunivers.rooms.mydata.models.downloads import Download, Form
from jobunivers.rooms.mydata.models.requests import DataRequest, Decision, RequestKind

__all__ = ["DataRequest", "Decision", "Download", "Form", "RequestKind"]
