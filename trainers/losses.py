"""Losses on the discriminator's scores, and the register of those that a spec can name."""

from collections.abc import Callable
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor


@dataclass(frozen=True)
class Loss:
    """g(fake) for the generator, d(real, fake) for the discriminator; scores [N, 1] -> scalar."""

    g: Callable[[Tensor], Tensor]
    d: Callable[[Tensor, Tensor], Tensor]


def minimax_g(fake: Tensor) -> Tensor:
    """log(1 - sigmoid(D(G(z)))), which fades where the discriminator is sure (1406.2661, eq. 1)."""
    return -F.softplus(fake).mean()


def non_saturating_g(fake: Tensor) -> Tensor:
    """-log sigmoid(D(G(z))), which keeps its gradient (1406.2661, section 3)."""
    return F.softplus(-fake).mean()


def logistic_d(real: Tensor, fake: Tensor) -> Tensor:
    """-log sigmoid(D(x)) - log(1 - sigmoid(D(G(z)))) (1406.2661, eq. 1)."""
    return F.softplus(-real).mean() + F.softplus(fake).mean()


def wasserstein_g(fake: Tensor) -> Tensor:
    """-D(G(z)) (1701.07875, algorithm 1)."""
    return -fake.mean()


def wasserstein_d(real: Tensor, fake: Tensor) -> Tensor:
    """D(G(z)) - D(x): minus an estimate of the distance (1701.07875, algorithm 1)."""
    return fake.mean() - real.mean()


def drift(real: Tensor) -> Tensor:
    """E D(x)^2, which keeps a critic's scores near nought (ProGAN, 1710.10196, appendix A.1)."""
    return real.square().mean()


def least_squares_g(fake: Tensor) -> Tensor:
    """(D(G(z)) - 1)^2 / 2 (LSGAN, 1611.04076, eq. 9)."""
    return (fake - 1).square().mean() / 2


def least_squares_d(real: Tensor, fake: Tensor) -> Tensor:
    """(D(x) - 1)^2 / 2 + D(G(z))^2 / 2 (LSGAN, 1611.04076, eq. 9)."""
    return ((real - 1).square().mean() + fake.square().mean()) / 2


def hinge_d(real: Tensor, fake: Tensor) -> Tensor:
    """max(0, 1 - D(x)) + max(0, 1 + D(G(z))) (1705.02894; SAGAN, 1805.08318, eq. 4)."""
    return F.relu(1 - real).mean() + F.relu(1 + fake).mean()


LOSSES = {
    "non-saturating": Loss(non_saturating_g, logistic_d),
    "minimax": Loss(minimax_g, logistic_d),
    "lsgan": Loss(least_squares_g, least_squares_d),
    "wgan": Loss(wasserstein_g, wasserstein_d),
    "wgan-gp": Loss(wasserstein_g, wasserstein_d),
    "hinge": Loss(wasserstein_g, hinge_d),
}


def estimate(name: str, real: Tensor, fake: Tensor) -> dict[str, Tensor]:
    """What the discriminator's loss estimates, by the name of the figure; {} where it does not.

    The logistic loss bounds the Jensen-Shannon divergence from below by log 2 - loss / 2
    (1406.2661, theorem 1), the Wasserstein loss the distance, up to a factor (1701.07875).
    """
    if name in ("non-saturating", "minimax"):
        return {"jensen_shannon": torch.log(torch.tensor(2.0)) - logistic_d(real, fake) / 2}
    if name in ("wgan", "wgan-gp"):
        return {"distance": -wasserstein_d(real, fake)}
    return {}
