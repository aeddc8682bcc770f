"""House rules that import contracts cannot say: what each forbids, where, and an example it must catch."""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from architecture.sources import Source

Check = Callable[[Source], Iterator[int]]

_LONGEST_FILE = 600
_LONGEST_FUNCTION = 60
_PRINTERS = ("app/cli.py", "app/doctor.py", "app/selftest.py")
_TRANSACTIONS = ("db/store.py", "db/migrate.py")  # the upgrade runs before there is a Store
_BOXES = {"QMessageBox", "QFileDialog"}
_NETWORK = {"socket", "ssl", "urllib.request", "http", "ftplib", "smtplib", "requests", "PySide6.QtNetwork"}
_HAN = re.compile(r"[\u4e00-\u9fff]")
_MEASURED = "国"  # the square that widths are counted in
_SENTENCE = re.compile(r"[\u4e00-\u9fff].*[，。！？；]|请")


@dataclass(frozen=True, slots=True)
class Rule:
    """`check` yields the numbers of offending lines. An example, bad or good, is a place and a text."""

    name: str
    applies: Callable[[Source], bool]
    check: Check
    bad: tuple[str, str]
    good: tuple[str, str]
    also_bad: tuple[tuple[str, str], ...] = ()

    def offences(self, source: Source) -> list[str]:
        """Offending places as `file:line`, empty when the file keeps the rule or is none of its business."""
        if not self.applies(source):
            return []
        return [f"{source.place}:{line}" for line in self.check(source)]


def _calls(source: Source) -> Iterator[ast.Call]:
    return (node for node in ast.walk(source.tree) if isinstance(node, ast.Call))


def _method_calls(source: Source, *names: str) -> Iterator[tuple[ast.Call, ast.Attribute]]:
    for call in _calls(source):
        if isinstance(call.func, ast.Attribute) and call.func.attr in names:
            yield call, call.func


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _imports(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Dotted names a tree imports; `from a import b` yields "a" and "a.b"."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, node.lineno
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def _within(name: str, parents: set[str]) -> bool:
    return any(name == parent or name.startswith(f"{parent}.") for parent in parents)


def _docstrings(tree: ast.Module) -> set[int]:
    """Identities of the constants that stand alone as statements: they document what stands around them."""
    return {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def transactions_elsewhere(source: Source) -> Iterator[int]:
    yield from (call.lineno for call, _ in _method_calls(source, "commit", "rollback"))


def flush_without_reason(source: Source) -> Iterator[int]:
    for call, method in _method_calls(source, "flush"):
        if _last_name(method.value) == "session" and "  # " not in source.lines[call.lineno - 1]:
            yield call.lineno


def prints(source: Source) -> Iterator[int]:
    yield from (call.lineno for call in _calls(source) if _last_name(call.func) == "print")


def own_clock(source: Source) -> Iterator[int]:
    for call, method in _method_calls(source, "now", "utcnow", "today"):
        if _last_name(method.value) in {"datetime", "date"}:
            yield call.lineno


def message_boxes(source: Source) -> Iterator[int]:
    yield from (line for name, line in _imports(source.tree) if name.rpartition(".")[2] in _BOXES)
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and node.attr in _BOXES:
            yield node.lineno


def floats(source: Source) -> Iterator[int]:
    for node in ast.walk(source.tree):
        literal = isinstance(node, ast.Constant) and isinstance(node.value, float)
        made = isinstance(node, ast.Name) and node.id == "float"
        divided = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
        if literal or made or divided:
            yield node.lineno


def long_file(source: Source) -> Iterator[int]:
    if len(source.lines) > _LONGEST_FILE:
        yield len(source.lines)


def long_function(source: Source) -> Iterator[int]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > _LONGEST_FUNCTION:
                yield node.lineno


def foreign_imports_in_migration(source: Source) -> Iterator[int]:
    for name, line in _imports(source.tree):
        top = name.partition(".")[0]
        if top not in {"alembic", "sqlalchemy"} and top not in sys.stdlib_module_names:
            yield line


def libraries_at_top(source: Source) -> Iterator[int]:
    top_level = ast.Module(body=_outside_functions(source.tree), type_ignores=[])
    for name, line in _imports(top_level):
        top = name.partition(".")[0]
        if top != "passbook_desk" and top not in sys.stdlib_module_names:
            yield line


def _outside_functions(tree: ast.Module) -> list[ast.stmt]:
    kept: list[ast.stmt] = []
    for node in tree.body:
        if isinstance(node, ast.If | ast.Try):
            kept += [*node.body, *node.orelse]
        elif not isinstance(node, ast.FunctionDef | ast.ClassDef):
            kept.append(node)
    return kept


def insides_in_journey(source: Source) -> Iterator[int]:
    hidden = {"passbook_desk.features", "passbook_desk.db"}
    for name, line in _imports(source.tree):
        parts = name.split(".")
        if _within(name, hidden) or "presenter" in parts or parts[-1].endswith("Presenter"):
            yield line
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and _within(node.value, hidden):
            yield node.lineno


def lost_translations(source: Source) -> Iterator[int]:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.JoinedStr):
            for inner in ast.walk(node):
                if isinstance(inner, ast.Call) and _is_translation(inner) and _literal_text(inner):
                    yield node.lineno
        elif isinstance(node, ast.Call) and _is_translation(node):
            yield from (word.lineno for word in node.args if _is_made_up(word))


def _is_translation(call: ast.Call) -> bool:
    name = _last_name(call.func)
    if name == "translate":  # a context and a text; str.translate and QPainter.translate take something else
        first = call.args[0] if call.args else None
        return isinstance(first, ast.Constant) and isinstance(first.value, str)
    return name in {"tr", "QT_TRANSLATE_NOOP", "QT_TR_NOOP"}


def _is_made_up(word: ast.expr) -> bool:
    """True for a text that is put together before it is translated: no catalogue holds it."""
    if isinstance(word, ast.Call):
        return _last_name(word.func) in {"format", "join", "replace"}
    return isinstance(word, ast.JoinedStr | ast.BinOp)


def _literal_text(call: ast.Call) -> bool:
    """True when the words themselves stand in the call; a variable was marked elsewhere."""
    place = 0 if _last_name(call.func) in {"tr", "QT_TR_NOOP"} else 1
    return len(call.args) > place and isinstance(call.args[place], ast.Constant)


def sentences_below(source: Source) -> Iterator[int]:
    skipped = _docstrings(source.tree)
    for node in ast.walk(source.tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in skipped else None
        if isinstance(text, str) and _SENTENCE.search(text):
            yield node.lineno


def unmarked_words(source: Source) -> Iterator[int]:
    skipped = _docstrings(source.tree)
    for call in _calls(source):
        if _is_translation(call):
            skipped |= {id(inner) for word in call.args for inner in ast.walk(word)}
    for node in ast.walk(source.tree):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in skipped else None
        if isinstance(text, str) and _HAN.search(text) and text != _MEASURED:
            yield node.lineno


def network(source: Source) -> Iterator[int]:
    yield from (line for name, line in _imports(source.tree) if _within(name, _NETWORK))


def global_state(source: Source) -> Iterator[int]:
    yield from (node.lineno for node in ast.walk(source.tree) if isinstance(node, ast.Global))


def orm_links(source: Source) -> Iterator[int]:
    yield from (call.lineno for call in _calls(source) if _last_name(call.func) == "relationship")


def cascades(source: Source) -> Iterator[int]:
    for number, line in enumerate(source.lines, 1):
        if re.search(r"on\s*_?delete\W+cascade", line, re.IGNORECASE):
            yield number


def late_annotations(source: Source) -> Iterator[int]:
    names = {name for name, _ in _imports(source.tree)}
    if "sqlalchemy.orm.Mapped" in names and "__future__.annotations" in names:
        yield 1


def promises(source: Source) -> Iterator[int]:
    words = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
    yield from (number for number, line in enumerate(source.lines, 1) if words.search(line))


def machine_places(source: Source) -> Iterator[int]:
    hosts = (
        "pypi.o" + "rg",
        "pythonhosted.o" + "rg",
        "npmjs.o" + "rg",
        "debian.o" + "rg",
        "proxy.gol" + "ang",
    )
    paths = re.compile(r"(?<![\w.<])/(work|root|opt|home/[a-z]\w*|Users/[A-Z]\w*|tmp/[a-z]\w*)\b")
    for number, line in enumerate(source.lines, 1):
        if any(host in line for host in hosts) or paths.search(line):
            yield number


def waits(source: Source) -> Iterator[int]:
    for call in _calls(source):
        if _last_name(call.func) == "sleep":
            yield call.lineno


def _program(source: Source) -> bool:
    return source.in_program


def _program_but(*modules: str) -> Callable[[Source], bool]:
    return lambda source: source.in_program and not source.is_one_of(*modules)


def _handwritten_python(source: Source) -> bool:
    return source.is_python and not source.place.startswith("migrations/versions/")


def _wordless_module(source: Source) -> bool:
    name = source.place.rpartition("/")[2]
    return source.under("features") and name in {"commands.py", "queries.py", "rules.py", "errors.py"}


def _python_below(folder: str) -> Callable[[Source], bool]:
    return lambda source: source.is_python and source.place.startswith(folder)


_ANY = "src/passbook_desk/features/ledger/commands.py"
_UI = "src/passbook_desk/ui/pages/ledger/page.py"

RULES = (
    Rule(
        "only the Store ends a transaction",
        _program_but(*_TRANSACTIONS),
        transactions_elsewhere,
        (_ANY, "tx.session.commit()"),
        ("src/passbook_desk/db/store.py", "session.commit()"),
    ),
    Rule(
        "a flush says why",
        _program,
        flush_without_reason,
        (_ANY, "tx.session.flush()"),
        (_ANY, "tx.session.flush()  # the caller needs the id\nfile.flush()"),
    ),
    Rule(
        "only the command line prints",
        _program_but(*_PRINTERS),
        prints,
        (_ANY, "print('x')"),
        ("src/passbook_desk/app/cli.py", "print('x')"),
    ),
    Rule(
        "the clock is an argument",
        _program_but("kernel/clock.py"),
        own_clock,
        (_ANY, "import datetime\nday = datetime.date.today()"),
        (_ANY, "day = clock.today()\nat = tx.now"),
    ),
    Rule(
        "questions are asked through ui/kit/dialogs",
        _program_but("ui/kit/dialogs.py"),
        message_boxes,
        (_UI, "from PySide6.QtWidgets import QMessageBox"),
        ("src/passbook_desk/ui/kit/dialogs.py", "from PySide6.QtWidgets import QFileDialog"),
    ),
    Rule(
        "points and money know no floats",
        lambda source: (
            (source.under("features/ledger") and not source.place.endswith("/paper.py"))  # millimetres
            or source.is_one_of("kernel/points.py")
        ),
        floats,
        (_ANY, "half = points.hundredths / 2"),
        (_ANY, "half = points.hundredths // 2"),
    ),
    Rule(
        "no file over 600 lines",
        _handwritten_python,
        long_file,
        (_ANY, "x = 1\n" * 601),
        (_ANY, "x = 1\n" * 600),
    ),
    Rule(
        "no function over 60 lines",
        _handwritten_python,
        long_function,
        (_ANY, "def f():\n" + "    x = 1\n" * 60),
        (_ANY, "def f():\n" + "    x = 1\n" * 59),
    ),
    Rule(
        "migrations stand alone",
        _python_below("migrations/"),
        foreign_imports_in_migration,
        ("migrations/versions/0002_more.py", "from passbook_desk.db import types"),
        ("migrations/versions/0002_more.py", "import json\nimport sqlalchemy as sa\nfrom alembic import op"),
    ),
    Rule(
        "the kernel imports libraries inside functions",
        lambda source: source.under("kernel"),
        libraries_at_top,
        ("src/passbook_desk/kernel/search.py", "import pypinyin"),
        ("src/passbook_desk/kernel/search.py", "import re\ndef f():\n    import pypinyin"),
    ),
    Rule(
        "journeys see what the clerk sees",
        _python_below("tests/journeys/"),
        insides_in_journey,
        ("tests/journeys/test_a.py", "from passbook_desk.features.ledger import queries"),
        ("tests/journeys/test_a.py", "from passbook_desk.app import gui\nfrom PySide6.QtTest import QTest"),
        (
            ("tests/journeys/clerk.py", "import_module('passbook_desk.db.store')"),
            (
                "tests/journeys/clerk.py",
                "from passbook_desk.ui.pages.ledger.presenter import LedgerPresenter",
            ),
        ),
    ),
    Rule(
        "translated words are whole",
        _program,
        lost_translations,
        (_UI, "text = f\"{self.tr('户')}{count}\""),
        (
            _UI,
            "text = self.tr('共 {n} '\n  '户').format(n=n)\nhead = f\"{translate('C', c.title)}\"",
        ),
        ((_UI, "text = self.tr('共 {n}'.format(n=3))"), (_UI, "text = self.tr('共' + word)")),
    ),
    Rule(
        "commands, queries and rules hold no sentences",
        _wordless_module,
        sentences_below,
        (_ANY, "raise ValueError('积分不够，不能兑换。')"),
        (_ANY, '"""积分不够，不能兑换。"""\nword = "户主"'),
    ),
    Rule(
        "every word of the window is marked for the catalogue",
        lambda source: source.under("ui") and not source.is_one_of("ui/kit/dates.py"),  # what the clerk types
        unmarked_words,
        (_UI, "button = QPushButton('保存')"),
        (_UI, "button = QPushButton(self.tr('保存'))\nTITLE = QT_TRANSLATE_NOOP('Columns', '积分')"),
    ),
    Rule(
        "the program calls no network",
        _program,
        network,
        (_ANY, "import urllib.request"),
        (_ANY, "import urllib.parse"),
    ),
    Rule(
        "no global state",
        _program,
        global_state,
        (_ANY, "def f():\n    global count\n    count = 1"),
        (_ANY, "COUNT = 1"),
    ),
    Rule(
        "features link tables by key, not by ORM relationship",
        lambda source: source.under("features"),
        orm_links,
        (_ANY, "lines = relationship('Line')"),
        (_ANY, "relation = person.relation"),
    ),
    Rule(
        "nothing is deleted in cascade",
        lambda source: source.in_program or source.place.startswith("migrations/"),
        cascades,
        (_ANY, "ForeignKey('account.id', ondelete='CASCADE')"),
        (_ANY, "ForeignKey('account.id')"),
    ),
    Rule(
        "modules with Mapped keep their annotations",
        _program,
        late_annotations,
        (_ANY, "from __future__ import annotations\nfrom sqlalchemy.orm import Mapped"),
        (_ANY, "from sqlalchemy.orm import Mapped"),
    ),
    Rule(
        "no promises in code",
        lambda source: source.is_python,
        promises,
        (_ANY, "# TO" + "DO later"),
        (_ANY, "# the list is short"),
    ),
    Rule(
        "no machine's paths, no registry's hosts",
        lambda source: True,
        machine_places,
        ("README.md", "see /ro" + "ot/x"),
        ("README.md", "see src/root/x and https://www.apache.org"),
    ),
    Rule(
        "a test waits for a condition, not for a time",
        lambda source: source.in_program or (source.is_python and source.place.startswith("tests/")),
        waits,
        ("tests/db/test_a.py", "import time\ntime.sleep(1)"),
        ("tests/db/test_a.py", "qtbot.waitUntil(ready)"),
    ),
)
