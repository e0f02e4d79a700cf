"""Environment and database of the tests; both stand before tests/conftest.py loads the models."""

pytest_plugins = ["tests.environment", "tests.database"]
