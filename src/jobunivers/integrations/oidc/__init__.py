# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Logging in somewhere else: an OpenID Connect client for a kommune's own login and for MitID.

The doors are in the modules: settings read `configured` at every start, and need no more.
"""
