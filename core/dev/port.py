"""The port of the web server."""

import socket

from core.dev.cannot_start import CannotStart


def free_port(wish: str) -> int:
    """The wished port, if it is one and nobody listens there."""
    if not wish.isdecimal() or not 1 <= int(wish) <= 65535:
        raise CannotStart(f"Der Port {wish} ist keine Zahl von 1 bis 65535 (PORT oder --port).")
    with socket.socket() as probe:
        # As the web server does: a port whose last connection has just ended counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(wish)))
        except OSError:
            raise CannotStart(
                f"Der Port {wish} ist belegt oder nicht erlaubt; bitte mit --port einen anderen wählen."
            ) from None
    return int(wish)
