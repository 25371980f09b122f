"""No clock in a test: what the syntax tree shows of ways to read one or to wait by one, one breach a line.

A test that a clock decides fails on a busy machine and says nothing there. Work is counted, places
are waited for, and only what hangs is stopped, after ``HANG_SECONDS`` (tests/measure.py).
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.bars import read_modules


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


MODULES = _names("time timeit resource sched cProfile profile psutil pytest_timeout")
CLOCKS = _names(
    "time_ns monotonic monotonic_ns perf_counter perf_counter_ns process_time process_time_ns thread_time "
    "thread_time_ns clock_gettime clock_gettime_ns times getrusage default_timer alarm setitimer utcnow today "
    "wait_for_timeout sleep Timer"
)
SIGNALS = _names("SIGALRM SIGVTALRM SIGPROF ITIMER_REAL ITIMER_VIRTUAL ITIMER_PROF")
IMPORTERS = _names("import_module __import__ find_spec")
GETTERS = _names("getattr attrgetter methodcaller")
WAITS = _names("wait join acquire result get communicate")
GUARDS = _names("HANG_SECONDS HANG_MILLISECONDS")
# In pieces, so that this line is not a breach of its own.
IN_PAGES = tuple(".".join(pieces) for pieces in (("performance", "now"), ("Date", "now"), ("console", "time")))
FREE = {"timeout", "set_default_timeout", "set_default_navigation_timeout"}


def clocks_in(folder: Path, *, but: frozenset[str] = frozenset()) -> list[str]:
    """Find clocks in the Python files of a folder, those left out that are named from the folder on."""
    return [
        f"{file}:{line}: {what}"
        for file, tree in read_modules(folder)
        if file.relative_to(folder).as_posix() not in but
        for line, what in sorted(set(clocks_of(tree)))
    ]


def clocks_of(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the line and the name of each clock that a module reads or waits by."""
    for node in ast.walk(tree):
        if what := _import_of(node) or _name_of(node) or _limit_of(node):
            yield getattr(node, "lineno", 0), what


def _import_of(node: ast.AST) -> str:
    """Return the module that is imported for its clocks, by a statement or by a call."""
    match node:
        case ast.Import(names=names):
            named = [one.name for one in names]
        case ast.ImportFrom(module=str(module), names=names):
            named = [module, *(one.name for one in names if one.name in CLOCKS | SIGNALS)]
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[ast.Constant(value=str(module)), *_]):
            named = [module] if name in IMPORTERS else []
        case ast.Subscript(value=ast.Attribute(attr="modules"), slice=ast.Constant(value=str(module))):
            named = [module]
        case _:
            named = []
    return next((name for name in named if name.split(".")[0] in MODULES | CLOCKS | SIGNALS), "")


def _name_of(node: ast.AST) -> str:
    """Return the clock that is named: as an attribute, in a ``getattr``, or in a script of a page."""
    match node:
        case ast.Attribute(attr=name) if name in CLOCKS | SIGNALS:
            return name
        case ast.Call(func=ast.Attribute(attr="now", value=ast.Name() | ast.Attribute())):
            return "now"
        case ast.Call(func=ast.Name(id=getter) | ast.Attribute(attr=getter), args=args) if getter in GETTERS:
            asked = (one.value for one in args if isinstance(one, ast.Constant))
            return next((str(name) for name in asked if name in CLOCKS | SIGNALS), "")
        case ast.Constant(value=str(text)):
            return next((name for name in IN_PAGES if name in text), "")
    return ""


def _limit_of(node: ast.AST) -> str:
    """Return the limit by the clock that is none of the guards against what hangs."""
    match node:
        case ast.keyword(arg="timeout" | "timeout_seconds", value=value) if not _is_guard(value):
            return f"timeout={ast.unparse(value)}"
        case ast.keyword(arg="deadline", value=value) if not (isinstance(value, ast.Constant) and value.value is None):
            return f"deadline={ast.unparse(value)}"
        case ast.keyword(arg="suppress_health_check", value=value) if "too_slow" not in ast.unparse(value):
            return "an example may be too slow"
        case ast.Call(func=ast.Attribute(attr=name), args=[ast.Constant(value=int() | float()), *_]) if name in WAITS:
            return f"{name} with a limit"
        case ast.Call(func=ast.Attribute(attr=name), args=[value]) if name in FREE and not _is_guard(value):
            return f"{name}({ast.unparse(value)})"
    return ""


def _is_guard(value: ast.expr) -> bool:
    return isinstance(value, ast.Name) and value.id in GUARDS
