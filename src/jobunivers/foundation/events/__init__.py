# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was done, remembered for good: append-only, past tense, ids and never names."""
