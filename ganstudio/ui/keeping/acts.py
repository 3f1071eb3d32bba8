"""The actions that keep, compare and bring back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ganstudio.ui.actions import Act

if TYPE_CHECKING:
    from ganstudio.ui.window import Window

translate = QCoreApplication.translate


def acts(window: Window) -> list[Act]:
    """Presets below the other entries of Edit, and a menu for kept pictures."""
    return [*preset_acts(window), *history_acts(window)]


def preset_acts(window: Window) -> list[Act]:
    menu = translate("Actions", "&Edit")
    presets = window.keeping.presets
    return [
        Act(
            menu,
            translate("Actions", "Sa&ve preset..."),
            presets.ask_save,
            keys="Ctrl+Shift+S",
            icon="preset",
            tip=translate("Actions", "Give the settings a name, or their look alone"),
            drawing=True,
            line=True,
        ),
        Act(menu, translate("Actions", "Pr&esets"), fill=presets.fill, drawing=True),
        Act(
            menu,
            translate("Actions", "&Manage presets..."),
            presets.manage,
            keys="Ctrl+Alt+R",
            tip=translate("Actions", "Rename and delete them"),
            drawing=True,
        ),
    ]


def history_acts(window: Window) -> list[Act]:
    menu = translate("Actions", "H&istory")
    keeping = window.keeping
    history, strip = keeping.history, keeping.history.strip
    return [
        Act(
            menu,
            translate("Actions", "&Keep picture"),
            history.keep_present,
            keys="Ctrl+K",
            icon="keep",
            tip=translate("Actions", "In the strip under the picture, with all its settings"),
            drawing=True,
        ),
        Act(
            menu,
            translate("Actions", "&Star chosen pictures"),
            history.star_selected,
            keys="Ctrl+Alt+S",
            icon="star",
            tip=translate("Actions", "In the strip: S, or the corner of a picture"),
            drawing=True,
            line=True,
        ),
        Act(
            menu,
            translate("Actions", "Compare by &wipe"),
            keeping.wiping.compare_selected,
            keys="F9",
            icon="wipe",
            tip=translate("Actions", "Two chosen pictures, or one with the present one"),
            drawing=True,
        ),
        Act(
            menu,
            translate("Actions", "&Delete chosen pictures"),
            history.delete_selected,
            keys="Ctrl+Shift+Delete",
            icon="delete",
            tip=translate("Actions", "In the strip: Delete; undo brings them back"),
            drawing=True,
        ),
        Act(
            menu,
            translate("Actions", "&Go to the strip"),
            keeping.go_to_strip,
            keys="F5",
            tip=translate("Actions", "Arrows choose, Enter restores all settings"),
            drawing=True,
            line=True,
        ),
        Act(
            menu,
            translate("Actions", "Starred &pictures alone"),
            strip.starred.setChecked,
            keys="Ctrl+Alt+A",
            tip=translate("Actions", "Those without a star are hidden, not gone"),
            switch=False,
            drawing=True,
            name="starred alone",
        ),
        Act(
            menu,
            translate("Actions", "S&how the strip"),
            keeping.show_strip,
            keys="Ctrl+H",
            switch=window.settings.history_shown,
            name="history strip",
        ),
    ]
