"""The file dialogs: each asks for one path and gives None where the user thought better of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

translate = QCoreApplication.translate


def path_to_open(parent: QWidget, folder: Path) -> Path | None:
    """A model, or a picture with a recipe inside."""
    kinds = (
        translate(
            "Ask", "Models and pictures (*.safetensors *.pkl *.pt *.pth *.bin *.model *.png *.json)"
        ),
        translate("Ask", "Models (*.safetensors *.pkl *.pt *.pth *.bin *.model)"),
        translate("Ask", "Pictures with a recipe (*.png)"),
        translate("Ask", "All files (*)"),
    )
    title = translate("Ask", "Open a model or an exported picture")
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), ";;".join(kinds))
    return Path(name) if name else None


def paths_to_import(parent: QWidget, folder: Path) -> list[Path]:
    """Model files, ours and foreign, several at once."""
    kinds = (
        translate("Ask", "Models (*.safetensors *.pkl *.pt *.pth *.bin *.model)"),
        translate("Ask", "All files (*)"),
    )
    title = translate("Ask", "Add models to the library")
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(folder), ";;".join(kinds))
    return [Path(name) for name in names]


def path_of_model(parent: QWidget, suggestion: Path) -> Path | None:
    """Where a model goes: our format, or ONNX where the name says so."""
    return path_of(
        parent,
        suggestion,
        title=translate("Ask", "Export model"),
        kind=translate("Ask", "Models, ours or ONNX (*.safetensors *.onnx)"),
        ending=".safetensors",
    )


def path_of_film(parent: QWidget, suggestion: Path, ending: str) -> Path | None:
    """Where a film goes; without an ending it is a new folder of pictures."""
    kinds = {
        ".mp4": translate("Ask", "MP4 (*.mp4)"),
        ".gif": translate("Ask", "GIF (*.gif)"),
        ".webp": translate("Ask", "WebP (*.webp)"),
        ".apng": translate("Ask", "APNG (*.apng)"),
        "": translate("Ask", "New folder for the pictures (*)"),
    }
    title = translate("Ask", "Save film") if ending else translate("Ask", "New folder")
    return path_of(parent, suggestion, title=title, kind=kinds[ending], ending=ending)


def path_of_latents(parent: QWidget, suggestion: Path) -> Path | None:
    """Where latents go: NumPy's format, or JSON where the name says so."""
    return path_of(
        parent,
        suggestion,
        title=translate("Ask", "Save latents"),
        kind=translate("Ask", "Latents, as NumPy or JSON (*.npy *.json)"),
        ending=".npy",
    )


def path_of_path(parent: QWidget, suggestion: Path) -> Path | None:
    """Where key frames go."""
    return path_of(
        parent,
        suggestion,
        title=translate("Ask", "Save key frames"),
        kind=translate("Ask", "Key frames (*.json)"),
        ending=".json",
    )


def latents_to_open(parent: QWidget, folder: Path) -> Path | None:
    """Latents that were saved here or elsewhere."""
    kind = translate("Ask", "Latents (*.npy *.npz *.json)")
    title = translate("Ask", "Open latents")
    name, _ = QFileDialog.getOpenFileName(parent, title, str(folder), kind)
    return Path(name) if name else None


def folder_for(parent: QWidget, folder: Path) -> Path | None:
    """A folder for many pictures."""
    title = translate("Ask", "Folder for the pictures")
    name = QFileDialog.getExistingDirectory(parent, title, str(folder))
    return Path(name) if name else None


def path_of(
    parent: QWidget, suggestion: Path, *, title: str, kind: str, ending: str
) -> Path | None:
    """Where something goes that has one format; a name without the ending gets it."""
    dialog = QFileDialog(parent, title, str(suggestion.parent), kind)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(ending.removeprefix("."))
    dialog.selectFile(suggestion.name)
    chosen = Path(dialog.selectedFiles()[0]) if dialog.exec() else None
    dialog.deleteLater()
    return chosen


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
