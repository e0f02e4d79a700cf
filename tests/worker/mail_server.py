"""A mail server that takes every mail, or keeps the sender waiting in the middle of one."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message

OK = b"250 OK\r\n"


@dataclass
class MailServer:
    """What it took, and whether it lets a mail through."""

    port: int = 0
    taken: list[Message] = field(default_factory=list)
    begun: threading.Event = field(default_factory=threading.Event)
    open: threading.Event = field(default_factory=threading.Event)


class _Conversation(socketserver.StreamRequestHandler):
    """As much of SMTP as a sender without TLS and password needs."""

    mail_server: MailServer

    def handle(self) -> None:
        """Answer line by line."""
        self.wfile.write(b"220 mail.test.example\r\n")
        for line in self.rfile:
            command = line.split()[0].upper() if line.split() else b""
            if command == b"DATA":
                self._take()
            elif command == b"QUIT":
                self.wfile.write(b"221 bye\r\n")
                return
            else:
                self.wfile.write(OK)

    def _take(self) -> None:
        self.mail_server.begun.set()
        self.mail_server.open.wait(timeout=60)
        self.wfile.write(b"354 go on\r\n")
        lines: list[bytes] = []
        for line in self.rfile:
            if line == b".\r\n":
                self.mail_server.taken.append(message_from_bytes(b"".join(lines)))
                self.wfile.write(OK)
                return
            lines.append(line)


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """It runs in a thread, on a port of its own."""
    state = MailServer()
    handler = type("Conversation", (_Conversation,), {"mail_server": state})
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads = True
        state.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield state
        finally:
            state.open.set()
            server.shutdown()
