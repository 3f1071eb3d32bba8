"""What the library says of a model: its kind, its family, where it is from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from ganstudio.networks.families import FAMILIES
from ganstudio.ui.library.rows import Row

translate = QCoreApplication.translate


def titles() -> tuple[str, ...]:
    """The heads of the columns."""
    return (
        translate("Library", "Model"),
        translate("Library", "Kind"),
        translate("Library", "Family"),
        translate("Library", "Pixels"),
        translate("Library", "File"),
        translate("Library", "Licence"),
        translate("Library", "From"),
    )


def kinds() -> dict[str, str]:
    """The kinds of models as the user reads them; "" stands for all."""
    return {
        "": translate("Library", "All kinds"),
        "face": translate("Library", "Faces"),
        "scene": translate("Library", "Scenes"),
        "class": translate("Library", "Classes"),
    }


def cells(row: Row) -> tuple[str, ...]:
    """A row's texts, column by column."""
    size = QLocale().formattedDataSize(row.bytes, 1) if row.bytes else ""
    if row.card is None:
        return row.name, "", "", "", size, "", translate("Library", "damaged")
    card = row.card
    family = FAMILIES[card.family].title if card.family in FAMILIES else card.family
    licence = card.licence or translate("Library", "unknown")
    return row.name, kinds()[card.kind], family, str(card.size), size, licence, origin(row)


def origin(row: Row) -> str:
    """Whose model it is."""
    if row.guest:
        return translate("Library", "elsewhere")
    if row.bundled:
        return translate("Library", "bundled")
    return translate("Library", "own")


def speech(row: Row) -> str:
    """A row for those who hear it."""
    return ", ".join(filter(None, cells(row)))
