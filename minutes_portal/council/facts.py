"""What a council's file says of it."""

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from minutes_portal.council.contrast import Palette


@dataclass(frozen=True)
class Link:
    words: str
    address: str


@dataclass(frozen=True)
class Logo:
    """A picture that the portal itself serves."""

    content: bytes
    content_type: str
    words: str
    width: int
    height: int

    @cached_property
    def version(self) -> str:
        return version_of(self.content)


@dataclass(frozen=True)
class Accessibility:
    """What the accessibility statement says of the council; empty where the council says nothing."""

    email: str
    phone: str
    post: str
    answers_within_days: int
    compliance: str
    known_problems: tuple[str, ...]
    prepared_on: date | str
    reviewed_on: date | str
    enforcement: str
    enforcement_address: str

    @property
    def has_contact(self) -> bool:
        return bool(self.email or self.phone or self.post)


@dataclass(frozen=True)
class Council:
    name: str
    site_name: str
    header_links: tuple[Link, ...]
    footer_links: tuple[Link, ...]
    logo: Logo | None
    accessibility: Accessibility
    light: Palette
    dark: Palette

    @cached_property
    def stylesheet(self) -> str:
        """The council's colours as custom properties; a printer always gets the light ones."""
        dark = properties(self.dark)
        return (
            f":root {{ {properties(self.light)} }}\n"
            f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
        )

    @cached_property
    def stylesheet_version(self) -> str:
        return version_of(self.stylesheet.encode())


def properties(palette: Palette) -> str:
    return " ".join(f"--{name.replace('_', '-')}: {c};" for name, c in palette.items())


def version_of(content: bytes) -> str:
    """Changes with the content, so that an address that holds it can be kept for ever."""
    return hashlib.sha256(content).hexdigest()[:12]
