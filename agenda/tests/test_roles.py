"""What each role may do at the officers' desk.

Models, addresses and actions are taken from the admin itself, so that a new one is covered
without anyone remembering it.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, Permission, User
from django.contrib.sessions.models import Session
from django.db.models import Model
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from agenda.models import AgendaItem, ReadingWarning
from agenda.roles import ADMINISTRATORS, OFFICERS, READ_ONLY, REVIEWERS, grant_roles
from agenda.tests.builders import make_full_item, make_item

pytestmark = pytest.mark.django_db

RECORD = ("committees", "agenda")
NOBODY = "no group"


class May(NamedTuple):
    look: bool = True
    edit: bool = False
    publish: bool = False
    import_documents: bool = False
    keep_accounts: bool = False


ROLES = {
    NOBODY: May(look=False),
    READ_ONLY: May(),
    REVIEWERS: May(edit=True),
    OFFICERS: May(edit=True, publish=True, import_documents=True),
    ADMINISTRATORS: May(edit=True, publish=True, import_documents=True, keep_accounts=True),
}
# What was read or handed in stays as it came, whoever looks at it.
NOT_EDITED = {"sourcedocument"}
each_role = pytest.mark.parametrize(("role", "may"), ROLES.items(), ids=ROLES)


def make_user(role: str) -> User:
    user = User.objects.create_user(role, is_staff=True)
    user.groups.set(Group.objects.filter(name=role))
    return user


def browser_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def record() -> AgendaItem:
    """A draft with some of everything, a published item, and somebody with an account."""
    item = make_full_item(published=False)
    ReadingWarning.objects.create(
        item=item, code="no-title", message="No title.", line=1, start=0, end=1
    )
    make_item("Published")
    User.objects.create_user("somebody")
    for model in kept_in_the_desk():
        if hasattr(model, "history") and (one := model._base_manager.order_by("pk").first()):
            one.save()
    return item


def kept_in_the_desk() -> list[type[Model]]:
    return sorted(admin.site._registry, key=lambda model: model._meta.label)


def is_record(model: type[Model]) -> bool:
    return model._meta.app_label in RECORD


def address(model: type[Model], page: str, *args: object) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=args)


def number_of_one(model: type[Model]) -> object:
    one = model._base_manager.filter().order_by("pk").first()
    return one.pk if one else 0


# The table


def sees_the_lists(client: Client, may: May, record: AgendaItem) -> None:
    for model in kept_in_the_desk():
        seen = may.look if is_record(model) else may.keep_accounts
        status = client.get(address(model, "changelist")).status_code
        assert (model._meta.label, status) == (model._meta.label, 200 if seen else 403)


def sees_the_records(client: Client, may: May, record: AgendaItem) -> None:
    for model in kept_in_the_desk():
        seen = may.look if is_record(model) else may.keep_accounts
        number = number_of_one(model)
        status = client.get(address(model, "change", number)).status_code
        found = 200 if number else 302
        assert (model._meta.label, status) == (model._meta.label, found if seen else 403)


def changes_the_records(client: Client, may: May, record: AgendaItem) -> None:
    for model in kept_in_the_desk():
        changes = may.edit if is_record(model) else may.keep_accounts
        changes = changes and model._meta.model_name not in NOT_EDITED
        status = client.post(address(model, "change", number_of_one(model)), {}).status_code
        assert (model._meta.label, status != 403) == (model._meta.label, changes)


def keeps_accounts(client: Client, may: May, record: AgendaItem) -> None:
    status = client.get(reverse("admin:auth_user_add")).status_code
    assert (status == 200) is may.keep_accounts


@each_role
def test_who_publishes_and_withdraws(role, may):
    draft, public = make_item(published=False), make_item()
    client = browser_of(make_user(role))
    listing = reverse("admin:agenda_agendaitem_changelist")
    for action, item in (("publish", draft), ("withdraw", public)):
        data = {"action": action, "_selected_action": [item.pk], "reason": "Read wrongly."}
        client.post(listing, data | {"confirmed": "yes"})
    draft.refresh_from_db()
    public.refresh_from_db()
    assert (draft.is_public, not public.is_public) == (may.publish, may.publish)


def publishes_by_no_form(client: Client, may: May, record: AgendaItem) -> None:
    page = client.get(address(AgendaItem, "change", record.pk))
    if may.look:
        offered = set(page.context["adminform"].form.fields)
        assert not offered & {"publication_status", "published_at", "withdrawn_at"}


# Sending forms comes last: the others look at the record as it was made.
IN_THE_TABLE = (
    sees_the_lists,
    sees_the_records,
    keeps_accounts,
    publishes_by_no_form,
    changes_the_records,
)


@each_role
def test_each_role_may_what_the_table_says(role, may, record, subtests):
    client = browser_of(make_user(role))
    for claim in IN_THE_TABLE:
        with subtests.test(claim.__name__):
            claim(client, may, record)


@each_role
def test_who_imports(role, may):
    pages = [a.name for a in desk_addresses() if "import" in a.name and not a.parameters]
    client = browser_of(make_user(role))
    assert pages
    for name in pages:
        status = client.get(reverse(name)).status_code
        assert (name, status) == (name, 200 if may.import_documents else 403)


# Read-only means read-only


class Address(NamedTuple):
    """A named address under /admin/, with its named parameters and the number of the others."""

    name: str
    parameters: list[str]
    unnamed: int

    def for_a_record(self) -> str:
        """The address of a record that is there, where it is about one."""
        if self.unnamed:
            assert self.unnamed == 2, f"teach this test the parameters of {self.name}"
            return reverse(self.name, args=[self.value_of(""), self.version()])
        return reverse(self.name, kwargs={p: self.value_of(p) for p in self.parameters})

    def value_of(self, parameter: str) -> object:
        known = {"app_label": "agenda", "url": "nowhere/", "content_type_id": 1}
        if parameter in known:
            return known[parameter]
        model = self.model()
        return number_of_one(model) if model else 1

    def model(self) -> type[Model] | None:
        start = self.name.removeprefix("admin:")
        labels = {m._meta.label_lower.replace(".", "_") + "_": m for m in kept_in_the_desk()}
        return next((m for label, m in labels.items() if start.startswith(label)), None)

    def version(self) -> object:
        """One that the history keeps of the record."""
        kept = self.model().history.filter(id=self.value_of("")).first()
        return kept.pk if kept else 0


def desk_addresses() -> list[Address]:
    return list(addresses_of(get_resolver().url_patterns))


def addresses_of(entries: list, route: str = "", namespace: str = "") -> Iterator[Address]:
    for entry in entries:
        here = route + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = ":".join(filter(None, [namespace, entry.namespace]))
            yield from addresses_of(entry.url_patterns, here, inner)
        elif entry.name and here.startswith("admin/"):
            regex = entry.pattern.regex
            named = list(regex.groupindex)
            name = f"{namespace}:{entry.name}".lstrip(":")
            yield Address(name, named, 0 if named else regex.groups)


def everything_stored() -> dict[str, list[dict]]:
    """Every row of every table, but for sessions."""
    return {
        model._meta.label: list(model._base_manager.order_by("pk").values())
        for model in apps.get_models(include_auto_created=True)
        if model is not Session and model._meta.managed
    }


def press_everything(client: Client) -> None:
    """Send every form and take every action that anybody at the desk has."""
    said = {"post": "yes", "confirmed": "yes", "reason": "Because."}
    said |= {"_publish_items": "yes", "title": "Altered", "name": "Altered", "cleared": "on"}
    for place in desk_addresses():
        if place.name != "admin:logout":
            client.post(place.for_a_record(), said | {"_save": "Save"})
    for model, model_admin in admin.site._registry.items():
        everybody = [record.pk for record in model._base_manager.all()]
        for _, action, _ in model_admin._get_base_actions():
            data = {"action": action, "_selected_action": everybody}
            client.post(address(model, "changelist"), said | data)


@pytest.mark.parametrize("role", [READ_ONLY, NOBODY])
def test_whoever_only_looks_changes_nothing_whatever_they_send(role, record):
    client = browser_of(make_user(role))
    before = everything_stored()
    press_everything(client)
    assert everything_stored() == before


def test_a_reviewer_changes_the_record_but_not_what_is_public(record):
    client = browser_of(make_user(REVIEWERS))
    before, public = everything_stored(), set(AgendaItem.objects.public())
    press_everything(client)
    after = everything_stored()
    assert after["agenda.AgendaItem"] != before["agenda.AgendaItem"]
    assert after["auth.User"] == before["auth.User"]
    assert set(AgendaItem.objects.public()) == public


def test_an_officer_changes_what_is_public_but_no_accounts(record):
    client = browser_of(make_user(OFFICERS))
    before, public = everything_stored(), set(AgendaItem.objects.public())
    press_everything(client)
    after = everything_stored()
    assert set(AgendaItem.objects.public()) != public
    for label in ("auth.User", "auth.Group", "auth.User_groups", "auth.Group_permissions"):
        assert after[label] == before[label]


# The groups


def permissions_of(name: str) -> set[str]:
    permissions = Permission.objects.filter(group__name=name)
    return {f"{p.content_type.app_label}.{p.codename}" for p in permissions}


def test_publishing_and_importing_are_permissions_of_their_own():
    decisions = {"agenda.publish_agendaitem", "agenda.import_documents"}
    assert decisions <= permissions_of(OFFICERS)
    assert not decisions & permissions_of(REVIEWERS)
    assert {name.split(".")[1].split("_")[0] for name in permissions_of(READ_ONLY)} == {"view"}


def test_administrators_may_all_that_officers_may():
    assert permissions_of(ADMINISTRATORS) - permissions_of(OFFICERS) == {
        f"auth.{verb}_{model}"
        for verb in ("add", "change", "delete", "view")
        for model in ("user", "group")
    }
    assert permissions_of(OFFICERS) < permissions_of(ADMINISTRATORS)


def test_each_migration_puts_the_groups_right():
    before = {name: permissions_of(name) for name in ROLES}
    Group.objects.get(name=READ_ONLY).permissions.set(Permission.objects.all())
    Group.objects.get(name=OFFICERS).delete()
    grant_roles()
    assert {name: permissions_of(name) for name in ROLES} == before


def test_a_group_of_the_councils_own_stays_as_it_is():
    own = Group.objects.create(name="Clerks of one committee")
    own.permissions.set(Permission.objects.all()[:3])
    grant_roles()
    assert own.permissions.count() == 3


def test_the_migration_makes_the_groups():
    Group.objects.all().delete()
    import_module("agenda.migrations.0007_roles").make_groups(apps, None)
    assert {group.name for group in Group.objects.all()} == set(ROLES) - {NOBODY}
