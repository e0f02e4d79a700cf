"""import-linter looks at every package."""

import tomllib

from core.dev.places import REPOSITORY


def test_every_package_of_the_application_is_under_the_layers() -> None:
    contracts = tomllib.loads((REPOSITORY / "pyproject.toml").read_text())["tool"]["importlinter"]
    packages = {path.parent.name for path in REPOSITORY.glob("*/apps.py")}

    assert set(contracts["root_packages"]) == packages
