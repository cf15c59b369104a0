"""The title that an item is stored under. Knows nothing of Django."""

from agenda.parsing.document import ParsedAgendaItem, Passage

UNTITLED = "Untitled item"


def title_of(item: ParsedAgendaItem) -> str:
    """The printed title, else the one inferred from the report; one of these, or a stand-in."""
    if item.title:
        return item.title.text
    return f"Report on {item.inferred_title.text}" if item.inferred_title else UNTITLED


def title_passage(item: ParsedAgendaItem) -> Passage | None:
    """The words of the source that the title was read in."""
    return item.title or item.inferred_title
