"""Sample sheets: the same latents again and again, so that a scrub through them shows learning."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from PIL import Image
from torch import Tensor

from ganstudio.atomic import new_file
from ganstudio.latent.pixels import to_pixels
from ganstudio.latent.sampling import latents
from ganstudio.networks import stylegan2

COLUMNS = 8


@torch.no_grad()
def draw_sheet(generator: stylegan2.Generator, path: Path, *, psi: float = 0.8) -> None:
    """64 pictures of the seeds 0 to 63, unpicked, in eight columns."""
    device = generator.map.w_avg.device
    z = latents(range(COLUMNS**2), z_dim=generator.z_dim).to(device)
    images = [generator(part, psi=psi) for part in z.split(COLUMNS)]
    write_sheet(torch.cat(images), path)


def write_sheet(images: Tensor, path: Path) -> None:
    """float [N, 3, H, W] in -1..1, N a multiple of the columns, to a PNG, whole or not at all."""
    pixels = to_pixels(images).cpu().numpy()
    n, h, w, _ = pixels.shape
    rows = pixels.reshape(n // COLUMNS, COLUMNS, h, w, 3).transpose(0, 2, 1, 3, 4)
    sheet = np.ascontiguousarray(rows.reshape(n // COLUMNS * h, COLUMNS * w, 3))
    with new_file(path) as file:
        Image.fromarray(sheet).save(file, format="png")
