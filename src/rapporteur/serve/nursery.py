"""The nursery: one process that has imported all that a worker needs and opened nothing; workers are forked from it.

So a worker that was killed is replaced in milliseconds. The nursery is given one end of a socket a worker, and does
nothing else; when the server is gone, it leaves, and its workers with it. It is run as a module, with the number of its
own socket, the folder of the store and the bytes of memory of a worker.
"""

from __future__ import annotations

import os
import signal
import socket
import sys

from rapporteur.serve.worker import work


def keep(channel: socket.socket, store: str, memory: int) -> None:
    """Fork a worker for each socket that comes, until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the system buries who is dead
    while True:
        _, given, _, _ = socket.recv_fds(channel, 1, 1)
        if not given:
            return
        if os.fork() == 0:
            channel.close()
            with socket.socket(fileno=given[0]) as own:
                work(own, store, memory)
            os._exit(0)
        os.close(given[0])


if __name__ == "__main__":
    keep(socket.socket(fileno=int(sys.argv[1])), sys.argv[2], int(sys.argv[3]))
