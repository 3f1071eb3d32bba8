"""The look: a neutral palette and a small style sheet on Fusion, light or dark after the system."""

from __future__ import annotations

from dataclasses import dataclass
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from ganstudio import paths
from ganstudio.ui import icons

GRID = 8  # px: every margin and gap is a multiple of it, or half of it
NAMES = ("system", "light", "dark")


@dataclass(frozen=True)
class Shades:
    """The colours of one appearance; everything on the screen is painted with these."""

    name: str
    window: str
    field: str  # where one types, and lists
    button: str
    hover: str
    line: str  # hairlines, the tracks of sliders
    backdrop: str  # behind pictures: neutral grey, so that it does not tint what is judged
    text: str
    quiet: str  # hints and second words
    off: str  # what does not apply
    accent: str
    on_accent: str
    alert: str  # behind what went wrong


LIGHT = Shades(
    name="light",
    window="#f7f7f8",
    field="#ffffff",
    button="#ffffff",
    hover="#ececee",
    line="#d2d2d6",
    backdrop="#e3e3e3",
    text="#202124",
    quiet="#63646a",
    off="#a4a5aa",
    accent="#0d7687",
    on_accent="#ffffff",
    alert="#fbe9e7",
)
DARK = Shades(
    name="dark",
    window="#242527",
    field="#1c1d1f",
    button="#323337",
    hover="#3a3b40",
    line="#4a4b51",
    backdrop="#171717",
    text="#e8e8ea",
    quiet="#a3a4aa",
    off="#6d6e74",
    accent="#45b5c6",
    on_accent="#0c1a1d",
    alert="#45292a",
)


class Theme(QObject):
    """Dresses the application and follows the system until `choose` says otherwise."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._name = "system"
        hints = QGuiApplication.styleHints()
        self._system_dark = is_dark(app.palette())  # where the platform tells no scheme
        self._follow(hints.colorScheme())
        hints.colorSchemeChanged.connect(self._follow)

    @property
    def dark(self) -> bool:
        """Whether the program is dark now."""
        return self._name == "dark" or (self._name == "system" and self._system_dark)

    def choose(self, name: str) -> None:
        """ "light" or "dark", or after the "system"."""
        if name not in NAMES:
            raise ValueError(f"no appearance is called {name!r}")
        self._name = name
        self._dress()

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        if scheme != Qt.ColorScheme.Unknown:
            self._system_dark = scheme == Qt.ColorScheme.Dark
        self._dress()

    def _dress(self) -> None:
        shades = DARK if self.dark else LIGHT
        if self._app.style().name() != "fusion":
            self._app.setStyle("Fusion")
        self._app.setPalette(palette(shades))
        self._app.setStyleSheet(style_sheet(shades))
        icons.refresh(self._app)
        self.changed.emit()


def is_dark(palette: QPalette) -> bool:
    """Whether text is lighter than what it stands on."""
    return palette.windowText().color().lightness() > palette.window().color().lightness()


def palette(shades: Shades) -> QPalette:
    """The shades in Qt's roles. Own painting takes: Mid for tracks, Dark behind pictures,
    PlaceholderText for second words, Highlight for the accent."""
    role = QPalette.ColorRole
    colours = {
        role.Window: shades.window,
        role.Base: shades.field,
        role.AlternateBase: shades.hover,
        role.Button: shades.button,
        role.Light: shades.button,
        role.Midlight: shades.hover,
        role.Mid: shades.line,
        role.Dark: shades.backdrop,
        role.Shadow: shades.line,
        role.WindowText: shades.text,
        role.Text: shades.text,
        role.ButtonText: shades.text,
        role.BrightText: shades.text,
        role.PlaceholderText: shades.quiet,
        role.ToolTipBase: shades.field,
        role.ToolTipText: shades.text,
        role.Highlight: shades.accent,
        role.HighlightedText: shades.on_accent,
        role.Accent: shades.accent,
        role.Link: shades.accent,
        role.LinkVisited: shades.accent,
    }
    result = QPalette()
    for where, colour in colours.items():
        result.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText, role.PlaceholderText):
        result.setColor(QPalette.ColorGroup.Disabled, where, QColor(shades.off))
    result.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(shades.line))
    return result


def style_sheet(shades: Shades) -> str:
    """`resources/themes/studio.qss` with these shades in it."""
    folder = paths.resources() / "themes"
    sheet = Template((folder / "studio.qss").read_text(encoding="utf-8"))
    drawn = {name: (folder / f"{name}-{shades.name}.svg").as_posix() for name in ("arrow", "tick")}
    return sheet.substitute(vars(shades), **drawn)
