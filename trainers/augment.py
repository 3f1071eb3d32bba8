"""DiffAugment: the same random changes on real and fake pictures, differentiable (2006.10738)."""

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor


def diff_augment(x: Tensor, names: Sequence[str]) -> Tensor:
    """Apply the named changes, each picture with its own draw. [N, 3, H, W] -> the same shape."""
    for name in names:
        x = AUGMENTATIONS[name](x)
    return x


def color(x: Tensor) -> Tensor:
    """Brightness by up to 0.5, saturation times 0..2, contrast times 0.5..1.5."""
    n = len(x)
    brightness, saturation, contrast = torch.rand(3, n, 1, 1, 1, device=x.device).to(x.dtype)
    x = x + (brightness - 0.5)
    grey = x.mean(dim=1, keepdim=True)
    x = grey + (x - grey) * (saturation * 2)
    mean = x.mean(dim=(1, 2, 3), keepdim=True)
    return mean + (x - mean) * (contrast + 0.5)


def translation(x: Tensor, *, ratio: float = 0.125) -> Tensor:
    """Shift by up to an eighth of the size, zeros coming in."""
    n, _, h, w = x.shape
    reach = int(h * ratio + 0.5)
    dy, dx = torch.randint(-reach, reach + 1, (2, n), device=x.device)
    padded = F.pad(x, (reach, reach, reach, reach))
    rows = torch.arange(h, device=x.device) + reach
    columns = torch.arange(w, device=x.device) + reach
    pick = torch.arange(n, device=x.device)[:, None, None]
    y = padded.permute(0, 2, 3, 1)[
        pick, (rows + dy[:, None])[:, :, None], (columns + dx[:, None])[:, None, :]
    ]
    return y.permute(0, 3, 1, 2)


def cutout(x: Tensor, *, ratio: float = 0.5) -> Tensor:
    """A square of half the size, anywhere, becomes zero (grey)."""
    n, _, h, w = x.shape
    side = int(h * ratio + 0.5)
    centre_y = torch.randint(0, h + 1 - side % 2, (n, 1, 1), device=x.device)
    centre_x = torch.randint(0, w + 1 - side % 2, (n, 1, 1), device=x.device)
    rows = torch.arange(h, device=x.device)[None, :, None]
    columns = torch.arange(w, device=x.device)[None, None, :]
    inside = ((rows - centre_y).abs() * 2 < side) & ((columns - centre_x).abs() * 2 < side)
    return x * (~inside)[:, None].to(x.dtype)


AUGMENTATIONS = {"color": color, "translation": translation, "cutout": cutout}
