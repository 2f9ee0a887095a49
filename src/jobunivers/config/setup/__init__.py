# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Makes a fresh copy of the project ready to run, inside its own folder; standard library only.

Each step is skipped when the stamp of its inputs is there. A stamp is written last, so whatever
interrupts a step makes it run again.
"""
