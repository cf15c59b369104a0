"""Reads a council's file over the one that is shipped, and says everything that is wrong with it.

The shipped file is the pattern: a setting that it does not have is a mistake, and so is one of
another kind.
"""

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from minutes_portal.council.contrast import faults_of
from minutes_portal.council.facts import Accessibility, Council, Link
from minutes_portal.council.logo import faults_of_logo, read_logo
from minutes_portal.environment import SettingError

DEFAULT = Path(__file__).parent / "default.toml"
LINK_STARTS = ("https://", "http://", "/", "mailto:")
COMPLIANCE = ("", "fully compliant", "partially compliant", "not compliant")
Settings = dict[str, Any]


def read_council(path: Path = DEFAULT) -> Council:
    """The council of this file; SettingError names every fault of it."""
    shipped, given = _settings(DEFAULT), _settings(path)
    faults = list(_unlike(shipped, given))
    settings = {} if faults else _merged(shipped, given)
    faults = faults or list(_faults(settings, path.parent))
    if faults:
        listed = "".join(f"\n  - {fault}" for fault in faults)
        raise SettingError(f"COUNCIL_FILE, {path}, has to be put right:{listed}")
    return _council(settings, path.parent)


def _settings(path: Path) -> Settings:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise SettingError(f"COUNCIL_FILE, {path}, cannot be read: {error}") from error


def _unlike(shipped: Settings, given: Settings, place: str = "") -> Iterator[str]:
    """What the shipped settings have not, or have of another kind."""
    for name, value in given.items():
        if name not in shipped:
            yield f"{place}{name} is no setting; there are {', '.join(shipped)}"
        elif isinstance(shipped[name], dict) and isinstance(value, dict):
            yield from _unlike(shipped[name], value, f"{place}{name}.")
        elif _kind(value) != _kind(shipped[name]) and not name.endswith("_on"):
            yield f"{place}{name} must be {_kind(shipped[name])}, not {_kind(value)}"
        elif name.endswith("_on") and type(value) is not date and value != "":
            yield f"{place}{name} must be a date, as 2026-11-23"


def _kind(value: object) -> str:
    kinds = {str: "words", int: "a number", list: "a list", dict: "a table"}
    return kinds.get(type(value), type(value).__name__)


def _merged(shipped: Settings, given: Settings) -> Settings:
    inner = {
        name: _merged(value, given.get(name, {}))
        for name, value in shipped.items()
        if isinstance(value, dict)
    }
    return {**shipped, **given, **inner}


def _faults(settings: Settings, folder: Path) -> Iterator[str]:
    for scheme, palette in settings["colours"].items():
        yield from (f"colours.{scheme}: {fault}" for fault in faults_of(palette))
    for name in ("header_links", "footer_links"):
        yield from (f"{name}: {fault}" for fault in _faults_of_links(settings[name]))
    yield from (f"logo.{fault}" for fault in faults_of_logo(settings["logo"], folder))
    if not settings["site_name"].strip():
        yield "site_name must say what the portal is called"
    if settings["accessibility"]["compliance"] not in COMPLIANCE:
        yield f"accessibility.compliance must be one of {', '.join(COMPLIANCE[1:])}"


def _faults_of_links(links: list[object]) -> Iterator[str]:
    for link in links:
        if not isinstance(link, dict) or set(link) != {"words", "address"}:
            yield f'each is {{ words = "…", address = "…" }}, not {link!r}'
        elif not str(link["words"]).strip():
            yield f"{link['address']} needs words"
        elif not str(link["address"]).startswith(LINK_STARTS):
            yield f"{link['address']} must start with one of {' '.join(LINK_STARTS)}"


def _council(settings: Settings, folder: Path) -> Council:
    told = settings["accessibility"]
    return Council(
        name=settings["name"].strip(),
        site_name=settings["site_name"].strip(),
        header_links=tuple(Link(**link) for link in settings["header_links"]),
        footer_links=tuple(Link(**link) for link in settings["footer_links"]),
        logo=read_logo(settings["logo"], folder),
        accessibility=Accessibility(**told | {"known_problems": tuple(told["known_problems"])}),
        light=settings["colours"]["light"],
        dark=settings["colours"]["dark"],
    )
