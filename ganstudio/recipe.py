"""Recipes: one frozen object says one picture whole, to JSON and back.

A recipe is the render request, the undo step, the PNG metadata and the test input. Anything that
changes the picture is in it. No Qt, no torch.
"""

from __future__ import annotations

import base64
import functools
import json
import math
import zlib
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Annotated, Literal

import numpy as np
from annotated_types import Ge, Interval

from ganstudio.errors import StudioError

if TYPE_CHECKING:
    import pydantic

NoiseMode = Literal["const", "random", "none"]
NOISE_MODES: tuple[NoiseMode, ...] = ("const", "random", "none")
Space = Literal["w", "z"]


Finite = Annotated[float, Interval(ge=-1e6, le=1e6)]
Weight = Annotated[float, Interval(ge=0, le=1)]
Seed = Annotated[int, Interval(ge=0, le=2**32 - 1)]
Layer = Annotated[int, Ge(0)]
STRICT = {"extra": "forbid"}  # pydantic refuses fields that a recipe does not have
MOST_VALUES = 1 << 20  # a W+ latent of a 1024 px model has 9,216


@dataclass(frozen=True)
class ModelRef:
    """Which model: its name in the library, and the hash of its weights ("" fits any)."""

    __pydantic_config__ = STRICT
    name: str
    digest: str = ""


@dataclass(frozen=True)
class Values:
    """Numbers by value, compact: float32, zlib, base64. Hashable, so recipes compare by value."""

    __pydantic_config__ = STRICT
    shape: tuple[Layer, ...]
    packed: str

    @classmethod
    def of(cls, array: np.ndarray) -> Values:
        contiguous = np.ascontiguousarray(array, dtype="<f4")
        return cls(contiguous.shape, base64.b64encode(zlib.compress(contiguous.tobytes())).decode())

    def array(self) -> np.ndarray:
        """float32 `shape`, a copy of one's own. Raises ValueError where the text is damaged."""
        size = 4 * math.prod(self.shape)
        if size > 4 * MOST_VALUES:
            raise ValueError(f"{size // 4} values are more than a latent has")
        raw = zlib.decompressobj().decompress(base64.b64decode(self.packed), size + 1)
        return np.frombuffer(raw, dtype="<f4").reshape(self.shape).copy()


@dataclass(frozen=True)
class Source:
    """Where a face comes from: a seed, or a latent by value.

    `latent` stands instead of the seed: a z [z_dim], or a w [layers, w_dim], which is taken as it
    is, without truncation. `at` is a place on the plane of seeds around `seed` (latent/plane.py),
    in steps to the right and down; (0, 0) is the seed itself.
    """

    __pydantic_config__ = STRICT
    seed: Seed = 0
    latent: Values | None = None
    at: tuple[Finite, Finite] = (0.0, 0.0)


@dataclass(frozen=True)
class Noise:
    """Per-pixel noise of the style-based generators.

    const: the maps that belong to the model. random: maps drawn from `seed`. none: no noise.
    Scale k is 4 * 2^k pixels: its maps are multiplied by `strength * strengths[k]`, drawn from
    `seeds[k]`, and of `modes[k]`; scales that are missing there count as 1, as `seed` and as
    `mode`, and so does None.
    """

    __pydantic_config__ = STRICT
    mode: NoiseMode = "const"
    strength: Finite = 1.0
    seed: Seed = 0
    strengths: tuple[Finite, ...] = ()
    seeds: tuple[Seed | None, ...] = ()
    modes: tuple[NoiseMode | None, ...] = ()


@dataclass(frozen=True)
class Interpolation:
    """How far source A has moved towards source B before they are mixed: 0 is A, 1 is B.

    "w" goes straight between the mapped latents, "z" along the sphere (slerp) between those that
    the mapping network gets. Models without a mapping network know only "z".
    """

    __pydantic_config__ = STRICT
    t: Weight = 0.0
    space: Space = "w"


@dataclass(frozen=True)
class Offset:
    """A step along a direction in W: `amount * vector` is added to the layers first..last."""

    __pydantic_config__ = STRICT
    name: str
    vector: Values
    amount: Finite
    first: Layer = 0
    last: Layer = 10_000


@dataclass(frozen=True)
class FaceRecipe:
    """One picture of a face model.

    mix: weight of source b per style layer, 0..1; missing layers count as 0. psi: truncation
    towards the average latent (StyleGAN, appendix B), on the first `cutoff` layers (None: all).
    label: class id, for models trained with classes. stage: of a model that grew (ProGAN,
    StyleGAN), draw with the layers up to so many pixels only, None for all; the picture then has
    that size. alpha: how far that stage has faded in over the one before it.
    """

    __pydantic_config__ = STRICT
    model: ModelRef
    a: Source = field(default_factory=Source)
    b: Source = field(default_factory=lambda: Source(seed=1))
    mix: tuple[Weight, ...] = ()
    psi: Finite = 1.0
    cutoff: Layer | None = None
    noise: Noise = field(default_factory=Noise)
    offsets: tuple[Offset, ...] = ()
    label: Layer | None = None
    interpolation: Interpolation = field(default_factory=Interpolation)
    stage: Annotated[int, Ge(4)] | None = None
    alpha: Weight = 1.0


@dataclass(frozen=True)
class Between:
    """A moment on the way from one recipe to another, to be asked of the renderer.

    The renderer turns it into a FaceRecipe with a latent by value: straight in w, along the sphere
    (slerp) where the model has no mapping network. Between two models there is a cut at t = 1.
    """

    start: FaceRecipe
    end: FaceRecipe
    t: float  # 0 is the start, 1 the end

    @property
    def model(self) -> ModelRef:
        return self.start.model if self.t < 1 else self.end.model


Recipe = FaceRecipe  # a union, once scenes and classes have theirs
Drawable = Recipe | Between  # what the renderer takes
KINDS: dict[str, type[Recipe]] = {"face": FaceRecipe}


def to_json(recipe: Recipe) -> str:
    """The recipe as one line of JSON; equal recipes give equal text."""
    kind = next(name for name, cls in KINDS.items() if isinstance(recipe, cls))
    return json.dumps({"ganstudio": kind, **asdict(recipe)}, sort_keys=True, allow_nan=False)


def from_json(text: str | bytes) -> Recipe:
    """The recipe that `to_json` wrote. Raises StudioError where the text is none."""
    try:
        fields = json.loads(text)
        recipe = validator(fields.pop("ganstudio")).validate_python(fields)
        for values in [recipe.a.latent, recipe.b.latent, *(o.vector for o in recipe.offsets)]:
            if values is not None:
                values.array()
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
        zlib.error,
    ) as error:
        raise StudioError(
            "This is not a recipe of GAN Studio, or it is damaged or comes from a newer version.",
            detail=f"{type(error).__name__}: {error}",
        ) from error
    return recipe


@functools.cache
def validator(kind: str) -> pydantic.TypeAdapter[Recipe]:
    """Reads recipes of a kind; made once, since a sheet of pictures holds thousands of them."""
    import pydantic  # not needed before the first file is opened

    return pydantic.TypeAdapter(KINDS[kind])
