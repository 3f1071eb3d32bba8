"""Random changes of what the discriminator sees, differentiable: DiffAugment (2006.10738), ADA."""

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor

from ganstudio.runs.spec import Spec
from trainers import ada
from trainers.networks import Memory


def augmented(images: Tensor, *, spec: Spec, memory: Memory) -> Tensor:
    """The changes that the spec asks for, on real and fake pictures alike. The same shape."""
    if spec.ada_target:
        return ada.augment(images, memory.ada_p)
    return diff_augment(images, spec.augment)


def observe(score_real: Tensor, *, spec: Spec, memory: Memory, number: int) -> dict[str, float]:
    """Note how sure the discriminator is, and change ADA's p every few steps; the figures of it."""
    if not spec.ada_target:
        return {}
    signs = torch.sign(score_real.detach())
    memory.signs += torch.stack([signs.sum(), torch.tensor(float(len(signs)), device=signs.device)])
    if number % ada.INTERVAL == 0:
        total, count = memory.signs
        images = int(count)
        memory.ada_p.copy_(
            ada.steered(
                memory.ada_p,
                total / count,
                target=spec.ada_target,
                images=images,
                speed=spec.ada_images,
            )
        )
        memory.signs.zero_()
    return {"ada_p": memory.ada_p.item(), "ada_signs": signs.mean().item()}


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
