"""One training step of DCGAN (1511.06434): the non-saturating loss on convolutions alone."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from ganstudio.networks.stylebased import channels_at
from ganstudio.runs.spec import Spec
from trainers import networks
from trainers.augment import diff_augment
from trainers.growing import Stage
from trainers.losses import logistic_d, non_saturating_g
from trainers.networks import Networks, dtype_of, learn


def network_options(spec: Spec) -> dict[str, dict[str, Any]]:
    """Keyword arguments of both networks, for the card too."""
    channels = channels_at(spec.size // 2, base=spec.base, most=spec.most)
    return {
        "generator": {"channels": channels, "z_dim": spec.z_dim},
        "discriminator": {"channels": channels[::-1]},
    }


def create(spec: Spec) -> Networks:
    """Adam with betas 0.5 and 0.999 for both networks (section 4)."""
    return networks.create(spec, network_options(spec), betas=(0.5, 0.999))


def step(
    nets: Networks, real: Tensor, *, spec: Spec, stage: Stage, number: int
) -> dict[str, float]:
    """Generator, then discriminator; real and fake pictures go through it in batches of their own,
    so that its batch norm sees each kind by itself."""
    z = torch.randn(len(real), nets.generator.z_dim, device=real.device)
    dtype = dtype_of(spec)

    def judge(images: Tensor) -> Tensor:
        images = diff_augment(images, spec.augment)
        with torch.autocast(images.device.type, dtype=dtype, enabled=dtype != torch.float32):
            return nets.discriminator(images).float()

    nets.discriminator.requires_grad_(False)
    fake = nets.generator(z, dtype=dtype)
    loss_g = non_saturating_g(judge(fake))
    learn(nets.adam_g, loss_g)

    nets.discriminator.requires_grad_(True)
    score_real, score_fake = judge(real), judge(fake.detach())
    loss_d = logistic_d(score_real, score_fake)
    learn(nets.adam_d, loss_d)
    return {
        "loss_g": loss_g.item(),
        "loss_d": loss_d.item(),
        "score_real": score_real.mean().item(),
        "score_fake": score_fake.mean().item(),
    }
