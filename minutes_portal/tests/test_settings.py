from pathlib import Path

import pytest

from minutes_portal import environment
from minutes_portal.tests.portal_process import manage

PRODUCTION = {
    "DATABASE_URL": "postgres://portal:pass%2Fword@db.example.gov.uk:5433/minutes",
    "SECRET_KEY": "production-key-" + "0123456789abcdefghijklmnopqrstuvwxyz" * 2,
    "ALLOWED_HOSTS": "minutes.example.gov.uk",
    "HTTPS": "1",
}


def test_production_settings_pass_the_deployment_check(tmp_path: Path) -> None:
    result = manage("check", "--deploy", "--fail-level", "INFO", data=tmp_path, **PRODUCTION)
    assert (result.returncode, result.stdout) == (
        0,
        "System check identified no issues (0 silenced).\n",
    )


@pytest.mark.parametrize(
    "arguments", [("check",), ("collectstatic", "--noinput", "--dry-run"), ("migrate", "--help")]
)
def test_command_without_queries_starts_no_database(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    assert manage(*arguments, data=tmp_path).returncode == 0
    assert {path.name for path in tmp_path.iterdir()} <= {"secret_key"}


def test_database_url_is_read() -> None:
    settings = environment.database(PRODUCTION["DATABASE_URL"])
    assert settings["ENGINE"] == "django.db.backends.postgresql"
    assert (settings["USER"], settings["PASSWORD"]) == ("portal", "pass/word")
    assert (settings["HOST"], settings["PORT"]) == ("db.example.gov.uk", 5433)
    assert settings["NAME"] == "minutes"


def test_wrong_database_url_is_not_repeated() -> None:
    with pytest.raises(environment.SettingError) as error:
        environment.database("mysql://portal:secret-word@host/name")
    assert "secret-word" not in str(error.value)


def test_public_database_may_be_another_one(tmp_path: Path) -> None:
    replica = {"PUBLIC_DATABASE_URL": "postgres://reader:word@replica.example.gov.uk/minutes"}
    program = "from django.conf import settings as s; print(s.DATABASES['public'])"
    told = manage("shell", "--command", program, data=tmp_path, **PRODUCTION, **replica).stdout
    assert "'HOST': 'replica.example.gov.uk'" in told
    assert "-c role=minutes_public" in told


def test_wrong_public_database_url_is_named() -> None:
    with pytest.raises(environment.SettingError, match="^PUBLIC_DATABASE_URL must read"):
        environment.database("nonsense", "PUBLIC_DATABASE_URL")


def test_secret_key_is_made_once_and_kept_to_its_owner(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    path = tmp_path / "data" / "secret_key"
    first = environment.secret_key(path)
    assert len(first) > 50
    assert environment.secret_key(path) == first
    assert path.stat().st_mode & 0o777 == 0o600


def test_secret_key_of_the_environment_wins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_KEY", "given")
    assert environment.secret_key(tmp_path / "secret_key") == "given"
    assert not list(tmp_path.iterdir())


def test_secret_key_that_cannot_be_kept_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SECRET_KEY", raising=False)
    (tmp_path / "file").touch()
    with pytest.raises(environment.SettingError, match="set SECRET_KEY or MINUTES_PORTAL_DATA"):
        environment.secret_key(tmp_path / "file" / "secret_key")
