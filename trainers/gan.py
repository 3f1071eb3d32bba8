"""The first GAN (1406.2661) with any loss, on dense layers."""

from __future__ import annotations

from typing import Any

from torch import Tensor

from ganstudio.runs.spec import Spec
from trainers import networks, plain
from trainers.dcgan import BETAS
from trainers.growing import Stage
from trainers.networks import Networks


def network_options(spec: Spec) -> dict[str, dict[str, Any]]:
    """Keyword arguments of both networks, for the card too; `most` is the width of a layer."""
    hidden = [spec.most, 2 * spec.most]
    return {
        "generator": {"size": spec.size, "z_dim": spec.z_dim, "hidden": hidden},
        "discriminator": {"size": spec.size, "hidden": hidden[::-1]},
    }


def create(spec: Spec) -> Networks:
    """Adam with betas 0.5 and 0.999, unless the loss's paper says otherwise."""
    return networks.create(spec, network_options(spec), betas=BETAS.get(spec.loss, (0.5, 0.999)))


def step(
    nets: Networks, real: Tensor, *, spec: Spec, stage: Stage, number: int
) -> dict[str, float]:
    """The discriminator's steps, then the generator's. real: [N * d_steps, 3, H, W] in -1..1."""
    return plain.step(nets, real, spec=spec, number=number)
