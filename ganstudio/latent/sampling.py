"""From a seed to a latent."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import torch
from torch import Tensor


def latents(seeds: Iterable[int], *, z_dim: int) -> Tensor:
    """z [N, z_dim] float32, one row a seed, drawn as NVIDIA's generate.py draws them.

    NumPy's legacy generator is frozen, so a seed means the same z in every version, and the same
    picture as in stylegan2-ada for the same weights.
    """
    rows = [np.random.RandomState(seed).randn(z_dim) for seed in seeds]
    return torch.from_numpy(np.stack(rows).astype(np.float32))
