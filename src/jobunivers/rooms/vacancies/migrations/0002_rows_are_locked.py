# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations

from jobunivers.foundation.tenancy.rls import row_level_security, row_level_security_shared_or_own


class Migration(migrations.Migration):
    dependencies = [("vacancies", "0001_initial")]
    operations = [
        row_level_security("vacancies_star"),
        row_level_security("vacancies_hidden"),
        row_level_security("vacancies_application"),
        row_level_security("vacancies_savedsearch"),
        row_level_security_shared_or_own("vacancies_source"),
        row_level_security_shared_or_own("vacancies_importrun"),
        row_level_security_shared_or_own("vacancies_rejectedrecord"),
        row_level_security_shared_or_own("vacancies_vacancy"),
        migrations.RunSQL(
            "CREATE SEQUENCE vacancies_change_seq", "DROP SEQUENCE vacancies_change_seq"
        ),
    ]
