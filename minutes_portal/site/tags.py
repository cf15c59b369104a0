"""Explains the words of committees where the portal uses them in sentences of its own."""

from django import template
from django.template.base import NodeList, Parser, Token
from django.template.context import Context
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from minutes_portal.site.glossary import with_terms

register = template.Library()


class ExplainedNode(template.Node):
    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        seen = context.render_context.setdefault("terms explained", set())
        words = self.nodelist.render(context)
        return mark_safe(with_terms(words, reverse("site:glossary"), seen))


@register.tag
def explained(parser: Parser, token: Token) -> ExplainedNode:
    """Link the first mention of each term of the glossary: {% explained %}…{% endexplained %}.

    For the portal's own words alone; what a source says stands as it came.
    """
    nodelist = parser.parse(("endexplained",))
    parser.delete_first_token()
    return ExplainedNode(nodelist)
