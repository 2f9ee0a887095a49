# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Personal fields encrypted in the database, with keys that can be exchanged."""
