"""Adaptive discriminator augmentation (Karras et al., Training GANs with Limited Data, 2006.06676).

Each picture gets its own draw of every change of appendix B, each with probability p: flips,
quarter turns and whole shifts; scaling, turning, stretching and fractional shifts; brightness,
contrast, inversion, hue and saturation. p goes up while the discriminator is too sure of the real
pictures, and down while it is not (section 3.2).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

from trainers.resampling import PAD, doubled, halved, sampled

SHIFT = 0.125  # whole shifts up to this part of the picture, and deviation of fractional ones
SCALE = 0.2  # deviation of scaling and of stretching, in powers of two
BRIGHTNESS, CONTRAST, SATURATION = 0.2, 0.5, 1.0  # deviations; the last two in powers of two
INTERVAL = 4  # steps between two changes of p
GREY = torch.tensor([1.0, 1.0, 1.0, 0.0]) / math.sqrt(3)  # the axis of brightness


@dataclass(frozen=True)
class Draw:
    """What happens to a batch of N pictures.

    places: [N, 3, 3], from a pixel of the result to one of the source, the origin in the middle.
    colours: [N, 4, 4], from a colour (r, g, b, 1) to the new one.
    """

    places: Tensor
    colours: Tensor


def augment(images: Tensor, p: Tensor | float) -> Tensor:
    """Every change with probability p. [N, 3, H, W] in -1..1 -> the same shape, float32."""
    n, _, height, width = images.shape
    drawn = draw(n, p, height=height, width=width, device=images.device)
    return coloured(placed(images.float(), drawn.places), drawn.colours)


def draw(n: int, p: Tensor | float, *, height: int, width: int, device: torch.device) -> Draw:
    """Parameters for n pictures (appendix B, figure 17)."""

    def uniform(*shape: int) -> Tensor:
        return torch.rand(n, *shape, device=device)

    def normal(*shape: int) -> Tensor:
        return torch.randn(n, *shape, device=device)

    def maybe(values: Tensor, otherwise: float, chance: Tensor | float = p) -> Tensor:
        chosen = torch.rand(n, device=device) < chance
        return torch.where(chosen.reshape(n, *[1] * (values.dim() - 1)), values, otherwise)

    # turning before or after stretching happens with probability p in all
    p_turn = 1 - torch.sqrt((1 - torch.as_tensor(p, device=device)).clamp(0, 1))
    whole = torch.round((uniform(2) * 2 - 1) * SHIFT * torch.tensor([width, height], device=device))
    fraction = normal(2) * SHIFT * torch.tensor([width, height], device=device)
    stretch = maybe(torch.exp2(normal() * SCALE), 1.0)
    scale = maybe(torch.exp2(normal() * SCALE), 1.0)
    flip = 1 - 2 * maybe(torch.floor(uniform() * 2), 0.0)
    places = (
        scaled(1 / flip, torch.ones_like(flip))
        @ turned(maybe(torch.floor(uniform() * 4), 0.0) * (math.pi / 2))
        @ shifted(-maybe(whole, 0.0))
        @ scaled(1 / scale, 1 / scale)
        @ turned(maybe((uniform() * 2 - 1) * math.pi, 0.0, p_turn))
        @ scaled(1 / stretch, stretch)
        @ turned(maybe((uniform() * 2 - 1) * math.pi, 0.0, p_turn))
        @ shifted(-maybe(fraction, 0.0))
    )
    grey = GREY.to(device)
    axis = torch.outer(grey, grey)
    rest = torch.eye(4, device=device) - axis
    colours = (
        (axis + rest * maybe(torch.exp2(normal(1, 1) * SATURATION), 1.0))
        @ hue(maybe((uniform() * 2 - 1) * math.pi, 0.0))
        @ (torch.eye(4, device=device) - 2 * axis * maybe(torch.floor(uniform(1, 1) * 2), 0.0))
        @ contrast(maybe(torch.exp2(normal() * CONTRAST), 1.0))
        @ brightness(maybe(normal() * BRIGHTNESS, 0.0))
    )
    return Draw(places, colours)


def placed(images: Tensor, places: Tensor) -> Tensor:
    """Move pixels: at twice the size, so that the result is as sharp and as smooth as the source.

    Outside of the picture lies its mirror image. Shapes: [N, C, H, W], [N, 3, 3] -> [N, C, H, W].
    """
    n, channels, height, width = images.shape
    left, top, right, bottom = margins(places, height=height, width=width)
    images = F.pad(images, (left, right, top, bottom), mode="reflect")
    origin = torch.tensor([(left - right) / 2, (top - bottom) / 2], device=images.device)
    places = shifted(origin.expand(n, 2)) @ places
    images = doubled(images)
    # pixel centres lie half a pixel off once there are twice as many
    half = torch.full((n, 2), 0.5, device=images.device)
    places = doubling(n, images) @ places @ torch.linalg.inv(doubling(n, images))
    places = shifted(-half) @ places @ shifted(half)
    target = (2 * (height + 2 * PAD), 2 * (width + 2 * PAD))
    source = scaled_by(n, 2 / images.shape[3], 2 / images.shape[2], like=images)
    result = scaled_by(n, target[1] / 2, target[0] / 2, like=images)
    theta = (source @ places @ result)[:, :2]
    grid = F.affine_grid(theta, [n, channels, *target], align_corners=False)
    return halved(sampled(images, grid))


def margins(places: Tensor, *, height: int, width: int) -> list[int]:
    """How many pixels outside the sources of corners lie at most: left, top, right, bottom.

    With room for the filters, and at most a picture's size less one, as far as a mirror reaches.
    """
    x, y = (width - 1) / 2, (height - 1) / 2
    corners = torch.tensor(
        [[-x, -y, 1.0], [x, -y, 1.0], [x, y, 1.0], [-x, y, 1.0]], device=places.device
    )
    found = (places @ corners.T)[:, :2]  # [N, 2, 4]
    outer = torch.cat([-found.amin(dim=(0, 2)), found.amax(dim=(0, 2))])
    room = torch.tensor([2 * PAD - x, 2 * PAD - y] * 2, device=places.device)
    most = torch.tensor([width - 1, height - 1] * 2, device=places.device)
    outer = torch.minimum((outer + room).clamp(min=0), most).ceil()
    return [int(side) for side in outer]


def coloured(images: Tensor, colours: Tensor) -> Tensor:
    """Apply [N, 4, 4] to the colours of [N, 3, H, W]."""
    flat = colours[:, :3, :3] @ images.flatten(2) + colours[:, :3, 3:]
    return flat.unflatten(2, images.shape[2:])


def steered(p: Tensor, signs: Tensor, *, target: float, images: int, speed: int) -> Tensor:
    """p after `images` more real pictures, whose scores had these mean signs (equation 1).

    speed: pictures in which p could go from 0 to 1.
    """
    return (p + torch.sign(signs - target) * images / speed).clamp(0, 1)


def turned(angle: Tensor) -> Tensor:
    """[N] radians -> [N, 3, 3]."""
    cos, sin, zero, one = torch.cos(angle), torch.sin(angle), angle * 0, angle * 0 + 1
    rows = [cos, -sin, zero, sin, cos, zero, zero, zero, one]
    return torch.stack(rows, dim=1).reshape(-1, 3, 3)


def scaled(x: Tensor, y: Tensor) -> Tensor:
    """[N], [N] -> [N, 3, 3]."""
    return torch.diag_embed(torch.stack([x, y, torch.ones_like(x)], dim=1))


def scaled_by(n: int, x: float, y: float, *, like: Tensor) -> Tensor:
    """The same scale for n pictures, [N, 3, 3]."""
    one = torch.ones(n, device=like.device)
    return scaled(one * x, one * y)


def doubling(n: int, images: Tensor) -> Tensor:
    return scaled_by(n, 2.0, 2.0, like=images)


def shifted(by: Tensor) -> Tensor:
    """[N, 2] -> [N, 3, 3]."""
    matrix = torch.eye(3, device=by.device).repeat(len(by), 1, 1)
    matrix[:, :2, 2] = by
    return matrix


def brightness(by: Tensor) -> Tensor:
    """[N] -> [N, 4, 4]."""
    matrix = torch.eye(4, device=by.device).repeat(len(by), 1, 1)
    matrix[:, :3, 3] = by[:, None]
    return matrix


def contrast(factor: Tensor) -> Tensor:
    """[N] -> [N, 4, 4]."""
    return torch.diag_embed(torch.stack([factor] * 3 + [torch.ones_like(factor)], dim=1))


def hue(angle: Tensor) -> Tensor:
    """Turn the colours around the grey axis (Rodrigues' formula). [N] radians -> [N, 4, 4]."""
    x = float(GREY[0])
    cross = torch.tensor([[0, -x, x], [x, 0, -x], [-x, x, 0]], device=angle.device)
    along = torch.full((3, 3), x * x, device=angle.device)
    cos, sin = torch.cos(angle)[:, None, None], torch.sin(angle)[:, None, None]
    turn = cos * torch.eye(3, device=angle.device) + sin * cross + (1 - cos) * along
    matrix = torch.eye(4, device=angle.device).repeat(len(angle), 1, 1)
    matrix[:, :3, :3] = turn
    return matrix
