# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations

from jobunivers.foundation.tenancy.rls import row_level_security

# Digests cannot be packed smaller: trying costs time at each write.
_AS_IT_IS = "ALTER TABLE audit_chainlink ALTER COLUMN digests SET STORAGE EXTERNAL;"


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_chain_and_unusual_looks")]

    operations = [
        row_level_security("audit_chainlink"),
        row_level_security("audit_seal"),
        row_level_security("audit_chaincheck"),
        row_level_security("audit_lookrule"),
        row_level_security("audit_unusuallook"),
        row_level_security("audit_looksample"),
        row_level_security("audit_sampledlook"),
        row_level_security("audit_lookdecision"),
        row_level_security("audit_lookexport"),
        migrations.RunSQL(_AS_IT_IS, migrations.RunSQL.noop),
    ]
