"""The steps that an agenda item takes: draft, in review, published and, if need be, withdrawn."""

from dataclasses import dataclass

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import QuerySet

from agenda.models import AgendaItem
from agenda.tracking.linking import link

DRAFT, IN_REVIEW, PUBLISHED, WITHDRAWN = AgendaItem.PublicationStatus


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what its button says, what was done after it, and where it may start from."""

    name: str
    label: str
    done: str
    starts_from: tuple[str, ...]
    permission: str = "change"


SEND_TO_REVIEW = Step("send_to_review", "Send to review", "sent to review", (DRAFT,))
RETURN_TO_DRAFT = Step("return_to_draft", "Return to draft", "returned to draft", (IN_REVIEW,))
PUBLISH = Step("publish", "Publish", "published", (DRAFT, IN_REVIEW), "publish")
PUBLISH_AGAIN = Step(
    "publish_again", "Publish again", "published again", (WITHDRAWN,), permission="publish"
)
WITHDRAW = Step("withdraw", "Withdraw", "withdrawn", (PUBLISHED,), permission="publish")
STEPS = {
    step.name: step for step in (SEND_TO_REVIEW, RETURN_TO_DRAFT, PUBLISH, PUBLISH_AGAIN, WITHDRAW)
}


def steps_from(status: str) -> list[Step]:
    """The steps that an item of this status can take."""
    return [step for step in STEPS.values() if status in step.starts_from]


def ready_for(step: Step, items: QuerySet) -> QuerySet:
    """Those of the items that stand where the step starts."""
    here = items.order_by().values("pk")
    return AgendaItem.objects.filter(pk__in=here, publication_status__in=step.starts_from)


@transaction.atomic
def take(
    step: Step, items: QuerySet, by: AbstractBaseUser | None = None, reason: str = ""
) -> list[AgendaItem]:
    """Take the step with all the items that can; they are given back.

    The others are left alone: a second officer who presses the same button changes nothing.
    """
    taken = list(ready_for(step, items).order_by("pk").select_for_update())
    for item in taken:
        item._history_user, item._change_reason = by, f"{step.done.capitalize()}."
        if step == WITHDRAW:
            item.withdraw(reason)
        elif step in (PUBLISH, PUBLISH_AGAIN):
            item.publish()
        else:
            getattr(item, step.name)()
    link(taken)
    return taken
