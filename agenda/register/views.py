"""The pages of the register. Every one of them starts from `.public()`."""

from collections.abc import Iterator
from typing import Any

from django.core.paginator import Page
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.views.generic import View

from agenda.models import Action, Post
from agenda.register.export import lines_of
from agenda.register.filters import ActionFilterSet, OwnerActionFilterSet, OwnerFilterSet
from minutes_portal.addresses import get_by_slug, redirect_to_address
from minutes_portal.listing import FilteredListView

READ_AT_ONCE = 500
LINES_AT_ONCE = 100


class RegisterView(FilteredListView):
    """A list of actions. What a page shows is read once it is known which actions stand on it:
    to sort whole rows costs several times as much as to sort their numbers."""

    filterset_class = ActionFilterSet
    singular, plural = "action", "actions"

    def paginate_queryset(self, queryset: QuerySet, page_size: int) -> tuple:
        paginator, page, found, has_others = super().paginate_queryset(queryset, page_size)
        numbers = list(found.prefetch_related(None).values_list("pk", flat=True))
        page.object_list = queryset.filter(pk__in=numbers)
        return paginator, page, page.object_list, has_others


class ActionListView(RegisterView):
    queryset = Action.objects.public().for_listing().newest_first()


class ActionPrintView(RegisterView):
    """The register as committees take it to a meeting, the finished actions below."""

    queryset = Action.objects.public().for_listing().soonest_first()
    template_name = "agenda/action_print.html"
    paginate_by = 80


class ActionTableView(View):
    """The filtered register as a file of comma-separated values, sent while it is made."""

    filterset_class = ActionFilterSet

    def get(self, request: HttpRequest) -> HttpResponse:
        actions = Action.objects.public().for_listing().newest_first()
        filterset = self.filterset_class(request.GET, queryset=actions)
        if not filterset.is_valid():
            words = [f"{name}: {' '.join(errors)}" for name, errors in filterset.errors.items()]
            return HttpResponse("\n".join(words), status=400, content_type="text/plain")
        rows = filterset.qs.iterator(chunk_size=READ_AT_ONCE)
        lines = together(lines_of(rows, request.build_absolute_uri))
        disposition = {"Content-Disposition": 'attachment; filename="actions.csv"'}
        return StreamingHttpResponse(lines, content_type="text/csv", headers=disposition)


def together(lines: Iterator[str]) -> Iterator[str]:
    """The same text in longer pieces, of which each costs less to send."""
    piece: list[str] = []
    for line in lines:
        piece.append(line)
        if len(piece) == LINES_AT_ONCE:
            yield "".join(piece)
            piece.clear()
    yield "".join(piece)


class ActionsByOwnerView(FilteredListView):
    """The actions under the posts that own them, a few of each; an action of two posts twice."""

    filterset_class = ActionFilterSet
    template_name = "agenda/actions_by_owner.html"
    queryset = Action.objects.public().for_listing().soonest_first()
    singular, plural = "owner", "owners"
    paginate_by = 8
    shown_of_each = 5

    def get_queryset(self) -> QuerySet:
        """The posts that own what the filters leave."""
        self.found_actions = super().get_queryset()
        if not self.filterset.is_valid():
            return Post.objects.none()
        owners = Post.objects.owning(self.found_actions)
        chosen = self.filterset.form.cleaned_data["owner"]
        return owners.filter(slug=chosen) if chosen else owners

    def paginate_queryset(self, queryset: QuerySet, page_size: int) -> tuple:
        paginator, page, _, has_others = super().paginate_queryset(queryset, page_size)
        page.object_list = list(page.object_list)
        self.add_actions(page.object_list)
        return paginator, page, page.object_list, has_others

    def add_actions(self, posts: list[Post]) -> None:
        """Give each post `found_count` and the first of its actions as `shown_actions`."""
        first = self.found_actions.first_by_owner(posts, self.shown_of_each) if posts else []
        whole = Action.objects.public().for_listing().in_bulk({action for _, action, _ in first})
        for post in posts:
            own = [(number, total) for owner, number, total in first if owner == post.pk]
            post.shown_actions = [whole[number] for number, _ in own if number in whole]
            post.found_count = own[0][1] if own else 0


def counted(page: Page, actions: QuerySet) -> None:
    """Give each post of the page `counts`, the numbers of these of its actions."""
    page.object_list = list(page.object_list)
    counts = actions.count_by_owner(page.object_list)
    for post in page.object_list:
        post.counts = counts.get(post.pk, {})


class OwnerListView(FilteredListView):
    filterset_class = OwnerFilterSet
    template_name = "agenda/post_list.html"
    singular, plural = "owner", "owners"
    queryset = Post.objects.public().order_by("name")

    def paginate_queryset(self, queryset: QuerySet, page_size: int) -> tuple:
        paginator, page, _, has_others = super().paginate_queryset(queryset, page_size)
        counted(page, Action.objects.public())
        return paginator, page, page.object_list, has_others


class OwnerView(RegisterView):
    """A post and its actions: the open ones first, the next that is due on top."""

    filterset_class = OwnerActionFilterSet
    template_name = "agenda/owner.html"

    def get(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        self.owner = get_by_slug(Post.objects.public(), kwargs["slug"])
        redirect = redirect_to_address(request, self.owner)
        return redirect or super().get(request, *args, **kwargs)

    @property
    def queryset(self) -> QuerySet:
        return self.owner.actions.public().for_listing().soonest_first()

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        return super().get_context_data(owner=self.owner, **kwargs)
