# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""Law as data: references, the text of provisions, dated rules, and processes made of them."""

from jobunivers.science.law.parts import BadRegister, Problem
from jobunivers.science.law.processes import Process, ProcessStep, read_processes
from jobunivers.science.law.reading import read_register
from jobunivers.science.law.references import (
    DocumentNumber,
    Reference,
    UnknownReference,
    label,
    parse,
)
from jobunivers.science.law.register import NoRuleOn, Register, RuleVersion, UnknownRule

__all__ = [
    "BadRegister",
    "DocumentNumber",
    "NoRuleOn",
    "Problem",
    "Process",
    "ProcessStep",
    "Reference",
    "Register",
    "RuleVersion",
    "UnknownReference",
    "UnknownRule",
    "label",
    "parse",
    "read_processes",
    "read_register",
]
