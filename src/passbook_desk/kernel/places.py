"""Where things lie: shipped resources and migrations, the user's data, settings and logs."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def _shipped(name: str) -> Path:
    bundled = _PACKAGE / "_bundled" / name
    return bundled if bundled.is_dir() else _PACKAGE.parent.parent / name


def resources_folder() -> Path:
    """Fonts, catalogues of words, icons and help, from the wheel or the checkout."""
    return _shipped("resources")


def migrations_folder() -> Path:
    """alembic's scripts, from the wheel or the checkout."""
    return _shipped("migrations")


@dataclass(frozen=True, slots=True)
class Places:
    """The user's folders: villages (in 文档 so that people find them), settings and logs."""

    villages: Path
    settings: Path
    logs: Path

    @property
    def drafts(self) -> Path:
        """Unsaved entry, on this computer only: beside the logs."""
        return self.logs.parent / "drafts"


def user_places(environment: Mapping[str, str]) -> Places:
    """Folders of this user; PASSBOOK_HOME puts all of them under one folder (tests, USB sticks)."""
    home = environment.get("PASSBOOK_HOME")
    if home:
        root = Path(home)
        return Places(root / "villages", root / "settings", root / "logs")
    import platformdirs

    documents = Path(platformdirs.user_documents_dir())
    return Places(
        villages=documents / "红绿存折",
        settings=Path(platformdirs.user_config_dir("passbook-desk", appauthor=False)),
        logs=Path(platformdirs.user_log_dir("passbook-desk", appauthor=False)),
    )
