"""Hostile answers to the task "double x": what each tries, and what has to be on record.

Each is the source of a cell. ``SECRET`` in a source is replaced by a path that must not be readable.
"""

import platform

from attrs import frozen

CASES = ({"x": 1}, {"x": 2}, {"x": 3})


@frozen
class Attack:
    source: str
    status: str  # of the run
    says: str = ""  # in the reason, or in the error of the first case
    earns: str = "wrong"


def body(code: str) -> str:
    """The code in a function that goes on to answer rightly, so that what it tried is all that can go wrong."""
    lines = "\n".join(f"    {line}" for line in code.strip().splitlines())
    return f"def double(x):\n{lines}\n    return 2 * x\n"


def tried(code: str) -> str:
    """The code, whose failure is returned in words: the attack is contained when the words are those of a refusal."""
    lines = "\n".join(f"        {line}" for line in code.strip().splitlines())
    return (
        f"def double(x):\n    try:\n{lines}\n    except BaseException as error:\n"
        "        raise RuntimeError(f'contained: {type(error).__name__}: {error}') from None\n    return 'escaped'\n"
    )


IO_SETUP = 0 if platform.machine() == "aarch64" else 206
LIBC = "import ctypes\nlibc = ctypes.CDLL(None, use_errno=True)\n"
RAISE = "\nif result == -1: raise OSError(ctypes.get_errno(), 'refused')"

QUICK = {
    "patched checker": Attack(
        "import netlearn.grader.sandbox.outcome, netlearn.grader.sandbox.child, sys\n"
        "for module in list(sys.modules.values()):\n"
        "    for name in ('judge', 'mark', 'read_answer', 'grade'):\n"
        "        if hasattr(module, name): setattr(module, name, lambda *a, **k: 'right')\n"
        "def double(x): return 0\n",
        "graded",
    ),
    "object equal to everything": Attack(
        "class Any(int):\n    def __eq__(self, other): return True\n    __hash__ = None\ndef double(x): return Any()\n",
        "graded",
        "returned a Any",
    ),
    "text equal to everything": Attack(
        "class Any(str):\n    def __eq__(self, other): return True\n    __hash__ = str.__hash__\n"
        "def double(x): return {'a': [Any('2')]}\n",
        "graded",
        "returned a Any",
    ),
    "pickle": Attack(
        "import os\nclass Bomb:\n    def __reduce__(self): return os.system, ('echo',)\ndef double(x): return Bomb()\n",
        "graded",
        "returned a Bomb",
    ),
    "pickled bytes": Attack("import pickle\ndef double(x): return pickle.dumps(x)\n", "graded", "returned a bytes"),
    "faked output": Attack(body("print('[\"value\", 2]\\n' * 3)\nprint('score: 10/10')\nreturn 0"), "graded"),
    "result written to the open file": Attack(
        "import os\nos.write(4, b'[\"value\", 2]\\n' * 50)\ndef double(x): return 2 * x\n", "refused", "does not begin"
    ),
    "result file overwritten": Attack(
        "import os\nos.ftruncate(4, 0); os.lseek(4, 0, 0); os.write(4, b'{}\\n')\ndef double(x): return 2 * x\n",
        "refused",
        "pairs",
    ),
    "a cell that is not there": Attack(
        "import os\nos.write(4, b'[\"source\", 999999]\\n' + b'[\"value\", 2]\\n' * 3)\nos._exit(0)\n",
        "refused",
        "it names code cell 1000000 of 1",
    ),
    "a cell before the first": Attack(
        "import os\nos.write(4, b'[\"source\", -1]\\n')\nos._exit(1)\n", "refused", "it names code cell 0 of 1"
    ),
    "sys.exit": Attack(body("import sys\nsys.exit(0)"), "graded", "SystemExit"),
    "sys.exit while loading": Attack("import sys\nsys.exit(0)\ndef double(x): return 2 * x\n", "graded", "SystemExit"),
    "os._exit": Attack(body("import os\nos._exit(0)"), "died", "status 0"),
    "abort": Attack(body("import os\nos.abort()"), "died", "signal"),
    "segmentation fault": Attack(body("import ctypes\nctypes.string_at(0)"), "died", "segmentation fault"),
    "10 GB allocation": Attack(body("bytearray(10 * 2**30)"), "graded", "MemoryError"),
    "allocation bit by bit": Attack(
        body("hold = []\nwhile True: hold.append(bytearray(2**20))"), "graded", "MemoryError"
    ),
    "process": Attack(tried("import os\nif os.fork() == 0: os._exit(0)"), "graded", "contained: BlockingIOError"),
    "thread": Attack(
        tried("import threading\nthreading.Thread(target=int).start()"), "graded", "contained: RuntimeError"
    ),
    "1 GB of output": Attack(body("for _ in range(1024): print('x' * 2**20)"), "graded", "File too large"),
    "deep recursion": Attack("def double(x): return double(x)\n", "graded", "RecursionError"),
    "bottomless recursion": Attack(
        "import sys\nsys.setrecursionlimit(10**9)\n"
        "class A:\n    def __getattr__(self, name): return getattr(self, name + 'a')\n"
        "def double(x): return repr(A().b)\n",
        "died",
        "",
    ),
    "huge number": Attack("def double(x): return 10 ** 100_000\n", "graded", "more than 400 digits"),
    "NaN": Attack("def double(x): return float('nan')\n", "graded", "not JSON compliant"),
    "long answer": Attack("def double(x): return 'x' * 10**6\n", "graded", "at most"),
    "nested answer": Attack(
        "def double(x):\n    a = []\n    for _ in range(99): a = [a]\n    return a\n", "graded", "nested"
    ),
    "endless object": Attack("def double(x):\n    a = []\n    a.append(a)\n    return a\n", "graded", "nested"),
    "error that fails": Attack(
        "class E(Exception):\n    def __str__(self): raise SystemExit\ndef double(x): raise E\n",
        "graded",
        "('error', 'E')",
    ),
    "reading a file": Attack(tried("open('SECRET').read()"), "graded", "contained: "),
    "reading the answers": Attack(
        tried(
            "import netlearn, pathlib\nroot = pathlib.Path(netlearn.__file__).parents[1]\n"
            "if [path for path in root.glob('*') if path.name != 'netlearn']: return 'seen'\n"
            "open(root / 'exercises')"
        ),
        "graded",
        "contained: ",
    ),
    "looking for answers in memory": Attack(
        "import sys\ndef double(x):\n"
        "    return [m for m in sys.modules if m.startswith(('netlearn.items', 'netlearn.grader.marking'))]\n",
        "graded",
        "'value', []",
    ),
    "closing its result": Attack(body("import os\nos.close(4)"), "died", "status 1"),
    "waiting for input": Attack(body("input()"), "graded", "EOFError"),
    "reading passwords": Attack(tried("open('/etc/passwd').read()"), "graded", "contained: "),
    "listing the root": Attack(
        tried(
            "import os\nfound = set(os.listdir('/'))\n"
            "if found & {'etc', 'proc', 'dev', 'var'}: return 'seen'\n"
            "raise PermissionError(str(found))"
        ),
        "graded",
        "contained: PermissionError",
    ),
    "reading a process": Attack(tried("open('/proc/self/environ').read()"), "graded", "contained: "),
    "reading the environment": Attack("import os\ndef double(x): return dict(os.environ)\n", "graded", "{}"),
    "reading an older environment": Attack(
        "import ctypes\ndef double(x):\n    e = ctypes.POINTER(ctypes.c_char_p).in_dll(ctypes.CDLL(None), 'environ')\n"
        "    return [e[0].decode()] if e and e[0] else {}\n",
        "graded",
        "{}",
    ),
    "writing a file": Attack(tried("open('/x', 'w').write('x')"), "graded", "contained: "),
    "writing into netlearn": Attack(
        tried("import netlearn\nopen(netlearn.__file__, 'a').write('x')"), "graded", "contained: "
    ),
    "writing to the temporary folder": Attack(
        tried("import tempfile\ntempfile.TemporaryFile().write(b'x')"), "graded", "contained: "
    ),
    "symbolic link": Attack(tried("import os\nos.symlink('/etc/passwd', '/x')"), "graded", "contained: "),
    "hard link": Attack(tried("import os, netlearn\nos.link(netlearn.__file__, '/x')"), "graded", "contained: "),
    "starting a program": Attack(
        tried("import sys, subprocess\nsubprocess.run([sys.executable, '-c', '0'])"), "graded", "contained: "
    ),
    "TCP": Attack(tried("import socket\nsocket.create_connection(('127.0.0.1', PORT), 1)"), "graded", "contained: "),
    "UDP": Attack(
        tried("import socket\nsocket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', PORT))"),
        "graded",
        "contained: ",
    ),
    "raw socket": Attack(
        tried("import socket\nsocket.socket(socket.AF_INET, socket.SOCK_RAW, 1)"),
        "graded",
        "contained: PermissionError",
    ),
    "abstract socket": Attack(
        tried("import socket\nsocket.socket(socket.AF_UNIX).connect('\\0netlearn-test-PID')"), "graded", "contained: "
    ),
    "signalling the parent": Attack(
        tried("import os\nassert os.getppid() == 0, os.getppid()\nos.kill(PID, 9)"),
        "graded",
        "contained: ProcessLookupError",
    ),
    "signalling everyone": Attack(tried("import os\nos.kill(-1, 9)"), "graded", "contained: ProcessLookupError"),
    "signalling its group": Attack(body("import os\nos.kill(0, 9)\nos.kill(os.getpid(), 9)"), "graded", earns="right"),
    "ptrace": Attack(tried(f"{LIBC}result = libc.ptrace(16, PID, 0, 0){RAISE}"), "graded", "contained: "),
    "reading another process": Attack(
        tried(
            f"{LIBC}buffer = ctypes.create_string_buffer(8)\n"
            "class V(ctypes.Structure): _fields_ = [('b', ctypes.c_void_p), ('n', ctypes.c_size_t)]\n"
            "v = V(ctypes.addressof(buffer), 8)\n"
            f"result = libc.process_vm_readv(PID, ctypes.byref(v), 1, ctypes.byref(v), 1, 0){RAISE}"
        ),
        "graded",
        "contained: ",
    ),
    "memory outside the limits": Attack(
        tried(f"{LIBC}result = libc.shmget(0, ctypes.c_size_t(4096), 0o1600){RAISE}"), "graded", "contained: "
    ),
    "a user namespace of its own": Attack(
        tried(f"{LIBC}result = libc.unshare(0x10000000){RAISE}"), "graded", "contained: "
    ),
    "outliving its server": Attack(tried(f"{LIBC}result = libc.prctl(1, 0, 0, 0, 0){RAISE}"), "graded", "contained: "),
    "outliving, by the upper half": Attack(
        tried(f"{LIBC}result = libc.prctl(ctypes.c_long(2**32 + 1), 0, 0, 0, 0){RAISE}"), "graded", "contained: "
    ),
    "other properties of a process": Attack(
        body(f"{LIBC}assert libc.prctl(15, b'name', 0, 0, 0) == 0, 'a name of its own'"), "graded", earns="right"
    ),
    "asynchronous input and output": Attack(
        tried(f"{LIBC}a = ctypes.c_ulong(0)\nresult = libc.syscall({IO_SETUP}, 65536, ctypes.byref(a)){RAISE}"),
        "graded",
        "contained: PermissionError",
    ),
    "pipes": Attack(tried("import os\nhold = [os.pipe() for _ in range(8)]"), "graded", "contained: PermissionError"),
    "pairs of sockets": Attack(tried("import socket\nsocket.socketpair()"), "graded", "contained: PermissionError"),
    "a number of 500 digits": Attack("def double(x): return 10**499 + x\n", "graded", "more than 400 digits"),
    "a number of 401 digits": Attack("def double(x): return 10**400\n", "graded", "more than 400 digits"),
    "a number of 5000 digits in a list": Attack("def double(x): return [10**5000]\n", "graded", "more than 400 digits"),
    "half a character in an error": Attack("def double(x): raise ValueError('\\ud800')\n", "graded", "ValueError"),
    "half a character in its answer": Attack("def double(x): return '\\ud800'\n", "graded", "('value', '\\ud800')"),
    "half a character for a name": Attack(
        "def double(x): raise type('E\\ud800', (Exception,), {})\n",
        "graded",
        "UnicodeEncodeError: 'utf-8' codec can't encode character",
    ),
    "half a character in the source": Attack("def double(x): return '\ud800'\n", "graded", "surrogates not allowed"),
    "nesting of 500 levels": Attack(
        "import os\nos.write(4, b'[\"source\", 0]\\n[\"value\", ' + b'[' * 500 + b']' * 500 + b']\\n')\nos._exit(0)\n",
        "refused",
        "nested deeper",
    ),
    "a long answer written by itself": Attack(
        "import os\nos.write(4, b'[\"source\", 0]\\n[\"value\", \"' + b'x' * 60_000 + b'\"]\\n')\nos._exit(0)\n",
        "refused",
        "at most 16384 are accepted",
    ),
    "becoming root": Attack(tried("import os\nos.setuid(0)"), "graded", "contained: "),
    "mounting": Attack(
        tried(f"{LIBC}result = libc.mount(b'none', b'/', b'tmpfs', 0, None){RAISE}"), "graded", "contained: "
    ),
    "raising its limits": Attack(
        tried("import resource\nresource.setrlimit(resource.RLIMIT_NPROC, (99, 99))"), "graded", "contained: ValueError"
    ),
    "no function": Attack("triple = 3\n", "graded", "there is no function double()"),
    "unfinished code": Attack("def double(x:\n", "graded", "SyntaxError"),
    "null bytes": Attack("def double(x): return 0\0", "graded", "null bytes"),
    "code nested too deeply": Attack("x = " + "(" * 5000 + ")" * 5000, "graded", "nested"),
}

SLOW = {
    "endless loop": Attack(body("while True: pass"), "timeout", "still running"),
    "loop that catches everything": Attack(
        body("while True:\n    try:\n        while True: pass\n    except BaseException: pass"),
        "timeout",
        "still running",
    ),
    "sleeping": Attack(body("import time\ntime.sleep(99)"), "timeout", "still running"),
    "fork bomb": Attack(
        body("import os\nwhile True:\n    try: os.fork()\n    except OSError: pass"), "timeout", "still running"
    ),
    "thread bomb": Attack(
        body(
            "import threading, time\nwhile True:\n    try: threading.Thread(target=time.sleep, args=(99,)).start()\n"
            "    except RuntimeError: pass"
        ),
        "timeout",
        "still running",
    ),
    "output without an end": Attack(
        body("while True:\n    try: print('x' * 2**16)\n    except OSError: pass"), "timeout", "still running"
    ),
    "endless loop while loading": Attack("while True: pass\n", "timeout", "still running"),
}

ALL = {**QUICK, **SLOW}
