"""The supervisor's order, its watch, and its end; with children that only write down what happens to them."""

import signal
from pathlib import Path

import pytest

from core.dev.cannot_start import CannotStart
from core.dev.process import ChildProcess
from core.dev.stop_request import StopRequest
from core.dev.supervisor import Supervisor


class FakeChild(ChildProcess):
    """Writes every call into a common diary."""

    def __init__(self, name: str, diary: list[str]) -> None:
        super().__init__(name, [], log=Path(name))
        self.diary = diary
        self.dead = False

    def start(self) -> None:
        self.dead = False
        self.diary.append(f"start {self.name}")

    def await_answer(self, *_args: object, **_kwargs: object) -> None:
        self.diary.append(f"{self.name} answers")

    def has_ended(self) -> bool:
        return self.dead

    def ask_to_stop(self) -> None:
        self.diary.append(f"ask {self.name}")

    def stop(self, **_kwargs: object) -> None:
        self.diary.append(f"stop {self.name}")


class Stage:
    """A supervisor over four such children, whose clock ends the run after some turns."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.diary: list[str] = []
        self.said: list[str] = []
        self.turns = 1
        self.stop = StopRequest()
        self.db, self.broker, self.web, self.worker = (
            FakeChild(name, self.diary) for name in ("db", "broker", "web", "worker")
        )
        self.supervisor = Supervisor(
            services=[self.db, self.broker],
            prepare=lambda: self.diary.append("prepare"),
            programs=[self.web, self.worker],
            say=self.said.append,
            stop=self.stop,
        )
        monkeypatch.setattr("time.sleep", self._next_turn)

    def _next_turn(self, _seconds: float) -> None:
        self.turns -= 1
        if self.turns <= 0:
            signal.raise_signal(signal.SIGTERM)


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch) -> object:
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    yield Stage(monkeypatch)
    for number, handler in before.items():
        signal.signal(number, handler)


def test_services_come_before_programs_and_end_after_them(stage: Stage) -> None:
    stage.supervisor.run(port=8000)

    assert stage.diary == [
        *("start db", "start broker", "prepare", "start web", "start worker", "web answers"),
        *("ask web", "ask worker", "stop web", "stop worker", "stop broker", "stop db"),
    ]


def test_the_address_is_said_once_the_sign_in_page_answers(stage: Stage) -> None:
    stage.supervisor.run(port=8123)

    assert [sentence for sentence in stage.said if "http://127.0.0.1:8123/" in sentence] == stage.said


def test_a_child_that_ends_is_started_again_and_this_is_said(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = iter(range(0, 1000, 5))
    monkeypatch.setattr("time.monotonic", lambda: next(clock))
    stage.turns = 2
    monkeypatch.setattr(
        stage.web, "await_answer", lambda *_args, **_kwargs: setattr(stage.worker, "dead", True)
    )

    stage.supervisor.run(port=8000)

    assert stage.diary.count("start worker") == 2
    assert "worker hat sich beendet und startet in 2 s neu (worker)." in stage.said


def test_a_request_during_the_preparation_breaks_it_off_and_ends_everything(stage: Stage) -> None:
    def interrupted() -> None:
        signal.raise_signal(signal.SIGINT)
        raise AssertionError("the work went on")

    stage.supervisor.prepare = interrupted

    stage.supervisor.run(port=8000)

    assert "start web" not in stage.diary
    assert stage.diary[-2:] == ["stop broker", "stop db"]


def test_a_refusal_ends_what_was_started(stage: Stage) -> None:
    def refuse() -> None:
        raise CannotStart("Nein.")

    stage.supervisor.prepare = refuse

    with pytest.raises(CannotStart):
        stage.supervisor.run(port=8000)

    assert stage.diary[-2:] == ["stop broker", "stop db"]
