"""Who may do what in the admin."""

from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db.models import Q

OFFICERS = "Officers"
APPS = ("committees", "agenda")
MAY_EDIT = ("committee", "meeting", "agendaitem", "report", "appendix", "recommendation")
MAY_EDIT += ("resolution", "action", "post", "contactofficer", "readingwarning")
MAY_VIEW = ("sourcedocument", "reference")


def grant_officers(**_: object) -> None:
    """Give the Officers group its permissions: the whole record, no user accounts.

    Called after every migration, since Django makes the permissions themselves only then.
    """
    for label in APPS:
        create_permissions(apps.get_app_config(label), verbosity=0)
    officers, _created = Group.objects.get_or_create(name=OFFICERS)
    ours = Permission.objects.filter(content_type__app_label__in=APPS)
    edits = Q(content_type__model__in=MAY_EDIT)
    views = Q(content_type__model__in=MAY_VIEW, codename__startswith="view_")
    officers.permissions.add(*ours.filter(edits | views))
