"""Between two latents: straight, or along the sphere."""

from __future__ import annotations

import torch
from torch import Tensor


def slerp(a: Tensor, b: Tensor, t: float) -> Tensor:
    """From a to b along the great circle, the length going from one to the other evenly.

    Shapes: a, b [N, z_dim], t in 0..1 -> [N, z_dim]. Latents drawn from a normal distribution lie
    near a sphere, and a straight way would leave it (White, Sampling Generative Networks,
    arXiv 1609.04468). Opposite or equal directions go straight.
    """
    if t <= 0 or t >= 1:
        return a.clone() if t <= 0 else b.clone()
    length_a, length_b = a.norm(dim=1, keepdim=True), b.norm(dim=1, keepdim=True)
    unit_a, unit_b = a / length_a.clamp(min=1e-12), b / length_b.clamp(min=1e-12)
    angle = torch.acos((unit_a * unit_b).sum(dim=1, keepdim=True).clamp(-1, 1))
    sine = torch.sin(angle)
    around = (torch.sin((1 - t) * angle) * unit_a + torch.sin(t * angle) * unit_b) / sine
    around = around * (length_a + (length_b - length_a) * t)
    return torch.where(sine.abs() < 1e-3, a.lerp(b, t), around)
