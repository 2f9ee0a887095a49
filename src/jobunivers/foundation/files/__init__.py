# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files that people hand in or show: checked, kept under the kommune's locks, given in parts."""
