"""What templates ask of the council whose portal this is."""

from django import template
from django.conf import settings

from minutes_portal.council.facts import Council

register = template.Library()


@register.simple_tag
def council() -> Council:
    """A tag, not a context processor: error pages are made without a request."""
    return settings.COUNCIL
