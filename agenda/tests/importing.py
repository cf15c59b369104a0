"""An officer's way through the import, for tests: hand in, look, confirm."""

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from django.contrib.auth.models import Group, User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from agenda.import_models import DraftDocument, ImportDraft
from agenda.models import Action, AgendaItem, Post, Resolution, SourceDocument
from agenda.roles import OFFICERS
from committees.models import Committee, Meeting

BRADFORD = Path(__file__).parents[1] / "documents" / "bradford"
CSE_2016, CSE_2021, SOUTH = sorted(path.name for path in BRADFORD.glob("*.txt"))
UPLOAD = "/admin/agenda/sourcedocument/import/"
ADDRESS = "https://council.example/item?ID=1"
RECORD = (SourceDocument, Committee, Meeting, AgendaItem, Resolution, Action, Post)


def text_of(name: str = CSE_2016) -> str:
    return (BRADFORD / name).read_text(encoding="utf-8")


def short_item(n: int) -> str:
    """A page of minutes in a few lines."""
    return f"Agenda item\n\nROAD {n}\n\nMinutes:\n\nResolved –\n\nThat road {n} be mended.\n\nACTION: Engineer\n"


def client_of(group: str = OFFICERS, name: str = "officer", **options: bool) -> Client:
    user = User.objects.create_user(name, password="a long pass phrase", is_staff=True)
    user.groups.add(Group.objects.get(name=group))
    client = Client(**options)
    client.force_login(user)
    return client


def file(name: str, content: str | bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)


def zipped(members: dict[str, str | bytes]) -> bytes:
    archive = BytesIO()
    with ZipFile(archive, "w", ZIP_DEFLATED) as writing:
        for name, content in members.items():
            writing.writestr(name, content)
    return archive.getvalue()


def hand_in(client: Client, text: str = "", *files: SimpleUploadedFile, **given) -> HttpResponse:
    """Send the form of the import, and follow to the page that answers."""
    return client.post(UPLOAD, {"text": text, "files": files, **given}, follow=True)


def draft() -> ImportDraft:
    return ImportDraft.objects.get()


def draft_page(client: Client) -> HttpResponse:
    return client.get(reverse("admin:import_draft", args=[draft().pk]))


def document_url(position: int = 1) -> str:
    return reverse("admin:import_document", args=[draft().pk, position])


def confirm(client: Client, *positions: int, **options: str) -> HttpResponse:
    url = reverse("admin:import_draft", args=[draft().pk])
    data = {"do": "store", "document": positions, **options}
    return client.post(url, data, follow=True)


def document(position: int = 1) -> DraftDocument:
    return draft().documents.get(position=position)


def refusals() -> dict[str, str]:
    return dict(draft().documents.refused().values_list("name", "reason"))


def record() -> dict[str, list]:
    """Every row of the record, to compare before and after."""
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in RECORD}


def words(response: HttpResponse) -> str:
    """The page's own part, without the frame of the admin."""
    page = response.content.decode()
    return page[page.index('<div id="content"') : page.index("<!-- END Content -->")]
