"""Losses on the discriminator's scores."""

import torch.nn.functional as F
from torch import Tensor


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
