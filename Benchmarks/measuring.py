"""Runs a command and tells what it took: CPU seconds, seconds on the clock, and its peak of memory.

The peak of a process counts from what the process that started it held at most: begun by a program
that made large tables before, `true` needs a gigabyte. So a small program in between starts it.
"""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass

STARTER = """
import json, os, sys, time
told = int(sys.argv[1])
os.set_inheritable(told, False)
began = time.monotonic()
process = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(process, 0)
wall = time.monotonic() - began
os.write(told, json.dumps([
    os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024,
]).encode())
"""


@dataclass
class Run:
    """What one run of a command took: seconds, and megabytes of it or of the largest that it started."""

    cpu: float
    wall: float
    peak: float
    output: str = ""


def measure(command, **options):
    """Runs a command that must succeed."""
    read, write = os.pipe()
    with tempfile.TemporaryFile() as output, os.fdopen(read) as told:
        subprocess.run(
            [sys.executable, "-I", "-S", "-c", STARTER, str(write), *command], pass_fds=[write],
            stdout=output, stderr=subprocess.STDOUT, **options)
        os.close(write)
        found = told.read()
        output.seek(0)
        text = output.read().decode(errors="replace")
    status, cpu, wall, peak = json.loads(found) if found else (1, 0, 0, 0)
    if status != 0:
        sys.exit(f"{command[0]} ended with {status}:\n{text[-2000:]}")
    return Run(cpu, wall, peak, text)
