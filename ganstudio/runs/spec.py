"""What can be trained and how: the schema that form, shell and trainer share. No torch."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Annotated, Literal

from annotated_types import Ge, Gt, Interval, Predicate

from ganstudio.errors import StudioError

LossName = Literal["non-saturating", "minimax", "lsgan", "wgan", "wgan-gp", "hinge"]
Augmentation = Literal["color", "translation", "cutout"]
AUGMENTATIONS: tuple[Augmentation, ...] = ("color", "translation", "cutout")


def is_file_name(text: str) -> bool:
    """Whether a file can be called so everywhere: letters, digits, blanks, dots, - and _."""
    return re.fullmatch(r"\w[\w .-]{0,79}", text) is not None


@dataclass(frozen=True)
class Spec:
    """One training of a face family.

    data: folder or zip of pictures. leave_out: a picture stays out of the training where its name,
    or what `provenance.json` says of it, has one of these words. images: how many real pictures
    are shown in all. r1_gamma, r1_every: lazy R1 penalty on `r1_batch` pictures (StyleGAN 2,
    appendix B). path_weight, path_every: lazy path length penalty of StyleGAN 2 (section 3.2).
    loss: of GAN and DCGAN; the others have their papers'. d_steps: discriminator steps
    to one of the generator, each with a batch of its own. clip: of WGAN's critic. mixing:
    probability that a second latent takes over at a random layer.
    stage_images: of ProGAN and StyleGAN, pictures that each size takes to fade in, and then to
    settle.
    ema_images: half-life of the average of the generator's weights, in pictures, with a ramp-up of
    `ema_rampup` times the pictures so far. augment: DiffAugment (2006.10738). ada_target: adaptive
    augmentation in its place, with this mean sign of the real scores to aim at (0.6 in 2006.06676),
    and p going from 0 to 1 in `ada_images` pictures; 0 for none. base, most: feature
    maps are min(base / pixels, most).
    """

    name: Annotated[str, Predicate(is_file_name)]  # of the models that come out
    data: str
    kind: Literal["dcgan", "gan", "progan", "stylegan", "stylegan2"] = "stylegan2"
    size: Literal[16, 32, 64, 128, 256, 512, 1024] = 64
    images: Annotated[int, Gt(0)] = 200_000
    batch: Annotated[int, Gt(1)] = 16
    seed: Annotated[int, Interval(ge=0, le=2**31 - 1)] = 0
    device: str = "cpu"
    precision: Literal["bfloat16", "float32"] = "bfloat16"
    threads: Annotated[int, Ge(0)] = 0  # 0: what torch chooses; resuming keeps the count
    leave_out: tuple[str, ...] = ()
    mirror: bool = True
    augment: tuple[Augmentation, ...] = AUGMENTATIONS
    ada_target: Annotated[float, Interval(ge=0, lt=1)] = 0.0
    ada_images: Annotated[int, Gt(0)] = 500_000
    base: Annotated[int, Gt(0)] = 4096
    most: Annotated[int, Gt(0)] = 128
    z_dim: Annotated[int, Gt(0)] = 128
    w_dim: Annotated[int, Gt(0)] = 128
    mapping_layers: Annotated[int, Gt(0)] = 4
    rate_g: Annotated[float, Gt(0)] = 2e-3
    rate_d: Annotated[float, Gt(0)] = 2e-3
    rate_fall: Annotated[int, Ge(0)] = 0  # over so many last pictures the rates fall to nought
    r1_gamma: Annotated[float, Ge(0)] = 1.0
    r1_every: Annotated[int, Gt(0)] = 16
    r1_batch: Annotated[int, Gt(0)] = 8
    path_weight: Annotated[float, Ge(0)] = 2.0
    path_every: Annotated[int, Gt(0)] = 4
    loss: LossName = "non-saturating"
    d_steps: Annotated[int, Interval(ge=1, le=100)] = 1
    clip: Annotated[float, Gt(0)] = 0.01
    mixing: Annotated[float, Interval(ge=0, le=1)] = 0.9
    stage_images: Annotated[int, Gt(0)] = 20_000
    ema_images: Annotated[int, Gt(0)] = 5_000
    ema_rampup: Annotated[float, Gt(0)] = 0.05
    sample_every: Annotated[int, Gt(0)] = 4_000  # pictures between two sample sheets
    snapshot_every: Annotated[int, Gt(0)] = 10_000  # pictures between two snapshots and states
    licence: str = ""
    limits: str = ""

    @property
    def per_step(self) -> int:
        """Real pictures that one step shows: a batch for each step of the discriminator."""
        return self.batch * self.d_steps


def write(path: Path, spec: Spec) -> None:
    path.write_text(json.dumps(asdict(spec), indent=1) + "\n", encoding="utf-8")


def read(path: Path) -> Spec:
    """The spec in a file. Raises StudioError that names the field which is wrong."""
    import pydantic  # not needed to write one

    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise StudioError(
            "{path} is not there; a run folder needs a spec.json.", path=path
        ) from error
    except ValueError as error:
        raise StudioError(
            "{path} is not JSON: {error}; correct it there.", path=path, error=error
        ) from error
    if not isinstance(values, dict):
        raise StudioError("{path} must hold one JSON object with the fields of a run.", path=path)
    known = {field.name for field in fields(Spec)}
    if unknown := sorted(set(values) - known):
        raise StudioError(
            "{path} has a field {unknown!r} that is not known; known are {known}.",
            path=path,
            unknown=unknown[0],
            known=", ".join(sorted(known)),
        )
    try:
        return pydantic.TypeAdapter(Spec).validate_python(values)
    except pydantic.ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"]))
        raise StudioError(
            "{path}: field {field!r}: {first}{first2}; it says {first3!r}.",
            path=path,
            field=field,
            first=first["msg"][0].lower(),
            first2=first["msg"][1:],
            first3=first["input"],
            detail=str(error),
        ) from error
