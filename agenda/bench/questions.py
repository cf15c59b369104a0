"""What readers ask of the search, and what must come: `questions.toml`."""

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.http import QueryDict

from agenda.parsing.files import SourceFile, read_source_files

QUESTIONS = Path(__file__).with_name("questions.toml")
# A document is named by its path below one of these.
FOLDERS = (
    Path(__file__).parents[1] / "tests" / "documents",
    Path(__file__).parents[1] / "documents",
)


@dataclass(frozen=True, slots=True)
class Label:
    """An item by its document and its title; without a title any item of the document."""

    document: str
    title: str = ""

    @classmethod
    def of(cls, written: str) -> "Label":
        document, _, title = written.partition(": ")
        return cls(document, title)

    def fits(self, other: "Label") -> bool:
        return self.document == other.document and self.title in ("", other.title)

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.document, self.title)))


@dataclass(frozen=True, slots=True)
class Question:
    """What is typed, and what must come of it."""

    asked: str
    find: tuple[Label, ...] = ()
    absent: tuple[Label, ...] = ()
    narrowed: str = ""
    answer: str = ""
    misspelt: bool = False

    @classmethod
    def of(cls, find: list[str] = (), absent: list[str] = (), **rest) -> "Question":
        return cls(find=tuple(map(Label.of, find)), absent=tuple(map(Label.of, absent)), **rest)

    def parameters(self, asked: str = "") -> QueryDict:
        """The address of the search; of other words where they are given."""
        parameters = QueryDict(self.narrowed, mutable=True)
        parameters["q"] = asked or self.asked
        return parameters

    def __str__(self) -> str:
        return f"{self.asked} ({self.narrowed})" if self.narrowed else self.asked


def questions(path: Path = QUESTIONS) -> list[Question]:
    """All of them. Raises TypeError for a question with a key that means nothing."""
    written = tomllib.loads(path.read_text(encoding="utf-8"))
    return [Question.of(**each) for each in written["question"]]


@cache
def documents() -> dict[str, str]:
    """The texts of all documents by the names that labels give them."""
    files = (file for file in read_source_files(FOLDERS) if isinstance(file, SourceFile))
    return {_name_of(Path(file.name)): file.text for file in files}


def _name_of(path: Path) -> str:
    folder = next(filter(path.is_relative_to, FOLDERS))
    return path.relative_to(folder).as_posix()


@cache
def names() -> dict[str, str]:
    """The names by the fingerprints that stored texts are known by."""
    return {hashlib.sha256(text.encode()).hexdigest(): name for name, text in documents().items()}
