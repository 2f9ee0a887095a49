# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""People, employers and staff who behave, day by day, through the rooms' doors."""
