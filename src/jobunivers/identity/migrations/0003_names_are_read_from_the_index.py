# SPDX-FileCopyrightText: 2026 The Jobunivers contributors
# SPDX-License-Identifier: EUPL-1.2
from django.db import migrations, models

from jobunivers.foundation.text import danish_sort_key


def fill(apps, schema_editor):
    """A second for each 5,000 people; the owner of the tables sees one kommune at a time."""
    Person = apps.get_model("identity", "Person")
    Municipality = apps.get_model("tenancy", "Municipality")
    with schema_editor.connection.cursor() as cursor:
        for pk in [*Municipality.objects.values_list("pk", flat=True)]:
            cursor.execute("SELECT set_config('jobunivers.municipality', %s, true)", [str(pk)])
            people = list(Person.objects.filter(sort_key="").only("name"))
            for person in people:
                person.sort_key = danish_sort_key(person.name)
            Person.objects.bulk_update(people, ["sort_key"], batch_size=1000)
        cursor.execute("SELECT set_config('jobunivers.municipality', '', true)")
        # Postponed checks of the rows just changed would keep the table from being altered.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [("identity", "0002_rows_are_locked")]

    operations = [
        migrations.RemoveIndex(model_name="person", name="people_by_name"),
        migrations.AddField(
            model_name="person",
            name="sort_key",
            field=models.CharField(db_collation="C", default="", editable=False, max_length=400),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("is_active", True)),
                fields=["municipality", "role", "sort_key", "id"],
                include=("name",),
                name="active_people_by_name",
            ),
        ),
    ]
