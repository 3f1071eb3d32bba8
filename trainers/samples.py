"""Sample sheets: the same latents again and again, so that a scrub through them shows learning."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image
from torch import Tensor

from ganstudio.atomic import new_file
from ganstudio.latent.pixels import to_pixels
from ganstudio.latent.sampling import latents
from ganstudio.networks.stylebased import StyleGenerator
from trainers.growing import Stage

COLUMNS = 8


@torch.no_grad()
def draw_sheet(generator: Any, path: Path, *, stage: Stage, psi: float = 0.8) -> None:
    """64 pictures of the seeds 0 to 63, unpicked, in eight columns.

    psi truncates where the family has a mapping network. A stage that is smaller than the whole is
    enlarged, so that all sheets of a run are equally large.
    """
    z = latents(range(COLUMNS**2), z_dim=generator.z_dim)
    z = z.to(next(generator.parameters()).device)
    how: dict[str, Any] = {"psi": psi} if isinstance(generator, StyleGenerator) else {}
    if generator.size != stage.size or stage.alpha < 1:
        how |= stage.growth
    images = torch.cat([generator(part, **how) for part in z.split(COLUMNS)])
    write_sheet(F.interpolate(images, size=(generator.size, generator.size)), path)


def write_sheet(images: Tensor, path: Path) -> None:
    """float [N, 3, H, W] in -1..1, N a multiple of the columns, to a PNG, whole or not at all."""
    pixels = to_pixels(images).cpu().numpy()
    n, h, w, _ = pixels.shape
    rows = pixels.reshape(n // COLUMNS, COLUMNS, h, w, 3).transpose(0, 2, 1, 3, 4)
    sheet = np.ascontiguousarray(rows.reshape(n // COLUMNS * h, COLUMNS * w, 3))
    with new_file(path) as file:
        Image.fromarray(sheet).save(file, format="png")
