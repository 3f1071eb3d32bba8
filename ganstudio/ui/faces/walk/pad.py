"""The latent pad: a faint map of the seeds around source A, and the place where it stands."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ganstudio.latent.plane import seed_at
from ganstudio.recipe import FaceRecipe, Source
from ganstudio.ui.faces.walk.map_view import MapView
from ganstudio.ui.faces.walk.painting import paint_map
from ganstudio.ui.faces.walk.walker import Walker
from ganstudio.ui.thumbnails import Thumbnails
from ganstudio.ui.widgets.number_slider import REST_MS

REST_OF_MAP_MS = 250  # the map is drawn once nothing has moved for so long
SLOW_MS = 250.0  # a picture that takes longer is only drawn for the seeds next to the place
KEY_STEP = 0.25  # of a step between seeds; with Shift a whole one
ZOOM = 1.2
HIGHEST = 320  # px: a square until then
ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class LatentPad(QWidget):
    """A press goes there, a drag walks; wheel zooms, arrows step, Enter snaps to the seed."""

    def __init__(self, walker: Walker, thumbs: Thumbnails) -> None:
        super().__init__()
        self.view = MapView()
        self._walker = walker
        self._thumbs = thumbs
        self._recipe: FaceRecipe | None = None  # None: there is no model to draw with
        self._held: QPointF | None = None  # where on the screen the pointer was last
        self._ring = False
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._map_rest = QTimer(self, singleShot=True, interval=REST_OF_MAP_MS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Map of seeds"))
        self.setAccessibleDescription(
            self.tr("Arrow keys walk, with Shift from seed to seed; Enter goes to the nearest seed")
        )
        self._rest.timeout.connect(self._settle)
        self._map_rest.timeout.connect(self._want)
        thumbs.changed.connect(self._on_thumb)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return QSize(184, 184)

    def show_recipe(self, recipe: FaceRecipe | None) -> None:
        """Follow source A; None where there is nothing to draw with."""
        first, self._recipe = self._recipe is None, recipe
        if recipe is not None:
            place = self._walker.place
            if first:
                self.view = MapView(place.seed, *place.at, self.view.step)
            self.view = self.view.following(place.seed, place.at, self._side)
            self._thumbs.hold(True)
            self._map_rest.start()
        self.update()

    def recentre(self) -> None:
        """The present place in the middle, and the usual size of the map."""
        place = self._walker.place
        self.view = MapView(place.seed, *place.at)
        self._look_around()

    def seed_under(self, position: QPointF) -> int:
        """The seed whose face is shown there."""
        return seed_at(self.view.seed, *map(round, self._on_plane(position)))

    def stop(self) -> None:
        """The window closes."""
        self._rest.stop()
        self._map_rest.stop()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.tr("Seed {}").format(self.seed_under(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), self.toolTip() or words, self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() == Qt.MouseButton.LeftButton:
            self._settle()
            self._held = event.globalPosition()
            self._walk_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._held is not None and self._recipe is not None:
            # on the screen, since the pad may move when a note above it comes or goes
            way = (event.globalPosition() - self._held) / self.view.step
            self._held = event.globalPosition()
            self._walker.go(way.x(), way.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if self._held is not None and event.button() == Qt.MouseButton.LeftButton:
            self._held = None
            self._settle()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() == Qt.MouseButton.LeftButton:
            self._walker.snap()

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        if notches := event.angleDelta().y() / 120:
            where = event.position()
            self.view = self.view.zoomed(ZOOM**notches, where.x(), where.y(), self._side)
            self._look_around()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        key = Qt.Key(event.key())
        if key in ARROWS:
            whole = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            step = 1.0 if whole else KEY_STEP
            self._walker.go(*(way * step for way in ARROWS[key]))
            self._rest.start()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._settle()
            self._walker.snap()
        elif key == Qt.Key.Key_Home:
            self.recentre()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            factor = 1 / ZOOM if key == Qt.Key.Key_Minus else ZOOM
            self.view = self.view.zoomed(factor, self._side / 2, self._side / 2, self._side)
            self._look_around()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        by_key = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self._ring = event.reason() in by_key
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        self._ring = False
        self._settle()
        self.update()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        self._look_around()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        self.setFixedHeight(min(self.width(), HIGHEST))
        self._look_around()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        place = self._walker.place
        faces = {}
        if self._recipe is not None:
            for cell in self.view.cells(self._side):
                faces[cell] = self._thumbs.of(self._alone(cell))
        paint_map(
            self,
            self.view,
            faces=faces,
            place=None if self._recipe is None else place.at,
            left=self._recipe is not None and self._recipe.a.latent is not None,
            ring=self._ring,
        )

    @property
    def _side(self) -> float:
        return float(self.width())

    def _on_plane(self, position: QPointF) -> tuple[float, float]:
        # pixels count from the middle of the pad, which may be less high than wide
        top = position.y() + (self.width() - self.height()) / 2
        return self.view.on_plane(position.x(), top, self._side)

    def _walk_to(self, position: QPointF) -> None:
        place = self._walker.place
        right, down = self._on_plane(position)
        if self._recipe is not None:
            self._walker.go(right - place.at[0], down - place.at[1])

    def _settle(self) -> None:
        if self._held is None:
            self._rest.stop()
            self._walker.rest()

    def _look_around(self) -> None:
        """Another part of the map is in view: have it drawn soon."""
        if self._recipe is not None:
            self._map_rest.start()
        self.update()

    def _on_thumb(self) -> None:
        if self._thumbs.ms > SLOW_MS and not self._map_rest.isActive():
            self._want()
        self.update()

    def _want(self) -> None:
        """Ask for the faces in view, the nearest to the place first."""
        self._thumbs.hold(False)
        if self._recipe is None or not self.isVisible():
            self._thumbs.want(())
            return
        x, y = self._walker.place.at
        cells = sorted(
            self.view.cells(self._side), key=lambda at: (at[0] - x) ** 2 + (at[1] - y) ** 2
        )
        few = self._thumbs.ms > SLOW_MS
        self._thumbs.want([self._alone(cell) for cell in (cells[:5] if few else cells)])

    def _alone(self, cell: tuple[int, int]) -> FaceRecipe:
        """The face of a seed by itself, as the sources beside show it."""
        assert self._recipe is not None
        recipe = self._recipe
        source = Source(seed=seed_at(self.view.seed, *cell))
        plain = FaceRecipe(recipe.model, a=source, psi=recipe.psi, cutoff=recipe.cutoff)
        return replace(plain, label=recipe.label)
