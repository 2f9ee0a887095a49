# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Doors of the room: looking."""

from jobunivers.rooms.law.queries.citing import Citation, citation_of, cite
from jobunivers.rooms.law.queries.rules import Own, Rule, address_of, law, path_of, rule, rules
from jobunivers.rooms.law.queries.searching import Found, law_search
from jobunivers.science.law import NoRuleOn, UnknownReference, UnknownRule

__all__ = [
    "Citation",
    "Found",
    "NoRuleOn",
    "Own",
    "Rule",
    "UnknownReference",
    "UnknownRule",
    "address_of",
    "citation_of",
    "cite",
    "law",
    "law_search",
    "path_of",
    "rule",
    "rules",
]
