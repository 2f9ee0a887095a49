# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models

import jobunivers.foundation.tenancy.current
from jobunivers.foundation.tenancy.rls import row_level_security

# Identity columns on partitioned tables arrived in PostgreSQL 17, so the ids come from a sequence.
# The key must hold the partition column.
CREATE = """
CREATE SEQUENCE events_event_id_seq;
CREATE TABLE events_event (
    id bigint NOT NULL DEFAULT nextval('events_event_id_seq'),
    municipality_id bigint NOT NULL REFERENCES tenancy_municipality (id) DEFERRABLE INITIALLY DEFERRED,
    at timestamptz NOT NULL,
    kind varchar(80) NOT NULL,
    citizen_id bigint,
    actor_id bigint,
    data jsonb NOT NULL,
    PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE TABLE events_event_default PARTITION OF events_event DEFAULT;
CREATE INDEX events_by_citizen ON events_event (municipality_id, citizen_id, at DESC);
CREATE INDEX events_by_kind ON events_event (municipality_id, kind, at DESC);
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = [("tenancy", "0001_initial")]
    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    CREATE, "DROP TABLE events_event; DROP SEQUENCE events_event_id_seq;"
                ),
            ],
            state_operations=[
                migrations.CreateModel(
                    name="Event",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        ("at", models.DateTimeField()),
                        ("kind", models.CharField(max_length=80)),
                        ("citizen_id", models.BigIntegerField(null=True)),
                        ("actor_id", models.BigIntegerField(null=True)),
                        ("data", models.JSONField(default=dict)),
                        (
                            "municipality",
                            models.ForeignKey(
                                default=jobunivers.foundation.tenancy.current.municipality_id_or_none,
                                on_delete=models.deletion.PROTECT,
                                related_name="+",
                                to="tenancy.municipality",
                            ),
                        ),
                    ],
                    options={
                        "abstract": False,
                        "base_manager_name": "objects",
                        "indexes": [
                            models.Index(
                                fields=["municipality", "citizen_id", "-at"],
                                name="events_by_citizen",
                            ),
                            models.Index(
                                fields=["municipality", "kind", "-at"], name="events_by_kind"
                            ),
                        ],
                    },
                ),
            ],
        ),
        row_level_security("events_event"),
    ]
