"""The menu entries of the directions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ganstudio.ui.actions import Act

if TYPE_CHECKING:
    from ganstudio.ui.window import Window

translate = QCoreApplication.translate


def acts(window: Window) -> list[Act]:
    """What can be done without the mouse; each opens the section where it is folded away."""
    menu = translate("Actions", "&Walk")
    directions = window.directions
    maker = directions.section.maker
    return [
        Act(
            menu,
            translate("Actions", "Find &directions"),
            directions.open_finder,
            keys="Ctrl+D",
            tip=translate("Actions", "Along which the faces of this model differ"),
            drawing=True,
            line=True,
        ),
        Act(
            menu,
            translate("Actions", "Direction from &pictures"),
            directions.open_maker,
            keys="Ctrl+Alt+D",
            tip=translate("Actions", "From some that have something and some that have not"),
            drawing=True,
        ),
        Act(
            menu,
            translate("Actions", "Mark as &with it"),
            maker.take_with,
            keys="Ctrl+Alt+W",
            tip=maker.buttons["with"].toolTip(),
            drawing=True,
        ),
        Act(
            menu,
            translate("Actions", "Mark as with&out it"),
            maker.take_without,
            keys="Ctrl+Alt+O",
            tip=translate("Actions", "The same for pictures that do not have it"),
            drawing=True,
        ),
        Act(
            menu,
            translate("Actions", "&Reset directions"),
            directions.go_along_none,
            keys="Ctrl+Shift+D",
            icon="reset",
            tip=translate("Actions", "All sliders to 0; the list stays"),
            drawing=True,
        ),
    ]
