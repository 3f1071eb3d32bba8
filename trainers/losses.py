"""Losses on the discriminator's logits."""

import torch.nn.functional as F
from torch import Tensor


def non_saturating_g(fake: Tensor) -> Tensor:
    """-log sigmoid(D(G(z))), which keeps its gradient (1406.2661, section 3)."""
    return F.softplus(-fake).mean()


def logistic_d(real: Tensor, fake: Tensor) -> Tensor:
    """-log sigmoid(D(x)) - log(1 - sigmoid(D(G(z)))) (1406.2661, eq. 1)."""
    return F.softplus(-real).mean() + F.softplus(fake).mean()
