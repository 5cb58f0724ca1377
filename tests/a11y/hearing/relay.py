"""Joins the terminal that it runs in to a socket: `relay.py SOCKET`.

So a terminal window shows a program that runs elsewhere, and its keys reach that program.
"""

import os
import select
import socket
import sys
import tty


def relay(address: str) -> None:
    """Copies both ways until one side ends."""
    tty.setraw(0)
    with socket.socket(socket.AF_UNIX) as program:
        program.connect(address)
        while True:
            ready, _, _ = select.select([0, program], [], [])
            if program in ready:
                drawn = program.recv(65536)
                if not drawn:
                    return
                os.write(1, drawn)
            if 0 in ready:
                program.sendall(os.read(0, 65536))


if __name__ == "__main__":
    relay(sys.argv[1])
