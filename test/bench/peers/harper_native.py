"""Checks what its parent process sends, over Node's channel of JSON lines, with the native Harper."""

import json
import os
import socket
import time

from harper import Linter

linter = Linter()
channel = socket.socket(fileno=int(os.environ["NODE_CHANNEL_FD"]))
lines = channel.makefile("rw", encoding="utf-8")


def send(message: object) -> None:
    lines.write(json.dumps(message) + "\n")
    lines.flush()


send("ready")
for line in lines:
    begin = time.perf_counter()
    found = [[lint.span.start, lint.span.end] for lint in linter.lint(json.loads(line))]
    send({"milliseconds": 1000 * (time.perf_counter() - begin), "found": found})
