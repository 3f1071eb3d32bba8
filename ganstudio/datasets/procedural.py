"""Pictures without end that nobody has to collect: drawn from a seed, with classes or label maps.

What is drawn follows from seed and number alone; the size in pixels changes only how finely.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

import numpy as np
from PIL import Image

from ganstudio.datasets.examples import Category, Content, Example, Found, Shape
from ganstudio.datasets.order import epoch_order
from ganstudio.errors import StudioError

Grid = tuple[np.ndarray, np.ndarray]
Distance = Callable[[np.ndarray, np.ndarray], np.ndarray]
NAME = "procedural"
COUNT = 10_000  # where somebody needs an end and says none


def polygon(corners: int, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Distance to a regular polygon around the circle of radius 0.5, negative inside."""
    turns = 2 * np.pi * np.arange(corners) / corners
    sides = [x * np.sin(turn) - y * np.cos(turn) for turn in turns]
    return np.asarray(np.max(sides, axis=0) - 0.5)


def cross(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    x, y = np.abs(x), np.abs(y)
    return np.minimum(np.maximum(x - 0.9, y - 0.27), np.maximum(y - 0.9, x - 0.27))


# distances in radii to the edge of each shape, negative inside
SHAPES: dict[str, Distance] = {
    "disc": lambda x, y: np.hypot(x, y) - 0.85,
    "square": lambda x, y: np.maximum(np.abs(x), np.abs(y)) - 0.72,
    "triangle": partial(polygon, 3),
    "ring": lambda x, y: np.abs(np.hypot(x, y) - 0.68) - 0.2,
    "cross": cross,
    "star": lambda x, y: np.minimum(polygon(3, x, y), polygon(3, x, -y)),
}
CLASSES = tuple(SHAPES)
CATEGORIES = (
    Category(0, "sky", (112, 178, 240)),
    Category(1, "sun", (250, 210, 60)),
    Category(2, "mountain", (140, 124, 112)),
    Category(3, "grass", (92, 170, 70)),
    Category(4, "water", (40, 92, 190)),
    Category(5, "tree", (24, 102, 48)),
    Category(6, "wall", (214, 160, 110)),
    Category(7, "roof", (190, 60, 50)),
)
SKY, SUN, MOUNTAIN, GRASS, WATER, TREE, WALL, ROOF = range(len(CATEGORIES))


def kind_of(source: str) -> str:
    """ "procedural:scenes" -> "scenes". Raises StudioError for what cannot be drawn."""
    kind = source.partition(":")[2] or "shapes"
    if kind not in ("shapes", "scenes"):
        raise StudioError(
            "There are no procedural {kind!r}; write procedural:shapes or procedural:scenes.",
            kind=kind,
        )
    return kind


def found(source: str, *, count: int = 0, seed: int = 0) -> Found:
    """The first `count` of them as any other source."""
    kind = kind_of(source)
    total = count or COUNT
    examples = (
        Example(
            f"{kind}/{number:08d}.png",
            partial(content, kind, seed=seed, number=number),
            shape_of(seed, number) if kind == "shapes" else None,
        )
        for number in range(total)
    )
    classes = CLASSES if kind == "shapes" else ()
    categories = CATEGORIES if kind == "scenes" else ()
    return Found(NAME, examples, total, classes=classes, categories=categories)


def content(kind: str, shape: Shape, *, seed: int, number: int) -> Content:
    if kind == "shapes":
        return Content(Image.fromarray(draw_shape(shape, seed=seed, number=number)))
    pixels, labels = draw_scene(shape, seed=seed, number=number)
    return Content(Image.fromarray(pixels), labels)


def shape_of(seed: int, number: int) -> int:
    """Its class: each comes once in every row of six."""
    return int(epoch_order(len(CLASSES), seed, number // len(CLASSES))[number % len(CLASSES)])


def draw_shape(shape: Shape, *, seed: int, number: int) -> np.ndarray:
    """One shape on a shaded ground: uint8 [H, W, 3]."""
    random = np.random.default_rng([seed, number, 1])
    x, y = grid(shape)
    ground, shade = random.uniform(0.1, 0.9, (2, 3))
    front = random.uniform(0, 1, 3)
    if np.abs(front - ground).sum() < 0.7:  # it could not be told from the ground
        front = (ground + 0.5) % 1
    radius = random.uniform(0.18, 0.34)
    middle_x, middle_y = random.uniform(radius, 1 - radius, 2)
    turn = random.uniform(-0.4, 0.4)
    cos, sin = np.cos(turn) / radius, np.sin(turn) / radius
    across, down = x - middle_x, y - middle_y
    distance = SHAPES[CLASSES[shape_of(seed, number)]](
        across * cos + down * sin, down * cos - across * sin
    )
    pixels = mixed(ground, ground + 0.4 * (shade - 0.5), y)
    return in_bytes(over(pixels, front, covered(distance * radius, shape)))


def draw_scene(shape: Shape, *, seed: int, number: int) -> tuple[np.ndarray, np.ndarray]:
    """A small landscape and the class of each pixel: uint8 [H, W, 3] and [H, W]."""
    scene = Scene(np.random.default_rng([seed, number, 2]), shape)
    scene.ground()
    scene.sun()
    scene.mountains()
    scene.meadow()
    if scene.random.random() < 0.6:
        scene.lake()
    for _ in range(scene.random.integers(0, 3)):
        scene.house()
    for _ in range(scene.random.integers(0, 6)):
        scene.tree()
    return in_bytes(scene.pixels * scene.light), scene.labels


@dataclass
class Scene:
    """What is painted so far, from back to front. All measures are shares of the picture."""

    random: np.random.Generator
    shape: Shape

    def __post_init__(self) -> None:
        self.x, self.y = grid(self.shape)
        self.pixels = np.zeros((*self.shape, 3), np.float32)
        self.labels = np.zeros(self.shape, np.uint8)
        self.horizon = self.random.uniform(0.45, 0.65)
        self.light = self.random.uniform([0.75, 0.7, 0.6], [1.0, 1.0, 1.05])  # the time of day

    def paint(self, distance: np.ndarray, category: int, *, shade: float = 0.0) -> None:
        """What lies below zero becomes that category, with colours that vary a little."""
        colour = np.array(CATEGORIES[category].colour, np.float32) / 255
        colour = colour * self.random.uniform(0.85, 1.1) * (1 + shade * (self.y[..., None] - 0.5))
        self.pixels = over(self.pixels, colour, covered(distance, self.shape))
        self.labels[np.broadcast_to(distance < 0, self.shape)] = category

    def ground(self) -> None:
        self.paint(np.full(self.shape, -1.0, np.float32), SKY, shade=0.6)

    def sun(self) -> None:
        x, y = self.random.uniform([0.1, 0.08], [0.9, 0.3])
        self.paint(np.hypot(self.x - x, self.y - y) - self.random.uniform(0.04, 0.08), SUN)

    def mountains(self) -> None:
        waves = [
            self.random.uniform(0.02, 0.1)
            / (k + 1)
            * np.sin((k + 1) * self.random.uniform(3, 7) * self.x + self.random.uniform(0, 6))
            for k in range(4)
        ]
        line = self.horizon - 0.12 + np.sum(waves, axis=0)
        self.paint(line - self.y, MOUNTAIN, shade=-0.8)

    def meadow(self) -> None:
        slope = self.random.uniform(-0.06, 0.06)
        self.paint(self.horizon + slope * (self.x - 0.5) - self.y, GRASS, shade=-0.7)

    def lake(self) -> None:
        x, y = self.random.uniform(0.15, 0.85), self.random.uniform(self.horizon + 0.15, 0.95)
        wide, high = self.random.uniform(0.15, 0.4), self.random.uniform(0.05, 0.1)
        away = np.hypot((self.x - x) / wide, (self.y - y) / high)
        self.paint((away - 1) * high, WATER, shade=0.5)

    def house(self) -> None:
        foot = self.random.uniform(self.horizon + 0.08, 0.9)
        size = 0.06 + 0.16 * (foot - self.horizon)
        x = self.random.uniform(0.1, 0.9)
        across = np.abs(self.x - x)
        wall = np.maximum(across - size, np.abs(self.y - foot + size * 0.7) - size * 0.7)
        self.paint(wall, WALL)
        top = foot - 1.4 * size
        self.paint(np.maximum(across - (self.y - top + size) * 1.2, self.y - top), ROOF)

    def tree(self) -> None:
        foot = self.random.uniform(self.horizon + 0.03, 0.95)
        size = 0.05 + 0.22 * (foot - self.horizon)
        across = np.abs(self.x - self.random.uniform(0.02, 0.98))
        trunk = np.maximum(across - size * 0.1, np.abs(self.y - foot + size * 0.5) - size * 0.5)
        crown = np.hypot(across, (self.y - foot + size * 1.3) / 1.3) - size * 0.55
        self.paint(np.minimum(trunk, crown), TREE, shade=-0.5)


@lru_cache(maxsize=4)
def grid(shape: Shape) -> Grid:
    """x [1, W] and y [H, 1] of the middles of the pixels, from 0 to 1."""
    y, x = ((np.arange(n, dtype=np.float32) + 0.5) / n for n in shape)
    return x[None, :], y[:, None]


def covered(distance: np.ndarray, shape: Shape) -> np.ndarray:
    """How much of each pixel lies inside: [H, W, 1] in 0..1, from distances in pictures."""
    inside = np.clip(0.5 - distance * max(shape), 0, 1)
    return np.broadcast_to(inside, shape)[..., None]


def over(below: np.ndarray, colour: np.ndarray, share: np.ndarray) -> np.ndarray:
    return np.asarray(below + (colour - below) * share)


def mixed(first: np.ndarray, second: np.ndarray, place: np.ndarray) -> np.ndarray:
    return np.asarray(first + (second - first) * place[..., None])


def in_bytes(pixels: np.ndarray) -> np.ndarray:
    return (pixels.clip(0, 1) * 255).round().astype(np.uint8)
