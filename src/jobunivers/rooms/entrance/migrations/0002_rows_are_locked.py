# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations

from jobunivers.foundation.tenancy.rls import (
    row_level_security,
    row_level_security_shared_or_own,
)

_OWN = (
    "walk", "steptaken", "guideseen", "selftest", "ownwish", "meetingrules", "slot", "seat",
    "intromeeting", "helpsession",
)  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("entrance", "0001_the_way_in")]
    operations = [
        *(row_level_security(f"entrance_{table}") for table in _OWN),
        row_level_security_shared_or_own("entrance_guideitem"),
        row_level_security_shared_or_own("entrance_videopart"),
    ]
