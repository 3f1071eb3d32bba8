"""The table of all actions, menu by menu: text, keys, icon, slot and what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ganstudio.ui import palette
from ganstudio.ui.actions import Act
from ganstudio.ui.faces.directions import acts as directions
from ganstudio.ui.faces.walk import acts as walking
from ganstudio.ui.keeping import acts as keeping
from ganstudio.ui.library import shelving
from ganstudio.ui.sheets import sheets
from ganstudio.ui.widgets.canvas import STEP
from ganstudio.ui.widgets.greyed import usual_tip

if TYPE_CHECKING:
    from ganstudio.ui.window import Window

translate = QCoreApplication.translate


def table(window: Window) -> list[Act]:
    """Every action of the window, in the order of the menus."""
    return [
        *file_acts(window),
        *edit_acts(window),
        *seed_acts(window),
        *keeping.acts(window),
        *view_acts(window),
        *sheets.acts(window),
        *walking.acts(window),
        *directions.acts(window),
        *shelving.acts(window),
        *model_acts(window),
        *training_acts(window),
        *palette.acts(window),
        *help_acts(window),
    ]


def file_acts(window: Window) -> list[Act]:
    menu = translate("Actions", "&File")
    opening, export = window.opening, window.export
    return [
        Act(
            menu,
            translate("Actions", "&Open..."),
            opening.ask,
            keys="Ctrl+O",
            icon="open",
            tip=translate("Actions", "A model, or a picture that carries its recipe"),
        ),
        Act(menu, translate("Actions", "Open &recent"), fill=opening.fill_recent),
        Act(
            menu,
            translate("Actions", "&Save picture..."),
            export.save,
            keys="Ctrl+S",
            icon="save",
            tip=translate("Actions", "As PNG with its recipe inside, as JPEG or WebP"),
            drawing=True,
            line=True,
        ),
        Act(
            menu,
            translate("Actions", "&Grid of seeds..."),
            export.ask_grid,
            keys="Ctrl+G",
            icon="grid",
            tip=translate("Actions", "Many seeds side by side in one picture"),
            drawing=True,
        ),
        *walking.file_acts(window),
        Act(
            menu,
            translate("Actions", "&Recipe inside PNG"),
            export.put_recipe_inside,
            keys="Ctrl+Alt+P",
            tip=translate("Actions", "Saved PNG files restore everything when dropped here"),
            switch=window.settings.recipe_in_png,
        ),
        Act(menu, translate("Actions", "&Quit"), window.close, keys="Ctrl+Q", line=True),
    ]


def edit_acts(window: Window) -> list[Act]:
    menu = translate("Actions", "&Edit")
    undoing = window.undoing
    return [
        Act(
            menu,
            translate("Actions", "&Undo"),
            undoing.back,
            keys="Ctrl+Z",
            icon="undo",
            name="undo",
        ),
        Act(
            menu,
            translate("Actions", "&Redo"),
            undoing.forward,
            keys="Ctrl+Shift+Z",
            icon="redo",
            name="redo",
        ),
        Act(
            menu,
            translate("Actions", "&Copy picture"),
            window.export.copy,
            keys="Ctrl+C",
            icon="copy",
            tip=translate("Actions", "To the clipboard, with its recipe"),
            drawing=True,
            line=True,
        ),
        Act(
            menu,
            translate("Actions", "&Paste"),
            window.opening.paste,
            keys="Ctrl+V",
            tip=translate("Actions", "A copied picture with its recipe, or files"),
        ),
    ]


def seed_acts(window: Window) -> list[Act]:
    menu = translate("Actions", "&Edit")
    sources, controls = window.faces.sources, window.faces.controls
    seed = sources.cards["a"].seed
    wanted = (
        (translate("Actions", "&Next seed"), seed.next, "Alt+Right", "next"),
        (translate("Actions", "&Previous seed"), seed.previous, "Alt+Left", "previous"),
        (translate("Actions", "&Throw the dice"), seed.dice, "Ctrl+R", "dice"),
        (translate("Actions", "S&wap A and B"), sources.swap, "Ctrl+B", "swap"),
        (translate("Actions", "Reset &all"), controls.reset_all, "Ctrl+Shift+R", "reset"),
    )
    return [
        Act(
            menu,
            text,
            button.click,
            keys=keys,
            icon=icon,
            tip=usual_tip(button),
            drawing=True,
            button=button,
            line=button is seed.next,
        )
        for text, button, keys, icon in wanted
    ]


def view_acts(window: Window) -> list[Act]:
    menu = translate("Actions", "&View")
    canvas = window.faces.canvas
    return [
        Act(menu, translate("Actions", "&Faces"), window.show_faces, keys="Ctrl+1", icon="face"),
        Act(menu, translate("Actions", "&Scenes"), window.show_scenes, keys="Ctrl+2"),
        Act(menu, translate("Actions", "&Classes"), window.show_classes, keys="Ctrl+3"),
        Act(
            menu,
            translate("Actions", "Zoom &in"),
            lambda: canvas.zoom(STEP),
            keys="Ctrl++",
            drawing=True,
            line=True,
        ),
        Act(
            menu,
            translate("Actions", "Zoom &out"),
            lambda: canvas.zoom(1 / STEP),
            keys="Ctrl+-",
            drawing=True,
        ),
        Act(
            menu,
            translate("Actions", "Fit the &whole picture"),
            canvas.fit,
            keys="Ctrl+0",
            drawing=True,
        ),
        Act(menu, translate("Actions", "&Appearance"), fill=window.appearance.fill, line=True),
        Act(
            menu,
            translate("Actions", "F&ull screen"),
            window.show_full_screen,
            keys="F11",
            switch=False,
            name="full screen",
        ),
    ]


def model_acts(window: Window) -> list[Act]:
    menu = translate("Actions", "&Model")
    opening = window.opening
    return [
        Act(
            menu,
            translate("Actions", "&New random network..."),
            opening.ask_new,
            keys="Ctrl+N",
            icon="network",
            tip=translate("Actions", "Try everything without any file"),
        ),
        Act(
            menu,
            translate("Actions", "&Model card"),
            window.pages.show_card,
            keys="Ctrl+I",
            icon="info",
            tip=translate("Actions", "What the model was trained on, and what is wrong with it"),
            drawing=True,
            line=True,
        ),
        Act(
            menu,
            translate("Actions", "Show models &folder"),
            opening.show_folder,
            keys="Ctrl+Shift+O",
            tip=translate("Actions", "Where opened model files are kept"),
        ),
        Act(menu, translate("Actions", "&Device"), fill=window.device.fill, line=True),
        Act(
            menu,
            translate("Actions", "&Keep memory for speed"),
            window.keep_memory,
            keys="Ctrl+Shift+K",
            tip=translate("Actions", "Draws up to twice as fast; from the next start on"),
            switch=window.settings.tune_allocator,
        ),
        Act(
            menu,
            translate("Actions", "&Cancel what runs"),
            window.cancel,
            keys="Esc",
            icon="cancel",
            tip=translate("Actions", "Where nothing runs, it dismisses the error"),
            line=True,
        ),
    ]


def training_acts(window: Window) -> list[Act]:
    menu = translate("Actions", "&Training")
    return [
        Act(
            menu,
            translate("Actions", "&Training panel"),
            window.training.setVisible,
            keys="Ctrl+T",
            switch=False,
            name="training",
        ),
        Act(
            menu,
            translate("Actions", "&How to train..."),
            window.pages.show_how_to,
            keys="Shift+F1",
        ),
    ]


def help_acts(window: Window) -> list[Act]:
    menu = translate("Actions", "&Help")
    return [
        Act(
            menu,
            translate("Actions", "&Keyboard shortcuts"),
            window.pages.show_shortcuts,
            keys="F1",
        ),
        Act(
            menu,
            translate("Actions", "&About GAN Studio"),
            window.pages.show_about,
            keys="Ctrl+F1",
            icon="info",
        ),
    ]
