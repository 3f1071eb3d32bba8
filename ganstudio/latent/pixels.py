"""From a generator's output to 8-bit pixels."""

import torch
from torch import Tensor


def to_pixels(images: Tensor) -> Tensor:
    """float [N, 1 or 3, H, W], -1..1 -> uint8 [N, H, W, 3]; what lies outside is clipped."""
    scaled = (images.float() * 127.5 + 128).clamp(0, 255).to(torch.uint8)
    return scaled.permute(0, 2, 3, 1).expand(-1, -1, -1, 3).contiguous()
