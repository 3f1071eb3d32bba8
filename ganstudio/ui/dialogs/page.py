"""A page to read: rich text, a button that closes it, and text that can be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

FIRST_COLUMN = 160  # px


class Page(QDialog):
    """Shown without blocking the window, gone when closed."""

    def __init__(
        self, title: str, html: str, *, width: int = 560, height: int = 480, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.text = QTextBrowser(openExternalLinks=True)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.document().setDocumentMargin(8)
        self.text.setHtml(html)
        self.text.setAccessibleName(title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.text)
        column.addWidget(buttons)
        self.resize(width, height)


def table(rows: list[tuple[str, str]], *, first: int = FIRST_COLUMN) -> str:
    """Two columns of text, escaped already, as HTML; empty second cells are left out.

    first: width of the first column in px.
    """
    cells = "".join(
        f'<tr><td width="{first}" style="padding: 2px 16px 2px 0">{left}</td>'
        f'<td style="padding: 2px 0">{right}</td></tr>'
        for left, right in rows
        if right
    )
    return f"<table>{cells}</table>"
