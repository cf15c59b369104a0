"""What the templates of the officers' desk ask for."""

from django import template
from django.contrib.auth.models import AbstractBaseUser

from agenda.desk_tasks import Task, tasks_for

register = template.Library()


@register.simple_tag
def desk_tasks(user: AbstractBaseUser) -> list[Task]:
    return tasks_for(user)
