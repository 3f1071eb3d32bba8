"""The library's window: the models that are here as a list, one of them in detail."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ganstudio.ui.jobs import Jobs
from ganstudio.ui.library.activity import Activity
from ganstudio.ui.library.details import Details
from ganstudio.ui.library.rows import Row
from ganstudio.ui.library.shelf import NAME, NOWHERE, Shelf
from ganstudio.ui.library.thumbnails import SIDE, Thumbnails
from ganstudio.ui.library.words import kinds
from ganstudio.ui.opening import local_files
from ganstudio.ui.widgets.error_bar import ErrorBar

WIDTHS = (208, 72, 88, 64, 80, 104, 72)  # px, of the columns


class LibraryView(QDialog):
    """Tells what the user wants of which rows; `Shelving` does it.

    Signals with a Row: `open_wanted`, `edit_wanted` (of its name), `rename_wanted` (with the new
    name), `delete_wanted`, `reveal_wanted` (in the file manager), `export_wanted`. Others:
    `add_wanted(paths)`, `import_wanted` (by dialog), `looked`: it is in front again, and what is
    on the disk may have changed.
    """

    open_wanted = Signal(object)
    edit_wanted = Signal(object)
    rename_wanted = Signal(object, str)
    delete_wanted = Signal(object)
    reveal_wanted = Signal(object)
    export_wanted = Signal(object)
    add_wanted = Signal(object)
    import_wanted = Signal()
    looked = Signal()

    def __init__(self, thumbnails: Thumbnails, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Library"))
        self.setAcceptDrops(True)
        self.shelf = Shelf(thumbnails, self)
        self.error_bar = ErrorBar()
        self.activity = Activity(jobs)
        self.details = Details(thumbnails)
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("Search: name, family, licence, data"))
        self.search.setAccessibleName(self.tr("Search in the library"))
        self.search.setAcceptDrops(False)  # files dropped here are for the library
        self.kind = QComboBox()
        self.kind.setAccessibleName(self.tr("Kind of models"))
        for kind, words in kinds().items():
            self.kind.addItem(words, kind)
        self.list = self._make_list()
        # not by the model's dataChanged, which would undo what is typed into a name meanwhile
        thumbnails.changed.connect(self.list.viewport().update)
        self._make_buttons()
        self._lay_out()
        self._connect()
        self.resize(1080, 640)

    @property
    def row(self) -> Row | None:
        """The chosen one."""
        index = self.list.currentIndex()
        return self.shelf.rows[index.row()] if index.isValid() else None

    def show_rows(self, rows: list[Row], *, choose: str = "") -> None:
        """Show these; `choose`: the key of the row to go to, else the one chosen before."""
        key = choose or (self.row.key if self.row else "")
        self.shelf.show_rows(rows)
        self._choose(key)

    def edit_name(self) -> None:
        """Let the user type another name where the name is."""
        index = self.list.currentIndex().siblingAtColumn(NAME)
        self.list.scrollTo(index)
        self.list.edit(index)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self.looked.emit()
        return super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        if paths := local_files(event.mimeData()):
            event.acceptProposedAction()
            self.add_wanted.emit(paths)

    def _make_list(self) -> QTreeView:
        shown = QTreeView()
        shown.setModel(self.shelf)
        shown.setAccessibleName(self.tr("Models"))
        shown.setRootIsDecorated(False)
        shown.setUniformRowHeights(True)
        shown.setAllColumnsShowFocus(True)
        shown.setIconSize(QSize(SIDE, SIDE))
        shown.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        shown.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        shown.setTabKeyNavigation(False)
        shown.header().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        shown.setSortingEnabled(True)
        shown.header().setSortIndicatorClearable(True)
        shown.header().setStretchLastSection(True)
        for column, width in enumerate(WIDTHS):
            shown.setColumnWidth(column, width)
        return shown

    def _make_buttons(self) -> None:
        self.add = QPushButton(self.tr("Import..."), autoDefault=False)
        self.add.setToolTip(self.tr("Add model files; or drop them here"))
        self.reveal = QPushButton(self.tr("Show in folder"), autoDefault=False)
        self.reveal.setToolTip(self.tr("Open the folder of the file in the file manager"))
        self.export = QPushButton(self.tr("Export..."), autoDefault=False)
        self.export.setToolTip(self.tr("Write the model to a file of its own, ours or ONNX"))
        self.rename = QPushButton(self.tr("Rename"), autoDefault=False)
        self.rename.setToolTip(self.tr("Give your own model another name (F2)"))
        self.delete = QPushButton(self.tr("Delete..."), autoDefault=False)
        self.delete.setToolTip(self.tr("Move your own model to the trash (Delete)"))
        self.open_button = QPushButton(self.tr("Open"), default=True)
        self.open_button.setToolTip(self.tr("Draw with this model (Enter)"))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.search, 1)
        top.addWidget(self.kind)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setHandleWidth(1)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.list)
        parts.addWidget(self.details)
        parts.setStretchFactor(0, 1)
        parts.setSizes([704, 328])
        bottom = QHBoxLayout()
        bottom.setSpacing(8)
        bottom.addWidget(self.add)
        bottom.addStretch(1)
        for button in (self.reveal, self.export, self.rename, self.delete, self.open_button):
            bottom.addWidget(button)
        column = QVBoxLayout()
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(parts, 1)
        column.addWidget(self.activity)
        column.addLayout(bottom)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.error_bar)
        whole.addLayout(column, 1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._look_for)
        self.kind.currentIndexChanged.connect(self._look_for)
        self.shelf.rename_wanted.connect(self.rename_wanted)
        self.shelf.modelReset.connect(self._on_current)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.doubleClicked.connect(self._open)
        self.add.clicked.connect(self.import_wanted)
        self.open_button.clicked.connect(self._open)
        self.rename.clicked.connect(self._edit)
        self.delete.clicked.connect(self._delete)
        self.reveal.clicked.connect(self._reveal)
        self.export.clicked.connect(self._export)
        for keys, slot, where in (
            ("F2", self._edit, self.list),
            ("Del", self._delete, self.list),
            ("Ctrl+F", self.search.setFocus, self),
            ("Ctrl+O", self.import_wanted, self),
        ):
            action = QAction(where)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(
                Qt.ShortcutContext.WidgetShortcut
                if where is self.list
                else Qt.ShortcutContext.WindowShortcut
            )
            action.triggered.connect(slot)
            where.addAction(action)

    def _look_for(self) -> None:
        key = self.row.key if self.row else ""
        self.shelf.look_for(self.search.text(), self.kind.currentData())
        self._choose(key)

    def _choose(self, key: str) -> None:
        """Go to the row of that key, else to the first."""
        keys = [row.key for row in self.shelf.rows]
        index = self.shelf.index(keys.index(key) if key in keys else 0, NAME, NOWHERE)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            whole = flags.ClearAndSelect | flags.Rows
            self.list.selectionModel().setCurrentIndex(index, whole)
            self.list.scrollTo(index)

    def _on_current(self) -> None:
        row = self.row
        self.details.show_row(row)
        self.open_button.setEnabled(bool(row and row.entry))
        self.export.setEnabled(bool(row and row.entry))
        self.reveal.setEnabled(bool(row and row.path))
        own = bool(row and row.entry and not row.bundled)
        self.rename.setEnabled(own)
        self.delete.setEnabled(own)

    def _open(self) -> None:
        if self.row and self.row.entry:
            self.open_wanted.emit(self.row)

    def _edit(self) -> None:
        if self.row:
            self.edit_wanted.emit(self.row)

    def _delete(self) -> None:
        if self.row:
            self.delete_wanted.emit(self.row)

    def _reveal(self) -> None:
        if self.row:
            self.reveal_wanted.emit(self.row)

    def _export(self) -> None:
        if self.row:
            self.export_wanted.emit(self.row)
