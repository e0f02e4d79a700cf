"""`python -m core.dev.stand_in_broker PORT`: the Redis protocol in Python, for machines without a server.

Queue and cache live in memory. Nothing is lost by that: what is to be done stands in the database.
"""

import signal
import sys
import threading

from fakeredis import TcpFakeServer


def main() -> None:
    """Serve on the local address until told to end."""
    server = TcpFakeServer(("127.0.0.1", int(sys.argv[1])), server_type="redis")
    serving = threading.Thread(target=server.serve_forever, daemon=True)
    serving.start()
    signal.sigwait({signal.SIGTERM, signal.SIGINT})


if __name__ == "__main__":
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM, signal.SIGINT})
    main()
