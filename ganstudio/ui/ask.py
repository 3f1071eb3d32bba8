"""The file dialogs: each asks for one path and gives None where the user thought better of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate


def path_to_open(parent: QWidget, folder: Path) -> Path | None:
    """A model, or a picture with a recipe inside."""
    kinds = (
        translate("Ask", "Models and pictures (*.safetensors *.pkl *.pt *.pth *.bin *.png *.json)"),
        translate("Ask", "Models (*.safetensors *.pkl *.pt *.pth *.bin)"),
        translate("Ask", "Pictures with a recipe (*.png)"),
        translate("Ask", "All files (*)"),
    )
    title = translate("Ask", "Open a model or an exported picture")
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), ";;".join(kinds))
    return Path(name) if name else None


def path_to_save(parent: QWidget, suggestion: Path, *, with_recipe: bool = True) -> Path | None:
    """Where a picture goes; a name without an ending gets that of the chosen format."""
    plain, full = translate("Ask", "PNG (*.png)"), translate("Ask", "PNG, with its recipe (*.png)")
    kinds = {
        full if with_recipe else plain: ".png",
        translate("Ask", "JPEG (*.jpg *.jpeg)"): ".jpg",
        translate("Ask", "WebP (*.webp)"): ".webp",
    }
    dialog = QFileDialog(parent, translate("Ask", "Save picture"), str(suggestion.parent))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(kinds))

    def end_as(kind: str) -> None:  # by the dialog, so that it asks before it overwrites
        dialog.setDefaultSuffix(kinds[kind].removeprefix("."))

    dialog.filterSelected.connect(end_as)
    for kind, ending in kinds.items():
        if ending == suggestion.suffix:
            dialog.selectNameFilter(kind)
            end_as(kind)
    dialog.selectFile(suggestion.name)
    chosen = Path(dialog.selectedFiles()[0]) if dialog.exec() else None
    dialog.deleteLater()
    return chosen
