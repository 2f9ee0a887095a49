# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was typed is checked here, and saved nowhere."""

from jobunivers.rooms.outreach.forms.content import ContentForm, WhatForm
from jobunivers.rooms.outreach.forms.deciding import ChooseForm, RefuseForm, RuleForm, SendForm
from jobunivers.rooms.outreach.forms.triggers import OrderForm, TriggerForm, WhyForm

__all__ = [
    "ChooseForm",
    "ContentForm",
    "OrderForm",
    "RefuseForm",
    "RuleForm",
    "SendForm",
    "TriggerForm",
    "WhatForm",
    "WhyForm",
]
