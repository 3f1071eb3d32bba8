"""What one can do on foot: walks, playing and key frames, for the menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ganstudio.ui.actions import Act
from ganstudio.ui.widgets.greyed import usual_tip

if TYPE_CHECKING:
    from ganstudio.ui.window import Window

translate = QCoreApplication.translate


def acts(window: Window) -> list[Act]:
    """The Walk menu."""
    return [*walk_acts(window), *play_acts(window), *frame_acts(window)]


def file_acts(window: Window) -> list[Act]:
    """In the File menu: films, batches and latents."""
    menu = translate("Actions", "&File")
    exports = window.exports
    return [
        Act(
            menu,
            translate("Actions", "&Batch of seeds..."),
            exports.batch.ask,
            keys="Ctrl+Shift+E",
            tip=translate("Actions", "Many seeds into a folder, each a picture of its own"),
            drawing=True,
        ),
        Act(
            menu,
            translate("Actions", "Export &film..."),
            exports.film.ask,
            keys="Ctrl+E",
            icon="film",
            tip=translate("Actions", "From A to B, along the key frames, or what was done"),
            drawing=True,
        ),
        Act(
            menu,
            translate("Actions", "Save &latent..."),
            exports.latents.save,
            keys="Ctrl+Alt+E",
            tip=translate("Actions", "The numbers that the picture is drawn from, for NumPy"),
            drawing=True,
            line=True,
        ),
        Act(
            menu,
            translate("Actions", "Ope&n latents..."),
            exports.latents.ask,
            keys="Ctrl+Alt+I",
            tip=translate("Actions", "One becomes source A, several become key frames"),
            drawing=True,
        ),
    ]


def walk_acts(window: Window) -> list[Act]:
    menu = translate("Actions", "&Walk")
    section = window.walking.section
    return [
        Act(
            menu,
            translate("Actions", "&Walk on the picture"),
            section.on_picture.setChecked,
            keys="W",
            tip=translate("Actions", "Dragging the picture walks from face to face"),
            switch=False,
            drawing=True,
            button=section.on_picture,
        ),
        Act(
            menu,
            translate("Actions", "&Snap to seed"),
            section.snap.click,
            keys="F6",
            icon="snap",
            tip=usual_tip(section.snap),
            drawing=True,
            button=section.snap,
        ),
        Act(
            menu,
            translate("Actions", "&Recentre the map"),
            section.recentre.click,
            keys="F7",
            icon="centre",
            tip=translate("Actions", "The present place in the middle of the map of seeds"),
            drawing=True,
            button=section.recentre,
        ),
    ]


def play_acts(window: Window) -> list[Act]:
    menu = translate("Actions", "&Walk")
    walking = window.walking
    return [
        Act(
            menu,
            translate("Actions", "&Play or stop"),
            walking.play_or_stop,
            keys="Ctrl+Space",
            icon="play",
            tip=translate("Actions", "The key frames where they are shown, else from A to B"),
            drawing=True,
            line=True,
        ),
        Act(
            menu,
            translate("Actions", "Play &on until stopped"),
            walking.play_on,
            keys="Ctrl+Shift+Space",
            icon="repeat",
            tip=translate("Actions", "To and fro; a closed path round and round"),
            drawing=True,
        ),
    ]


def frame_acts(window: Window) -> list[Act]:
    menu = translate("Actions", "&Walk")
    walking, frames, exports = window.walking, window.walking.frames, window.exports
    return [
        Act(
            menu,
            translate("Actions", "&Key frames"),
            walking.bar.key_frames.setChecked,
            keys="F8",
            tip=translate("Actions", "A strip of faces, and the way from one to the next"),
            switch=False,
            drawing=True,
            button=walking.bar.key_frames,
            line=True,
        ),
        Act(
            menu,
            translate("Actions", "&Add key frame"),
            walking.add_frame,
            keys="Ctrl+Return",
            icon="add",
            tip=translate("Actions", "The picture as it is now, behind the chosen key frame"),
            drawing=True,
        ),
        Act(
            menu,
            translate("Actions", "Re&place key frame"),
            frames.replace_chosen,
            keys="Ctrl+Shift+Return",
            icon="replace",
            tip=translate("Actions", "The picture as it is now in place of the chosen one"),
            drawing=True,
        ),
        Act(
            menu,
            translate("Actions", "Re&move key frame"),
            frames.remove_chosen,
            keys="Ctrl+Backspace",
            icon="remove",
            tip=translate("Actions", "The chosen one; Delete does it on the strip"),
            drawing=True,
        ),
        Act(
            menu,
            translate("Actions", "Sa&ve key frames..."),
            exports.paths.save,
            keys="Ctrl+Alt+K",
            icon="save",
            tip=translate("Actions", "As JSON; a drop of the file on the window opens it"),
            drawing=True,
            line=True,
        ),
        Act(
            menu,
            translate("Actions", "Save &latents of the key frames..."),
            exports.latents.save_frames,
            keys="Ctrl+Alt+L",
            tip=translate("Actions", "All in one file, in order"),
            drawing=True,
        ),
    ]
