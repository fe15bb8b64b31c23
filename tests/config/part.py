"""A part as tests want it: ``python -m tests.config.part PARENT BEHAVIOUR [PORT]``. Each start writes ``name pid``.

``answer`` listens on the port; ``wait`` does nothing; ``family`` waits beside a child of its own that heeds no signal;
``deaf`` heeds no signal itself; ``break`` ends at once with status 3 and ``refuse`` with 2.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time

from filrouge.config.processes import die_with_parent

STUBBORN = (
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('here', flush=True); time.sleep(600)"
)


def main(parent: str, behaviour: str, port: str = "0") -> int:
    die_with_parent(int(parent))
    if behaviour == "family":
        child = subprocess.Popen([sys.executable, "-c", STUBBORN], stdout=subprocess.PIPE)
        assert child.stdout is not None
        child.stdout.readline()
        print("child", child.pid, flush=True)
    if behaviour == "deaf":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    print(behaviour, os.getpid(), flush=True)
    if behaviour in ("break", "refuse"):
        return {"break": 3, "refuse": 2}[behaviour]
    if behaviour == "answer":
        with socket.create_server(("127.0.0.1", int(port))) as server:
            while True:
                server.accept()[0].close()
    time.sleep(600)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
