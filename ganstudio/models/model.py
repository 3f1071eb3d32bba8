"""An open model: its card, and networks that are built when first asked for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

import torch
from torch import nn

from ganstudio.models.card import Card


class Model:
    """Weights plus a card.

    digest: hash of the weights, as in recipes. path: the file, None where there is none. The
    networks are in evaluation mode, float32 and channels_last, or None where the model has none;
    `load(part)` builds "generator", "discriminator" or "encoder".
    """

    def __init__(
        self,
        card: Card,
        digest: str,
        load: Callable[[str], nn.Module],
        *,
        path: Path | None = None,
    ) -> None:
        self.card, self.digest, self.path = card, digest, path
        self._load = load

    @cached_property
    def generator(self) -> nn.Module:
        return self._network("generator")

    @cached_property
    def discriminator(self) -> nn.Module | None:
        return None if self.card.discriminator is None else self._network("discriminator")

    @cached_property
    def encoder(self) -> nn.Module | None:
        return None if self.card.encoder is None else self._network("encoder")

    def _network(self, part: str) -> nn.Module:
        with torch.inference_mode(False):  # whoever asks first: it must serve for training too
            network = self._load(part).eval()
            return network.to(memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]

    def __repr__(self) -> str:
        return f"<Model {self.card.name} ({self.card.family}, {self.card.size} px) {self.digest}>"
