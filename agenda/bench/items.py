"""One item as rows of tables, with the page that a reader could have read them from."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, time

from agenda.bench import prose
from agenda.bench.content import Content, content_of
from agenda.bench.decisions import Decision, Proposal, Task, due
from agenda.bench.links import link_rows
from agenda.bench.maker import Maker, part_of
from agenda.bench.page import Page, Place

Rows = dict[str, list[tuple]]
# Of a thousand items so many are not public.
STATUSES = {"draft": 20, "in_review": 5, "withdrawn": 5, "published": 970}
WITHDRAWN = "It was published by mistake."


def rows_of(maker: Maker, numbers: range) -> Rows:
    """The rows of these items, table by table."""
    rows: Rows = defaultdict(list)
    for n in numbers:
        ItemRows(maker, n, rows).write()
    return rows


class ItemRows:
    """Writes the page of one item and, beside it, the rows that belong to it."""

    def __init__(self, maker: Maker, n: int, rows: Rows) -> None:
        self.maker, self.n, self.rows = maker, n, rows
        self.random = maker.random_of(n)
        self.content: Content = content_of(maker, n, self.random)
        self.meeting = maker.timetable.meeting_of(n)
        self.pk = n + 1
        self.page = Page()
        self.spans: dict[str, list[Place]] = {}

    def write(self) -> None:
        content, page = self.content, self.page
        page.write("Local democracy\n\nAgenda item\n\n")
        self.spans["title"] = [page.paragraph(content.title)]
        if content.background:
            self._write_background()
        self._write_points("Recommended –", "agenda_recommendation", content.proposed)
        if content.background:
            self._write_area()
        page.paragraph("Minutes:")
        self.spans["minutes"] = [page.paragraph(said) for said in content.said]
        resolved = self._write_points("Resolved –", "agenda_resolution", content.resolved)
        for place, (decision, span) in enumerate(zip(content.resolved, resolved, strict=True)):
            self._write_answer(place, decision, span)
        for place, task in enumerate(content.tasks):
            self._write_action(place, task)
        page.write("Supporting documents:\n")
        self._write_item()

    def _write_background(self) -> None:
        content, rows = self.content, self.rows
        [at] = self.spans["background"] = [self.page.paragraph(content.background)]
        words = f"Document “{content.letter}”"
        start = at[0] + content.background.index(words)
        end = start + len(words)
        spans = {"reference": [[end - 2, end - 1]]}
        rows["agenda_report"].append((self.pk, self.pk, 1, content.letter, start, end, spans))
        document = part_of(self.n, 0), self.pk, "document", words, content.letter, start, end
        rows["agenda_reference"].append(document)
        named = at[0] + content.background.index(content.named)
        for table, row in link_rows(self.maker, self.n, content, named, self.random):
            rows[table].append(row)

    def _write_area(self) -> None:
        content, page = self.content, self.page
        page.write("Overview and Scrutiny Area: ")
        self.spans["overview_and_scrutiny_area"] = [page.paragraph(content.area)]
        page.write("(")
        name = page.write(content.contact)
        page.write(" – ")
        phone = page.write(content.phone)
        page.write(")\n\n")
        own = self.pk, self.pk, 1, content.contact, content.phone, name[0], phone[1]
        self.rows["agenda_contactofficer"].append((*own, {"name": [name], "phone": [phone]}))

    def _write_points(
        self, heading: str, table: str, points: list[Proposal] | list[Decision]
    ) -> list[Place]:
        """Gives the place of each point's words."""
        if points:
            self.page.paragraph(heading)
        places = []
        for place, point in enumerate(points):
            number = str(place + 1)
            start, _ = self.page.write(f"({number}) ")
            at = self.page.paragraph(point.text)
            own = part_of(self.n, place), self.pk, place + 1, number, point.text, point.outcome
            confirmed = (point.confirmed,) if isinstance(point, Decision) else ()
            self.rows[table].append((*own, start, at[1], {"text": [at]}, *confirmed))
            places.append(at)
        return places

    def _write_answer(self, place: int, decision: Decision, at: Place) -> None:
        pk = part_of(self.n, place)
        if decision.answers is not None:
            score = None if decision.confirmed else round(self.random.uniform(0.6, 1), 2)
            answer = (pk, pk, part_of(self.n, decision.answers), decision.outcome, score)
            self.rows["agenda_answer"].append(answer)
        if decision.promise:
            start, end = at[1] - 1 - len(decision.promise), at[1] - 1
            due_on = due(self._held_on, decision.months)
            how = decision.promise, due_on, "day" if due_on else "unknown", decision.confirmed
            self.rows["agenda_expectedreport"].append((self.pk, self.pk, pk, *how, start, end))

    @property
    def _held_on(self) -> date | None:
        timetable = self.maker.timetable
        return timetable.day_of(self.meeting) if timetable.is_dated(self.meeting) else None

    def _write_action(self, place: int, task: Task) -> None:
        owners = [prose.post_name(owner) for owner in task.owners]
        referral = "" if task.referred_to is None else prose.committee_name(task.referred_to)[0]
        number = "" if task.resolution is None else f"Resolution {task.resolution + 1}"
        number += f" referral to {referral}" if referral else ""
        note = ", ".join(filter(None, [number, task.due_phrase]))
        start, end = self.page.write("ACTION: ")
        spans = {"owners": list(_places(end, owners))}
        end = self.page.write(" / ".join(owners))[1]
        if note:
            self.page.write(" (")
            spans["note"] = [self.page.write(note)]
            end = self.page.write(")")[1]
        self.page.write("\n\n")
        self._store_action(place, task, (owners, note, referral), (start, end, spans))

    def _store_action(self, place: int, task: Task, words: tuple, whole: tuple) -> None:
        pk = part_of(self.n, place)
        committee = None if task.referred_to is None else task.referred_to + 1
        state = task.status, task.since, task.due_on, task.due_phrase, False
        self.rows["agenda_action"].append(
            (pk, self.pk, place + 1, *words, committee, *state, *whole)
        )
        links = [(pk * 2 + k, pk, owner + 1) for k, owner in enumerate(task.owners)]
        self.rows["agenda_action_owners"] += links
        if task.resolution is not None:
            link = (pk, pk, part_of(self.n, task.resolution))
            self.rows["agenda_action_resolutions"].append(link)

    def _write_item(self) -> None:
        content, text = self.content, self.page.text
        day = self.maker.timetable.day_of(self.meeting)
        status = self.random.choices(list(STATUSES), list(STATUSES.values()))[0]
        published = _moment(day, 12) if status in ("published", "withdrawn") else None
        withdrawn = _moment(day, 18) if status == "withdrawn" else None
        own = (self.pk, self.meeting + 1, self.pk, "", content.title, content.background)
        said = "\n\n".join(content.said), content.area
        state = status, published, withdrawn, WITHDRAWN if withdrawn else ""
        row = (*own, *said, *state, 0, len(text), self.spans)
        self.rows["agenda_agendaitem"].append(row)
        digest = hashlib.sha256(text.encode()).hexdigest()
        source = (self.pk, f"made-up-{self.n}.txt", text, digest, "agenda_item", _moment(day, 9))
        self.rows["agenda_sourcedocument"].append(source)


def _places(start: int, owners: list[str]) -> Iterator[Place]:
    for owner in owners:
        yield [start, start + len(owner)]
        start += len(owner) + len(" / ")


def _moment(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), UTC)
