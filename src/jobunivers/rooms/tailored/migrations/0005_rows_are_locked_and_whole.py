# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations

from jobunivers.foundation.tenancy.rls import (
    row_level_security,
    row_level_security_shared_or_own,
)

# A run is some 5 kB that do not compress: kept in the row it is written and read in one piece.
WHOLE = """
    ALTER TABLE tailored_recommendationrun SET (toast_tuple_target = 8160);
    ALTER TABLE tailored_recommendationrun ALTER COLUMN person SET STORAGE EXTERNAL;
    ALTER TABLE tailored_recommendationrun ALTER COLUMN ranking SET STORAGE EXTERNAL;
"""


class Migration(migrations.Migration):
    dependencies = [("tailored", "0004_one_row_a_run")]
    operations = [
        row_level_security("tailored_recommendationrun"),
        row_level_security("tailored_listshown"),
        row_level_security("tailored_preference"),
        row_level_security("tailored_morelikethis"),
        row_level_security_shared_or_own("tailored_openingversion"),
        migrations.RunSQL(WHOLE, migrations.RunSQL.noop),
    ]
