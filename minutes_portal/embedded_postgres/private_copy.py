"""Copies the programs to where the server's account can run them.

Under root's home, which other accounts may not enter, neither the virtual
environment's programs nor the data can be used. Opening the home to everyone
would be wrong, so a copy is kept under /var/lib.
"""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from .account import Account
from .binaries import WHEEL, Binaries
from .errors import EmbeddedPostgresError
from .shared_directory import SHARED_DIRECTORY, make_shared_directory, short_name


def runnable_by(account: Account, binaries: Binaries) -> Binaries:
    if account.can_enter(binaries.directory):
        return binaries
    installation = binaries.directory.parent
    package = installation.parent
    if package.name != WHEEL:
        raise EmbeddedPostgresError(
            f"PostgreSQL's programs in {binaries.directory} cannot be reached by the "
            "account that runs the server: move them, or start as an ordinary user."
        )
    changed = (binaries.directory / "postgres").stat().st_mtime_ns
    copy = SHARED_DIRECTORY / f"programs-{short_name(installation, changed)}"
    if not copy.exists():
        _copy_wheel(package, installation, copy)
    return replace(binaries, directory=copy / WHEEL / installation.name / "bin")


def _copy_wheel(package: Path, installation: Path, copy: Path) -> None:
    """Keeps the wheel's layout: its programs look for ../../../<package>.libs."""
    make_shared_directory()
    with tempfile.TemporaryDirectory(dir=copy.parent) as unfinished:
        root = Path(unfinished) / "root"
        shutil.copytree(installation, root / WHEEL / installation.name, symlinks=True)
        libraries = package.with_name(f"{WHEEL}.libs")
        if libraries.exists():
            shutil.copytree(libraries, root / libraries.name, symlinks=True)
        _open_to_everyone(root)
        root.rename(copy)


def _open_to_everyone(root: Path) -> None:
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            executable = path.is_dir() or path.stat().st_mode & 0o100
            path.chmod(0o755 if executable else 0o644)
