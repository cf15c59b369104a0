"""The four groups of the officers' desk; agenda/roles.py gives them their permissions."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

GROUPS = ("Officers", "Reviewers", "Read-only", "Administrators")


def make_groups(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for name in GROUPS:
        apps.get_model("auth", "Group").objects.get_or_create(name=name)


class Migration(migrations.Migration):
    dependencies = [
        ("agenda", "0006_import_drafts"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    # Members are kept on the way back: their groups stay.
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop, elidable=True)]
