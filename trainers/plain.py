"""Training steps with any loss for the networks that take z at once: GAN and DCGAN."""

from __future__ import annotations

import torch
from torch import Tensor

from ganstudio.runs.spec import Spec
from trainers.augment import augmented, observe
from trainers.losses import LOSSES, estimate
from trainers.networks import Networks, dtype_of, learn
from trainers.penalties import gradient_penalty

GP_WEIGHT = 10.0  # 1704.00028, algorithm 1


def step(nets: Networks, real: Tensor, *, spec: Spec, number: int) -> dict[str, float]:
    """`d_steps` of the discriminator, each on a part of `real`, then one of the generator.

    real: [N * d_steps, 3, H, W] in -1..1. Real and fake pictures go through the discriminator in
    batches of their own, so that a batch norm sees each kind by itself.
    """
    figures: dict[str, float] = {}
    nets.discriminator.requires_grad_(True)
    for part in real.chunk(spec.d_steps):
        figures = discriminator_step(nets, part, spec=spec, number=number)
    nets.discriminator.requires_grad_(False)
    fake = augmented(draw(nets, len(real) // spec.d_steps, spec), spec=spec, memory=nets.memory)
    loss = LOSSES[spec.loss].g(judged(nets, fake, spec))
    learn(nets.opt_g, loss)
    return {"loss_g": loss.item(), **figures}


def discriminator_step(
    nets: Networks, real: Tensor, *, spec: Spec, number: int
) -> dict[str, float]:
    with torch.no_grad():
        fake = draw(nets, len(real), spec)
    real, fake = (augmented(images, spec=spec, memory=nets.memory) for images in (real, fake))
    score_real, score_fake = judged(nets, real, spec), judged(nets, fake, spec)
    loss = LOSSES[spec.loss].d(score_real, score_fake)
    figures = {
        "loss_d": loss,
        "score_real": score_real.mean(),
        "score_fake": score_fake.mean(),
        **estimate(spec.loss, score_real, score_fake),
    }
    if spec.loss == "wgan-gp":
        penalty = gradient_penalty(lambda x: judged(nets, x, spec), real, fake)
        loss = loss + GP_WEIGHT * penalty
        figures["gradient_penalty"] = penalty
    learn(nets.opt_d, loss)
    if spec.loss == "wgan":  # a bounded slope by bounded weights (1701.07875, algorithm 1)
        with torch.no_grad():
            for weight in nets.discriminator.parameters():
                weight.clamp_(-spec.clip, spec.clip)
    seen = observe(score_real, spec=spec, memory=nets.memory, number=number)
    return {**{name: value.item() for name, value in figures.items()}, **seen}


def draw(nets: Networks, n: int, spec: Spec) -> Tensor:
    """n pictures of the generator from new latents."""
    z = torch.randn(n, nets.generator.z_dim, device=spec.device)
    fake: Tensor = nets.generator(z, dtype=dtype_of(spec))
    return fake


def judged(nets: Networks, images: Tensor, spec: Spec) -> Tensor:
    """The discriminator's scores, [N, 1] float32."""
    dtype = dtype_of(spec)
    with torch.autocast(images.device.type, dtype=dtype, enabled=dtype != torch.float32):
        return nets.discriminator(images).float()
