"""Starts a program from a small process and tells its first line's time, its peak memory, its exit code.

    python tests/performance/first_paint.py PROGRAM ARGUMENT…

A process that comes from a large one is charged with the large one's memory; this one is small.
"""

import os
import subprocess
import sys
import time

began = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
assert process.stdout is not None
told = process.stdout.readline()
milliseconds = (time.perf_counter() - began) * 1000
process.stdout.close()
_, status, used = os.wait4(process.pid, 0)
code = os.waitstatus_to_exitcode(status) if told else 1
print(f"{milliseconds:.1f} {used.ru_maxrss / 1024:.1f} {code}")
