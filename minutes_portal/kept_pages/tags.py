"""Pieces of pages that are the same on page after page."""

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context

from minutes_portal.kept_pages.values import once_a_publication

register = template.Library()


class PieceNode(template.Node):
    def __init__(self, nodelist: NodeList, named: list[FilterExpression]) -> None:
        self.nodelist, self.named = nodelist, named

    def render(self, context: Context) -> str:
        names = [str(name.resolve(context) or "") for name in self.named]
        if not names[-1]:
            return self.nodelist.render(context)
        name = f"piece {' '.join(names)}"
        return once_a_publication(name, lambda: self.nodelist.render(context))


@register.tag
def piece(parser: Parser, token: Token) -> PieceNode:
    """Make what stands between once for each state of the record: {% piece "menu" here %}.

    Its names must tell one piece from another; without the last one it is made each time.
    """
    names = [parser.compile_filter(name) for name in token.split_contents()[1:]]
    nodelist = parser.parse(("endpiece",))
    parser.delete_first_token()
    return PieceNode(nodelist, names)
