"""The text of a page while it is written, and where each piece of it stands."""

Place = list[int]


class Page:
    """Pieces of text one behind another; each piece knows its place, [start, end]."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0

    def write(self, text: str) -> Place:
        start = self._length
        self._pieces.append(text)
        self._length += len(text)
        return [start, self._length]

    def paragraph(self, text: str) -> Place:
        """A piece on lines of its own."""
        place = self.write(text)
        self.write("\n\n")
        return place

    @property
    def text(self) -> str:
        return "".join(self._pieces)
