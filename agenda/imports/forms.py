"""The forms of the import: what to read, and what the officer knows beside it."""

from collections.abc import Iterator

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict

from agenda.import_models import DraftDocument
from agenda.imports.uploads import read_uploads
from agenda.parsing.files import Found, SourceFile, UnreadableFile

GIVEN = ["committee", "held_on", "address", "page_kind"]
PASTED = "Pasted text"
ENDINGS = ".txt,.html,.htm,.zip"


class FilesInput(forms.ClearableFileInput):
    """A browser's field for choosing several files."""

    allow_multiple_selected = True
    template_name = "django/forms/widgets/file.html"

    def value_from_datadict(
        self, data: object, files: MultiValueDict, name: str
    ) -> list[UploadedFile]:
        return files.getlist(name)


class FilesField(forms.Field):
    """Any files at all: each is looked at by itself later, and refused by its name."""

    widget = FilesInput(attrs={"accept": ENDINGS})


class GivenForm(forms.ModelForm):
    """What the officer knows of a document beside its text."""

    class Meta:
        model = DraftDocument
        fields = GIVEN
        widgets = {
            "committee": forms.TextInput(attrs={"list": "known-committees", "size": 50}),
            "held_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "address": forms.URLInput(attrs={"size": 50}),
        }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        kinds = [("", "As the text itself shows"), *DraftDocument.PageKind.choices]
        self.fields["page_kind"].choices = kinds


class UploadForm(GivenForm):
    """A pasted text, files, or both, with what holds for all of them."""

    text = forms.CharField(
        label="Text of a page",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12, "cols": 80}),
        help_text="Select the whole page in the browser, copy it, and paste it here.",
    )
    files = FilesField(
        required=False,
        help_text="Text files, saved web pages, and zip archives of these; several at once.",
    )
    field_order = ["text", "files", *GIVEN]

    def __init__(
        self, *args: object, refused: list[UnreadableFile] | None = None, **kwargs
    ) -> None:
        super().__init__(*args, **kwargs)
        self.refused = refused or []

    def clean_text(self) -> str:
        """The text as it was copied: a browser sends line ends of its own kind."""
        return self.cleaned_data["text"].replace("\r\n", "\n")

    def clean(self) -> dict:
        values = super().clean()
        pasted = values.get("text", "").strip()
        if not (pasted or values.get("files") or self.refused or self.errors):
            raise forms.ValidationError("Paste the text of a page, or choose files.")
        return values

    def documents(self) -> Iterator[Found]:
        """What was handed in: the pasted text, the files, and those that were too large."""
        if self.cleaned_data["text"].strip():
            yield SourceFile(PASTED, self.cleaned_data["text"])
        yield from self.refused
        yield from read_uploads(self.cleaned_data["files"])

    @property
    def given(self) -> dict[str, object]:
        """What was given beside the texts."""
        return {name: self.cleaned_data[name] for name in GIVEN}
