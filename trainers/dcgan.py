"""DCGAN (1511.06434) with any loss: LSGAN, WGAN and WGAN-GP are this network with theirs."""

from __future__ import annotations

from typing import Any

from torch import Tensor

from ganstudio.networks.stylebased import channels_at
from ganstudio.runs.spec import Spec
from trainers import networks, plain
from trainers.growing import Stage
from trainers.networks import Networks

BETAS = {  # of Adam, where the loss's paper asks for others than DCGAN's (section 4)
    "wgan": None,  # RMSProp, since momentum was found to be unstable (1701.07875, section 4)
    "wgan-gp": (0.0, 0.9),  # 1704.00028, algorithm 1
}


def network_options(spec: Spec) -> dict[str, dict[str, Any]]:
    """Keyword arguments of both networks, for the card too."""
    channels = channels_at(spec.size // 2, base=spec.base, most=spec.most)
    norm = "layer" if spec.loss == "wgan-gp" else "batch"
    return {
        "generator": {"channels": channels, "z_dim": spec.z_dim},
        "discriminator": {"channels": channels[::-1], "norm": norm},
    }


def create(spec: Spec) -> Networks:
    """Adam with betas 0.5 and 0.999, unless the loss's paper says otherwise."""
    return networks.create(spec, network_options(spec), betas=BETAS.get(spec.loss, (0.5, 0.999)))


def step(
    nets: Networks, real: Tensor, *, spec: Spec, stage: Stage, number: int
) -> dict[str, float]:
    """The discriminator's steps, then the generator's. real: [N * d_steps, 3, H, W] in -1..1."""
    return plain.step(nets, real, spec=spec, number=number)
