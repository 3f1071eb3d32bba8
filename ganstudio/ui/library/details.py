"""The details of one model: its picture, where its file is, and its card."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from ganstudio.media.qimage import to_array
from ganstudio.recipe import ModelRef
from ganstudio.ui.dialogs import model_card
from ganstudio.ui.library.rows import Row
from ganstudio.ui.library.thumbnails import Thumbnails
from ganstudio.ui.widgets.section import quiet_label
from ganstudio.ui.widgets.thumb import Thumb

translate = QCoreApplication.translate
SIDE = 160  # px of the picture
NAMES = 96  # px for the names in the card


class Details(QWidget):
    """Shows a row, or says that none is chosen."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._thumbnails = thumbnails
        self._row: Row | None = None
        self.thumb = Thumb(SIDE)
        self.thumb.setAccessibleName(self.tr("Picture of the model"))
        self.place = quiet_label()
        self.text = QTextBrowser()
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.document().setDocumentMargin(0)
        self.text.viewport().setAutoFillBackground(False)
        self.text.setAccessibleName(self.tr("Model card"))
        self.text.setAcceptDrops(False)  # files dropped here are for the library
        self.text.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.thumb)
        column.addWidget(self.place)
        column.addWidget(self.text, 1)
        thumbnails.changed.connect(self._on_thumbnail)

    def show_row(self, row: Row | None) -> None:
        """Another model, a damaged file, or nothing."""
        self._row = row
        self.place.setText(str(row.path) if row and row.path else "")
        self.text.setHtml(html(row) if row else "")
        self._show_picture()

    def _show_picture(self) -> None:
        image = self._thumbnails.large(self._row) if self._row else None
        card = self._row.card if self._row else None
        self.thumb.setVisible(card is not None and card.kind == "face")
        if image is None or image.isNull():
            self.thumb.clear()
        else:
            self.thumb.show_pixels(to_array(image))
        flaw = self._thumbnails.flaws.get(self._row.key, "") if self._row else ""
        self.thumb.setToolTip(flaw or self.tr("Seed 0"))

    def _on_thumbnail(self, digest: str) -> None:
        if self._row and self._row.key == digest:
            self._show_picture()


def html(row: Row) -> str:
    """The card; or for a damaged file what is wrong with it."""
    if row.entry is None:
        heading = translate("Library", "This file cannot be opened")
        return f"<h2>{escape(heading)}</h2><p>{escape(row.sentence)}</p>"
    return model_card.html(ModelRef(row.name, row.entry.digest), row.entry.card, first=NAMES)
