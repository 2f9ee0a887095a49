# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What programs ask, and the pages of who runs the platform and of a citizen."""
