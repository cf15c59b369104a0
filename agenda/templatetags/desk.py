"""What the templates of the officers' desk ask for."""

from django import template
from django.contrib.auth.models import AbstractBaseUser

from agenda.confirming.comparisons import group_of
from agenda.desk_tasks import Task, tasks_for, to_confirm
from agenda.models import Resolution
from agenda.side_by_side import Group

register = template.Library()


@register.simple_tag
def desk_tasks(user: AbstractBaseUser) -> list[Task]:
    return tasks_for(user)


@register.simple_tag
def waiting_to_be_confirmed(user: AbstractBaseUser) -> list[Task]:
    return to_confirm(user)


@register.filter
def beside_its_proposal(resolution: Resolution) -> Group:
    """A resolution with the recommendations it answers, for showing how the words differ."""
    return group_of(resolution)


@register.filter
def as_percent(share: float | None) -> str:
    return "" if share is None else f"{share:.0%}"
