import re
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QCheckBox, QMainWindow, QRadioButton

from ganstudio import paths
from ganstudio.ui import icons
from ganstudio.ui.theme import DARK, LIGHT, Theme, is_dark, palette, style_sheet

NAMES = sorted(path.stem for path in (paths.resources() / "icons").glob("*.svg"))


@pytest.fixture
def theme(qapp):
    before = qapp.palette(), qapp.styleSheet(), qapp.style().name()
    theme = Theme(qapp)
    yield theme
    theme.setParent(None)
    theme.deleteLater()
    qapp.setStyleSheet(before[1])
    qapp.setStyle(before[2])
    qapp.setPalette(before[0])


def system_says(scheme):
    QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)


def luminance(colour):
    channels = np.array([colour.redF(), colour.greenF(), colour.blueF()])
    linear = np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)
    return linear @ [0.2126, 0.7152, 0.0722]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_it_follows_the_system(qapp, theme):
    changes = []
    theme.changed.connect(lambda: changes.append(theme.dark))
    system_says(Qt.ColorScheme.Dark)
    assert is_dark(qapp.palette())
    assert DARK.accent in qapp.styleSheet()
    system_says(Qt.ColorScheme.Light)
    assert not is_dark(qapp.palette())
    assert DARK.accent not in qapp.styleSheet()
    assert changes == [True, False]


def test_a_choice_outlasts_the_system_until_it_is_given_back(qapp, theme):
    theme.choose("dark")
    system_says(Qt.ColorScheme.Light)
    assert is_dark(qapp.palette())
    theme.choose("light")
    system_says(Qt.ColorScheme.Dark)
    assert not is_dark(qapp.palette())
    theme.choose("system")
    assert is_dark(qapp.palette())
    with pytest.raises(ValueError, match="pink"):
        theme.choose("pink")


@pytest.mark.parametrize("shades", [LIGHT, DARK], ids=["light", "dark"])
def test_words_can_be_read(qapp, shades):
    colours = palette(shades)
    role = QPalette.ColorRole
    for ink, ground, least in (
        (role.WindowText, role.Window, 10),
        (role.Text, role.Base, 10),
        (role.ButtonText, role.Button, 10),
        (role.PlaceholderText, role.Window, 4.5),
        (role.PlaceholderText, role.Dark, 4.5),
        (role.HighlightedText, role.Highlight, 4.5),
        (role.Highlight, role.Window, 3),
    ):
        assert contrast(colours.color(ink), colours.color(ground)) >= least, (ink, ground)
    backdrop = colours.color(role.Dark)
    assert backdrop.red() == backdrop.green() == backdrop.blue()


def ink(icon, mode=QIcon.Mode.Normal, size=32):
    """The mean colour of what is drawn."""
    image = icon.pixmap(QSize(size, size), mode).toImage()
    pixels = [
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 200
    ]
    return np.mean([colour.lightness() for colour in pixels])


def test_icons_take_the_colours_of_the_theme(qtbot, theme):
    window = QMainWindow()
    qtbot.addWidget(window)
    action = QAction(window)
    button = icons.button("dice", "Throw the dice")
    window.setCentralWidget(button)
    icons.put(action, "undo")
    theme.choose("light")
    light = [ink(thing.icon()) for thing in (action, button)]
    theme.choose("dark")
    dark = [ink(thing.icon()) for thing in (action, button)]
    assert max(light) < 80
    assert min(dark) > 180
    assert ink(button.icon(), QIcon.Mode.Disabled) < min(dark) - 50
    assert button.accessibleName() == button.toolTip() == "Throw the dice"


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_something_whole_at_every_size(qapp, name):
    for size in icons.SIZES:
        drawn = icons.pixmap(name, size, qapp.palette().text().color())
        assert drawn.size().toTuple() == (size, size)
        image = drawn.toImage()
        alpha = np.array(
            [[image.pixelColor(x, y).alpha() for x in range(size)] for y in range(size)]
        )
        assert alpha.max() > 200
        assert 0.03 < np.mean(alpha > 64) < 0.7
        assert max(alpha[0].max(), alpha[-1].max()) < 32  # nothing is cut off
    assert len(icons.icon(name).availableSizes()) == len(icons.SIZES)


def test_an_icon_that_is_not_there_is_said(qapp):
    with pytest.raises(FileNotFoundError):
        icons.icon("no such icon")


@pytest.mark.parametrize("shades", [LIGHT, DARK])
def test_the_pictures_of_the_style_sheet_are_there(shades):
    pictures = re.findall(r'url\("(.+?)"\)', style_sheet(shades))
    assert len(pictures) > 1
    assert all(Path(picture).exists() for picture in pictures)


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_box_that_is_not_ticked_can_be_seen(theme, qtbot, kind, name):
    theme.choose(name)
    box = kind("")
    qtbot.addWidget(box)
    image = box.grab().toImage()
    shades = [
        image.pixelColor(x, y).lightness()
        for x in range(image.width())
        for y in range(image.height())
    ]
    assert max(shades) - min(shades) > 80
