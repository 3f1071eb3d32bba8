"""Where pictures are computed: the choice, and what to say when the renderer had to leave it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from ganstudio.engine import devices
from ganstudio.engine.devices import Device
from ganstudio.engine.picture import Picture
from ganstudio.ui.jobs import Jobs
from ganstudio.ui.settings import Settings
from ganstudio.ui.words import translated

CPU = "cpu"


class DeviceChoice(QObject):
    """Asks on the worker what is there, since this thread never imports torch."""

    changed = Signal(str)  # the title of the device in use
    moved = Signal()  # pictures come from another device now: draw again
    fell_back = Signal(str)  # a sentence: why the chosen device was left

    def __init__(self, jobs: Jobs, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._settings = settings
        self._known: list[Device] = []
        self._asked = False
        self._coming: list[str] = []  # the switches on their way, the last one the newest
        self.name = CPU

    def begin(self, name: str) -> None:
        """The renderer is up and uses `name`; go on to the device of last time."""
        self.name = name
        self.changed.emit(self.title)
        self._jobs.start(self.tr("Devices"), devices.look, self._on_looked, quiet=True)

    @property
    def title(self) -> str:
        return next((known.title for known in self._known if known.name == self.name), "CPU")

    def choose(self, name: str) -> None:
        """Compute on another device from now on."""
        if name != (self._coming[-1] if self._coming else self.name):
            self._coming.append(name)
            steps = partial(devices.switch, name=name)
            title = self.tr("Changing the device")
            self._jobs.start(title, steps, self._on_switched, ended=self._on_ended)

    def notice(self, picture: Picture) -> None:
        """A picture came from elsewhere than chosen: find out why, once."""
        if picture.device != self.name and not self._asked:
            self._asked = True
            self._jobs.start(self.tr("Device"), devices.ask_why_moved, self._on_moved, quiet=True)

    def fill(self, menu: QMenu) -> None:
        """CPU, CUDA, MPS; what is not there is grey and says why."""
        menu.setToolTipsVisible(True)
        group = QActionGroup(menu)
        for device in self._known or [Device(self.name, self.title)]:
            action = menu.addAction(device.title)
            action.setCheckable(True)
            action.setChecked(device.name == self.name)
            action.setEnabled(not device.missing)
            action.setToolTip(translated(device.missing) or self.tr("Compute pictures here"))
            action.triggered.connect(partial(self.choose, device.name))
            group.addAction(action)

    def _on_looked(self, result: tuple[list[Device], str]) -> None:
        self._known, self.name = result
        self.changed.emit(self.title)
        there = [known.name for known in self._known if not known.missing]
        if self._settings.device in there:
            self.choose(self._settings.device)

    def _on_ended(self) -> None:
        self._coming.pop(0)  # the worker does one job after the other

    def _on_switched(self, name: str) -> None:
        self._settings.device = self.name = name
        self.changed.emit(self.title)
        self.moved.emit()

    def _on_moved(self, result: tuple[str, str]) -> None:
        sentence, self.name = result
        self._asked = False
        self.changed.emit(self.title)
        if sentence:
            self.fell_back.emit(translated(sentence))
