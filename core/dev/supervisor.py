"""Runs everything in order: database, broker, preparation, then web, worker and clock; and ends it all."""

import http.client
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from core.dev.cannot_start import CannotStart
from core.dev.process import ChildProcess
from core.dev.stop_request import StopRequest, StopRequested

SIGN_IN = "/accounts/login/"
READY_WITHIN = 120
LONGEST_PAUSE = 30


@dataclass
class Watched:
    """A child that is started again when it ends, later each time unless it had lived for a minute."""

    child: ChildProcess
    started: float = field(default_factory=time.monotonic)
    pause: float = 1
    due: float | None = None


class Supervisor:
    """`services` are started one after the other, then `prepare` is run, then `programs` all at once."""

    def __init__(
        self,
        *,
        services: list[ChildProcess],
        prepare: Callable[[], None],
        programs: list[ChildProcess],
        say: Callable[[str], None],
        stop: StopRequest,
    ) -> None:
        self.services = services
        self.prepare = prepare
        self.programs = programs
        self.say = say
        self.stop = stop

    def run(self, *, port: int) -> None:
        """Until the operator asks for the end."""
        try:
            self._start(port)
            self._watch()
        except StopRequested:
            pass
        finally:
            self._end()

    def _start(self, port: int) -> None:
        begin = time.monotonic()
        for service in self.services:
            with self.stop.interrupting():
                service.start()
        with self.stop.interrupting():
            self.prepare()
        for program in self.programs:
            program.start()
        with self.stop.interrupting():
            web = self.programs[0]
            web.await_answer(lambda: _sign_in_page_answers(port, log=web.log), seconds=READY_WITHIN)
        seconds = time.monotonic() - begin
        self.say(f"Fallbrücke ist bereit: http://127.0.0.1:{port}/ (nach {seconds:.0f} s; Ende mit Strg+C)")

    def _watch(self) -> None:
        watched = [Watched(child) for child in [*self.services, *self.programs]]
        while not self.stop.made:
            for one in watched:
                self._look_after(one)
            time.sleep(0.2)

    def _look_after(self, one: Watched) -> None:
        now = time.monotonic()
        if one.due is None and one.child.has_ended():
            one.pause = 1 if now - one.started > 60 else min(one.pause * 2, LONGEST_PAUSE)
            one.due = now + one.pause
            self.say(
                f"{one.child.name} hat sich beendet und startet in {one.pause:.0f} s neu ({one.child.log})."
            )
            one.child.stop()
        elif one.due is not None and now >= one.due:
            one.due, one.started = None, now
            try:
                with self.stop.interrupting():
                    one.child.start()
            except CannotStart as refusal:
                self.say(str(refusal))

    def _end(self) -> None:
        """What uses a service ends before it."""
        for program in self.programs:
            program.ask_to_stop()
        for child in [*self.programs, *reversed(self.services)]:
            child.stop()


def _sign_in_page_answers(port: int, *, log: Path) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", SIGN_IN)
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
    if status != http.HTTPStatus.OK:
        raise CannotStart(f"Die Anmeldeseite antwortet mit {status}; das Protokoll {log} sagt, warum.")
    return True
