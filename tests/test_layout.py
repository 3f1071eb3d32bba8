"""The plan of the house, kept by reading the sources: imports, sizes, words for translation."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted(p for top in ("ganstudio", "trainers") for p in (ROOT / top).rglob("*.py"))
TESTS = sorted(p for top in ("tests", "benchmarks") for p in (ROOT / top).rglob("*.py"))

# A module may import its own floor and those below. The longest name that fits says the floor.
FLOORS = {
    "ganstudio.errors": 0,
    "ganstudio.atomic": 0,
    "ganstudio.paths": 0,
    "ganstudio.allocator": 0,
    "ganstudio.recipe": 1,
    "ganstudio.runs": 2,
    "ganstudio.media": 2,
    "ganstudio.datasets": 2,
    "ganstudio.models.unpickler": 2,  # it knows no models, and reads data sets too
    "ganstudio.networks": 2,
    "ganstudio.models": 3,
    "ganstudio.latent": 4,
    "ganstudio.engine": 5,
    "ganstudio.engine.worker": 6,
    "ganstudio.engine.comparison": 6,
    "ganstudio.engine.export": 6,
    "ganstudio.engine.sheets": 6,
    "ganstudio.engine.video": 6,
    "ganstudio.ui": 7,
    "ganstudio": 8,  # the command line, and what ganstudio/__init__.py offers
    "trainers": 9,
}
BESIDE = {  # on one floor, yet strangers
    "ganstudio.runs": ("ganstudio.media", "ganstudio.networks"),
    "ganstudio.media": ("ganstudio.runs", "ganstudio.networks"),
    "ganstudio.datasets": ("ganstudio.runs", "ganstudio.media", "ganstudio.networks"),
    "ganstudio.networks": ("ganstudio.runs", "ganstudio.media"),
    "ganstudio.models": ("ganstudio.runs", "ganstudio.media"),
    "ganstudio.latent": ("ganstudio.runs", "ganstudio.media"),
}
QT = ("PySide6", "shiboken6", "pyqtgraph", "qimage2ndarray")
WITH_QT = (
    "ganstudio.ui",
    "ganstudio.engine.worker",
    "ganstudio.runs.launcher",
    "ganstudio.media.qimage",
    "ganstudio.cli",
    "ganstudio.__main__",
)
WITHOUT_TORCH = (
    "ganstudio.errors",
    "ganstudio.atomic",
    "ganstudio.paths",
    "ganstudio.recipe",
    "ganstudio.runs",
    "ganstudio.ui",
    "ganstudio.media",
    "ganstudio.datasets",
    "ganstudio.models.card",
    "ganstudio.models.directions",
    "ganstudio.models.header",
    "ganstudio.latent.mixing",
    "ganstudio.latent.paths",
    "ganstudio.latent.plane",
    "ganstudio.latent.scales",
    "ganstudio.latent.seeds",
)
FOR_TRAINERS = tuple(
    f"ganstudio.{part}"
    for part in (
        *("networks", "models", "latent", "runs", "datasets"),
        *("errors", "atomic", "paths", "allocator"),
    )
)

# What shows its text to the user: these methods and constructors.
SHOWN_BY = set(
    """
    QAction QCheckBox QDockWidget QGroupBox QLabel QMenu QMessageBox QProgressDialog QPushButton
    QRadioButton QToolBar QToolButton QUndoCommand addAction addItem addMenu addRow addSection
    addTab beginMacro drawText insertItem insertTab setAccessibleDescription setAccessibleName
    setDetailedText setInformativeText setLabelText setPlaceholderText setPrefix
    setSpecialValueText setStatusTip setSuffix setTabText setText setTitle setToolTip setWhatsThis
    setWindowTitle showMessage
    """.split()
)


def module(path: Path) -> str:
    """The dotted name of a file of the project."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def inside(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)


def floor(name: str) -> int:
    known = [package for package in FLOORS if inside(name, (package,))]
    return FLOORS[max(known, key=len)]


def exists(name: str) -> bool:
    path = ROOT / name.replace(".", "/")
    return path.with_suffix(".py").exists() or path.is_dir()


def imports(node: ast.AST) -> Iterator[str]:
    """Modules that the code imports when it runs, wherever in it; not those for type checkers."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            for other in child.orelse:
                yield from imports(other)
        elif isinstance(child, ast.Import):
            yield from (alias.name for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            base = "." * child.level + (child.module or "")
            for alias in child.names:
                whole = f"{base}.{alias.name}"
                if whole != "ganstudio.__version__":
                    yield whole if exists(whole) else base
        else:
            yield from imports(child)


def wrong_imports(name: str, source: str) -> list[str]:
    """What the module of that name imports against the plan."""
    found = []
    for target in imports(ast.parse(source)):
        top = target.split(".")[0]
        strangers = next((b for a, b in BESIDE.items() if inside(name, (a,))), ())
        rules = {
            "relative imports hide the direction": target.startswith("."),
            "Qt is not for this part": top in QT and not inside(name, WITH_QT),
            "torch is not for this part": top == "torch" and inside(name, WITHOUT_TORCH),
            "trainers is started as a process": top == "trainers" and not inside(name, (top,)),
            "it stands above": top == "ganstudio" and floor(target) > floor(name),
            "it stands beside": inside(target, strangers),
            "not for trainers": inside(name, ("trainers",))
            and top == "ganstudio"
            and not inside(target, FOR_TRAINERS),
            "qimage2ndarray has one place": top == "qimage2ndarray"
            and name != "ganstudio.media.qimage",
            "pyqtgraph is for plot widgets": top == "pyqtgraph"
            and not re.search(r"^ganstudio\.ui\..*plot", name),
        }
        found += [f"{name} imports {target}: {rule}" for rule, broken in rules.items() if broken]
    return found


def texts(node: ast.AST) -> Iterator[str]:
    """Literal text in an expression that is shown, unless a call inside it translates."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node.value
    elif isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute) and node.func.attr in {"format", "join"}:
            yield from texts(node.func.value)
    elif isinstance(
        node, ast.JoinedStr | ast.BinOp | ast.IfExp | ast.List | ast.Tuple | ast.Starred
    ):
        for child in ast.iter_child_nodes(node):
            yield from texts(child)


def calls(node: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    for call in (n for n in ast.walk(node) if isinstance(n, ast.Call)):
        if ast.unparse(call.func).rpartition(".")[2] in names:
            yield call


def is_collected(text: ast.expr) -> bool:
    """A literal; or the template of a Sentence, which .ci/error_sentences collects."""
    return isinstance(text, ast.Constant) or getattr(text, "attr", "") == "template"


def untranslated(source: str) -> list[str]:
    """Lines that show words as they are, and translations that lupdate does not collect."""
    tree = ast.parse(source)
    found = []
    for call in calls(tree, SHOWN_BY):
        arguments = [*call.args, *(k.value for k in call.keywords if k.arg in {"text", "title"})]
        words = [t for a in arguments for t in texts(a) if re.search(r"[^\W\d_]{2}", t)]
        found += [f"line {call.lineno}: {word!r} is shown as it is" for word in words]
    for call in calls(tree, {"tr", "translate"}):
        if not all(map(is_collected, call.args[:2])):
            found.append(f"line {call.lineno}: only a literal can be collected for translation")
    for text in (n for n in ast.walk(tree) if isinstance(n, ast.JoinedStr)):
        if any(calls(text, {"tr", "translate"})):
            found.append(f"line {text.lineno}: what is inside an f-string is not collected")
    return found


@pytest.mark.parametrize("path", FILES, ids=module)
def test_imports_go_one_way(path):
    assert wrong_imports(module(path), path.read_text()) == []


@pytest.mark.parametrize("path", FILES, ids=module)
def test_sentences_of_errors_are_literals(path):
    made = calls(ast.parse(path.read_text()), {"StudioError", "Sentence"})
    if path.name != "errors.py":
        assert [c.lineno for c in made if not isinstance(c.args[0], ast.Constant)] == []


@pytest.mark.parametrize("path", [*FILES, *TESTS], ids=lambda p: str(p.relative_to(ROOT)))
def test_files_are_small_and_say_what_they_are(path):
    source = path.read_text()
    assert source.count("\n") <= 400
    if source.strip() and path not in TESTS:
        assert ast.get_docstring(ast.parse(source)), "a module opens with one sentence"


@pytest.mark.parametrize(
    "path", [p for p in FILES if inside(module(p), ("ganstudio.ui",))], ids=module
)
def test_what_is_shown_can_be_translated(path):
    assert untranslated(path.read_text()) == []


@pytest.mark.parametrize("name", [n for n in WITHOUT_TORCH if exists(n)])
def test_importing_it_brings_no_torch(name):
    """Nor does anything that it imports."""
    modules = [module(p) for p in FILES if inside(module(p), (name,))]
    code = f"import sys, {', '.join(modules)}; print('torch' in sys.modules)"
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.stdout == "False\n", run.stderr


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("ganstudio.recipe", "import ganstudio.networks.layers"),
        ("ganstudio.networks.layers", "from ganstudio.models import store"),
        ("ganstudio.models.store", "from ganstudio import latent"),
        ("ganstudio.latent.mixing", "def f():\n    import ganstudio.engine.renderer"),
        ("ganstudio.engine.renderer", "from ganstudio.engine.worker import Worker"),
        ("ganstudio.engine.worker", "from ganstudio.ui.window import Window"),
        ("ganstudio.models.store", "from ganstudio import open_model"),
        ("ganstudio.models.store", "from .. import recipe"),
        ("ganstudio.networks.layers", "import ganstudio.media.png"),
        ("ganstudio.engine.renderer", "from PySide6.QtCore import QObject"),
        ("ganstudio.models.card", "if True:\n    from PySide6 import QtCore"),
        ("ganstudio.ui.window", "def f():\n    import torch.nn"),
        ("ganstudio.runs.spec", "from torch import Tensor"),
        ("ganstudio.ui.training.panel", "import trainers.loop"),
        ("ganstudio.cli", "from trainers import spec"),
        ("trainers.loop", "from ganstudio.engine.renderer import Renderer"),
        ("trainers.loop", "import PySide6.QtCore"),
        ("ganstudio.media.files", "import qimage2ndarray"),
        ("ganstudio.ui.window", "import pyqtgraph"),
    ],
)
def test_an_import_against_the_plan_is_found(name, source):
    assert len(wrong_imports(name, source)) >= 1


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("ganstudio.latent.mixing", "if TYPE_CHECKING:\n    from torch import Tensor"),
        ("ganstudio.latent.sampling", "import torch\nfrom ganstudio.models.card import Card"),
        ("ganstudio.engine.worker", "from ganstudio.engine.job import Job\nimport PySide6.QtCore"),
        ("ganstudio.ui.training.plots", "import pyqtgraph"),
        ("ganstudio.models.store", "from ganstudio import __version__"),
        ("trainers.loop", "from ganstudio.runs.spec import Spec\nimport trainers.losses, torch"),
        ("ganstudio.__init__", "def f():\n    from ganstudio.engine.renderer import Renderer"),
    ],
)
def test_an_import_as_planned_is_not(name, source):
    assert wrong_imports(name, source) == []


@pytest.mark.parametrize(
    "line",
    [
        'label.setText("Seed")',
        'QLabel("Seed")',
        'QtWidgets.QPushButton(icon, "Open")',
        'label.setText(f"{seed} faces")',
        'label.setText("{} faces".format(seed))',
        'label.setText("on" if on else self.tr("off"))',
        'QAction(text="Open", parent=self)',
        'self.setWindowTitle(name + " - GAN Studio")',
        'self.tr(f"{seed} faces")',
        'def words(text):\n    return QCoreApplication.translate("Words", text)',
        """label.setText(f"<b>{self.tr('Seed')}</b>")""",
    ],
)
def test_words_that_are_not_translated_are_found(line):
    assert len(untranslated(line)) == 1


def test_words_that_are_translated_and_signs_are_not():
    source = """
label.setText(self.tr("Seed"))
label.setText(self.tr("{n} faces").format(n=3))
label.setText(QCoreApplication.translate("Canvas", "Drop a file here"))
label.setText("")
label.setText(f"{seed}")
label.setText("×  1:2 – %")
button.setObjectName("open")
box.addItem(card.name)
"""
    assert untranslated(source) == []
