# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""The public keys a program on the web shows at an address of its own."""

from jobunivers.integrations.keysets.asking import KeyAsker, NoKeys, read_keys

__all__ = ["KeyAsker", "NoKeys", "read_keys"]
