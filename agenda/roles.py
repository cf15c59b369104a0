"""Who may do what at the officers' desk: four groups, and what each is allowed.

Whoever needs something in between makes a group of their own: these four are put right
after every migration.
"""

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db import DEFAULT_DB_ALIAS, router
from django.db.models import Q

OFFICERS = "Officers"
REVIEWERS = "Reviewers"
READ_ONLY = "Read-only"
ADMINISTRATORS = "Administrators"

RECORD_APPS = ("committees", "agenda")
# What is kept as it was read or done, for anybody at the desk.
UNTOUCHED = ("sourcedocument", "reference", "searchentry", "knownword", "topic")

RECORD = Q(content_type__app_label__in=RECORD_APPS)
VIEW = Q(codename__startswith="view_")
EDIT = Q(codename__regex="^(add|change|delete)_")
KEPT = Q(content_type__model__in=UNTOUCHED) | Q(content_type__model__startswith="historical")
ACCOUNTS = Q(content_type__app_label="auth", content_type__model__in=("user", "group"))
# Every permission with a name of its own, as to publish and to import, is an officer's.
ALLOWED = {
    READ_ONLY: RECORD & VIEW,
    REVIEWERS: RECORD & (VIEW | EDIT & ~KEPT),
    OFFICERS: RECORD & ~(EDIT & KEPT),
    ADMINISTRATORS: RECORD & ~(EDIT & KEPT) | ACCOUNTS,
}


def grant_roles(using: str = DEFAULT_DB_ALIAS, **_: object) -> None:
    """Give each group exactly what it is allowed.

    Called after every migration, since Django makes the permissions themselves only then.
    """
    if not router.allow_migrate_model(using, Group):
        return
    for label in (*RECORD_APPS, "auth"):
        create_permissions(apps.get_app_config(label), verbosity=0, using=using)
    for name, allowed in ALLOWED.items():
        group, _created = Group.objects.using(using).get_or_create(name=name)
        group.permissions.set(Permission.objects.using(using).filter(allowed))
