"""Finds what was decided by a vote on a motion where no "Resolved" is printed.

A carried motion is the decision; a lost one, and an amendment, is not. After a carried amendment
the substantive motion is printed anew, and its vote decides.
"""

import re
from dataclasses import dataclass

from .blocks import Block
from .lines import Line, LineKind, cut_line
from .points import PointReader

_VOTED = re.compile(
    r"\b(?P<what>amendment|motion|recommendations?|proposal|proposition|moved)\b[^.;]{0,160}?"
    r"\b(?P<result>carried|lost|defeated|fell|rejected|not\s+carried|withdrawn)\b",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:moved|proposed|motion|put\s+forward)\b"
    r"(?:[^.mp]|\.(?=\s?[a-z])|\B[mp]|[mp](?!oved\b|otion\b|roposed\b|ut\s+forward\b)){0,260}?"
    r"(?P<that>\bthat\b|:\s*[“\"‘']?\s*(?P<colon>That\b)?|[“\"‘']\s*(?P<quoted>That\b))",
    re.IGNORECASE,
)
_PUT = re.compile(
    r"(?:,|(?<!\s))\s++(?:(?:was|were)\s+(?:then\s+|duly\s+)?(?:put|moved|seconded|voted|carried|lost)\b|(?:and\s+)?on\s+being\s+put\b)"
)
_SENTENCE_END = re.compile(r"(?<=[.”\"’])\s+(?=[A-Z“(])")
_QUOTES = "“”\"‘’'"


@dataclass(slots=True)
class Motion:
    block: Block
    is_amendment: bool


def find_carried_motion(told: list[Line]) -> Block | None:
    """The points of the motion that was carried last; None where none was."""
    if not any("carried" in line.raw.lower() for line in told):
        return None
    sentences = [piece for line in told for piece in _sentences(line)]
    motion: Motion | None = None
    amendment: Motion | None = None
    carried: Block | None = None
    for index, line in enumerate(sentences):
        if moved := _moved(sentences, index):
            motion, amendment = (motion, moved) if moved.is_amendment else (moved, amendment)
        for vote in _VOTED.finditer(line.raw):
            won = vote["result"].lower() == "carried"
            if "amendment" in line.raw[max(0, vote.start() - 30) : vote.end()].lower():
                motion = _amended(motion, amendment) if won else motion
            else:
                carried, motion = (motion.block if won and motion else carried), None
    return carried


def _amended(motion: Motion | None, amendment: Motion | None) -> Motion | None:
    """A carried amendment that is printed whole becomes the substantive motion.

    Of one that is told only in part, the words that were carried are not known.
    """
    return Motion(amendment.block, False) if amendment and amendment.block.points else None


def _sentences(line: Line) -> list[Line]:
    if line.kind is not LineKind.PROSE or len(line.raw) > 20_000:
        return [line]
    ends = [m.end() for m in _SENTENCE_END.finditer(line.raw)]
    if not ends:
        return [line]
    pieces = (cut_line(line, a, b) for a, b in zip([0, *ends], [*ends, len(line.raw)], strict=True))
    return [piece for piece in pieces if piece]


def _moved(sentences: list[Line], index: int) -> Motion | None:
    """The motion that a sentence moves, printed in it or right below it."""
    line = sentences[index]
    match = _MOVED.search(line.raw[:3000])
    if match is None:
        return _moved_below(sentences, index)
    is_amendment = "amendment" in line.raw[: match.end()].lower()
    start = (
        match.start("that")
        if match["that"].lower() == "that"
        else max(match.start("colon"), match.start("quoted"))
    )
    if start < 0:
        return _moved_below(sentences, index)
    words = _motion_words(line, start)
    return Motion(_block([words]), is_amendment) if words else None


def _motion_words(line: Line, start: int) -> Line | None:
    put = _PUT.search(line.raw, start)
    end = put.start() if put else len(line.raw)
    words = line.raw[start:end].rstrip(_QUOTES + " ")
    if words.endswith(("”.", '".', "’.")) and words.count("”") > words.count("“"):
        words = words[:-2]
    return cut_line(line, start, start + len(words))


_ANNOUNCED = re.compile(r"\b(?:moved|seconded|motion|proposed|amendment)\b", re.IGNORECASE)


def _moved_below(sentences: list[Line], index: int) -> Motion | None:
    line = sentences[index]
    if line.raw[-1] not in ":–—-" or not _ANNOUNCED.search(line.raw[-300:]):
        return None
    below: list[Line] = []
    for words in sentences[index + 1 : index + 40]:
        if _ANNOUNCED.search(words.raw[:400]):
            break
        if unquoted := _unquoted(words):
            below.append(unquoted)
    block = _block(below)
    return Motion(block, "amendment" in line.raw.lower()[-300:]) if block.points else None


def _unquoted(line: Line) -> Line | None:
    words = line.raw.strip(_QUOTES + " ")
    start = line.raw.find(words) if words else 0
    piece = cut_line(line, start, start + len(words))
    if piece:
        piece.kind = line.kind
    return piece


def _block(lines: list[Line]) -> Block:
    reader, index = PointReader(), 0
    while (
        index < len(lines)
        and not _VOTED.search(lines[index].raw[:400])
        and reader.takes(lines, index)
    ):
        index += 1
    return reader.block
