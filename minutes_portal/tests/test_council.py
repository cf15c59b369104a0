"""A council's own name, colours, logo and links."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.template.loader import render_to_string
from django.test import Client

from minutes_portal.council.contrast import PAIRS, contrast
from minutes_portal.council.reading import DEFAULT, read_council
from minutes_portal.environment import SettingError
from minutes_portal.tests.portal_process import manage

EXAMPLES = sorted((DEFAULT.parent / "examples").glob("*.toml"))
STYLESHEETS = DEFAULT.parents[2] / "static" / "css"


def council_of(directory: Path, words: str) -> Any:
    path = directory / "council.toml"
    path.write_text(words)
    return read_council(path)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#0b0c0c", "#0b0c0c", 1)],
)
def test_contrast_is_that_of_the_guidelines(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


def test_default_names_no_council() -> None:
    council = read_council()
    assert (council.name, council.site_name) == ("", "Minutes Portal")
    assert not council.accessibility.has_contact


@pytest.mark.parametrize("path", [DEFAULT, *EXAMPLES], ids=lambda path: path.stem)
def test_shipped_files_are_in_order(path: Path) -> None:
    council = read_council(path)
    for palette in (council.light, council.dark):
        assert all(contrast(palette[a], palette[b]) >= least for a, b, least in PAIRS)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ('[colours.light]\naccent = "#cccccc"', r"on_accent #ffffff on accent #cccccc has a contrast of 1\.61 to 1, and needs 4\.5"),
        ('[colours.dark]\nlink = "green"', r"colours\.dark: link must read like #00573d, not 'green'"),
        ('[colours.light]\nacent = "#00573d"', r"colours\.light\.acent is no setting; there are accent, "),
        ("name = 7", "name must be words, not a number"),
        ('site_name = " "', "site_name must say what the portal is called"),
        ('[logo]\nfile = "none.svg"', "there is no .*none.svg"),
        ('[logo]\nfile = "council.toml"', r"logo\.file must end in \.svg, "),
        ('header_links = [{ words = "Home", address = "javascript:alert(1)" }]', "must start with one of https://"),
        ('footer_links = ["/"]', "footer_links: each is"),
        ('[accessibility]\ncompliance = "rather"', "must be one of fully compliant"),
        ('[accessibility]\nreviewed_on = "soon"', "reviewed_on must be a date"),
        ("name =", "cannot be read"),
    ],
)  # fmt: skip
def test_mistake_is_named(tmp_path: Path, words: str, told: str) -> None:
    with pytest.raises(SettingError, match=told):
        council_of(tmp_path, words)


def test_all_mistakes_are_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(SettingError) as error:
        council_of(tmp_path, 'site_name = ""\n[colours.light]\ntext = "#999999"\nquiet = "#999999"')
    assert str(error.value).count("\n  - ") > 5


def test_portal_with_a_pale_band_does_not_start(tmp_path: Path) -> None:
    path = tmp_path / "council.toml"
    path.write_text('[colours.light]\naccent = "#cccccc"')
    result = manage("check", data=tmp_path, COUNCIL_FILE=str(path))
    assert result.returncode != 0
    assert "on_accent #ffffff on accent #cccccc" in result.stderr
    assert "Traceback" not in result.stderr


def test_stylesheets_name_only_colours_that_the_settings_have() -> None:
    known = {name.replace("_", "-") for name in read_council().light}
    own = {"font", "measure"}
    for path in STYLESHEETS.glob("*.css"):
        if path.stem in {"ground", "frame", "records", "print"}:
            used = set(re.findall(r"var\(--([\w-]+)", path.read_text()))
            assert used - known - own == set(), path.name


def test_colours_have_an_address_that_changes_with_them(client: Client, settings: Any) -> None:
    page = render_to_string("404.html")
    address = re.search(r'href="(/council/colours\.css\?v=\w+)"', page)[1]
    answer = client.get(address)
    assert answer["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in answer["Cache-Control"]
    assert "--on-accent: #ffffff;" in answer.content.decode()
    settings.COUNCIL = read_council(EXAMPLES[0])
    assert address not in render_to_string("404.html")
    assert client.get(address)["Cache-Control"] == "no-cache"


def test_logo_is_served_from_here_with_its_words(client: Client, settings: Any) -> None:
    settings.COUNCIL = council = read_council(EXAMPLES[0])
    page = render_to_string("404.html")
    address = re.search(r'<img src="([^"]+)" alt="Exampleshire" width="44" height="44">', page)[1]
    answer = client.get(address)
    assert answer["Content-Type"] == "image/svg+xml"
    assert answer.content == council.logo.content


def test_no_logo_is_not_found(client: Client, settings: Any) -> None:
    settings.COUNCIL = replace(read_council(), logo=None)
    assert client.get("/council/logo").status_code == 404


@pytest.mark.django_db
def test_name_and_links_of_a_council_stand_on_its_pages(client: Client, settings: Any) -> None:
    settings.COUNCIL = read_council(EXAMPLES[0])
    page = client.get("/about/").content.decode()
    assert "<title>About this site – Council decisions</title>" in page
    assert '<span class="council-name">Exampleshire County Council</span>' in page
    assert page.index("Your councillors") < page.index("<main") < page.index("Contact the council")
