"""Damage anywhere in a file: it opens, or one sentence says why not; nothing runs."""

from __future__ import annotations

import io
import random
import runpy
from pathlib import Path

import pytest
import torch

from ganstudio.errors import StudioError
from ganstudio.models.card import Card
from ganstudio.models.library import Library
from ganstudio.models.model import Model
from ganstudio.models.store import write_model
from ganstudio.networks import dcgan, stylegan2

ROUNDS = 300


def ours(tmp_path, ada) -> bytes:
    options = {"channels": [3, 2], "z_dim": 4, "img_channels": 3}
    card = Card("x", "dcgan", "face", 16, options, 4, limits="ÄÖ")
    write_model(tmp_path / "whole", card, generator=dcgan.Generator(**options))
    return (tmp_path / "whole").read_bytes()


def torchs(*, zipped: bool) -> bytes:
    weights = {"main.0.weight": torch.randn(3, 2, 4, 4), "main.3.weight": torch.randn(2, 3, 4, 4)}
    for name in ("weight", "bias", "running_mean", "running_var"):
        weights[f"main.1.{name}"] = torch.rand(2)
    buffer = io.BytesIO()
    value = {"netG": weights, "epoch": 3}
    torch.save(value, buffer, _use_new_zipfile_serialization=zipped)
    return buffer.getvalue()


def nvidias(tmp_path, ada) -> bytes:
    shape = {"channels": [2, 2], "mapping_layers": 1, "c_dim": 2}
    generator = stylegan2.Generator(z_dim=2, w_dim=2, **shape)
    critic = stylegan2.Discriminator(**shape)
    value = {
        "G_ema": ada.generator(generator, clamp=256.0),
        "D": ada.discriminator(critic, clamp=256.0, group=4, architecture="resnet"),
    }
    return ada.dumps(value)


def theirs(layout: str, value) -> bytes:
    """A file in another project's layout; value(what the tests of that layout define).

    In torch's legacy container: a zip would notice most damage by its checksums.
    """
    buffer = io.BytesIO()
    path = Path(__file__).with_name(f"test_{layout}.py")
    made = value(runpy.run_path(str(path)))
    torch.save(made, buffer, _use_new_zipfile_serialization=False)
    return buffer.getvalue()


def progan_zoo(tmp_path, ada) -> bytes:
    return theirs("progan_zoo", lambda x: {"avgG": x["net_g"]((2, 2)), "netD": x["net_d"]((2, 2))})


def stylegan_rosinality(tmp_path, ada) -> bytes:
    return theirs(
        "stylegan_rosinality",
        lambda x: {"g_running": x["net_g"]((2, 2)), "discriminator": x["net_d"]((2, 2))},
    )


def stylegan2_rosinality(tmp_path, ada) -> bytes:
    return theirs(
        "stylegan2_rosinality", lambda x: {"g_ema": x["net_g"]((2, 2)), "d": x["net_d"]((2, 2))}
    )


def lucidrains(tmp_path, ada) -> bytes:
    def averages(names: dict) -> dict:
        return {k: v for k, v in names["net"]().items() if k.startswith(("SE.", "GE.", "D."))}

    return theirs("lucidrains", lambda names: {"GAN": averages(names), "version": "1.8.9"})


FILES = {
    "ours.safetensors": ours,
    "zip.pth": lambda tmp_path, ada: torchs(zipped=True),
    "legacy.pth": lambda tmp_path, ada: torchs(zipped=False),
    "nvidia.pkl": nvidias,
    "zoo.pth": progan_zoo,
    "stylegan.model": stylegan_rosinality,
    "stylegan2.pt": stylegan2_rosinality,
    "lucidrains.pt": lucidrains,
}


def damaged(content: bytes, dice: random.Random) -> bytes:
    """The content with a few bytes changed, a piece missing, doubled or from elsewhere."""
    place, length = dice.randrange(len(content)), dice.choice((1, 1, 2, 4, 8, 30))
    before, piece, after = (
        content[:place],
        content[place : place + length],
        content[place + length :],
    )
    kind = dice.choice(("flip", "flip", "bytes", "cut", "drop", "double", "swap"))
    if kind == "flip":
        return before + bytes([piece[0] ^ 1 << dice.randrange(8)]) + piece[1:] + after
    if kind == "bytes":
        return before + dice.randbytes(len(piece)) + after
    if kind == "cut":
        return before
    if kind == "drop":
        return before + after
    if kind == "double":
        return before + piece + piece + after
    other = dice.randrange(len(content))
    return before + content[other : other + len(piece)] + after


@pytest.mark.parametrize("name", FILES)
def test_damage_gives_a_model_or_a_sentence(name, tmp_path, ada, watch):
    content = FILES[name](tmp_path, ada)
    library = Library([tmp_path / "none"])
    path = tmp_path / name
    path.write_bytes(content)
    library.open(path)
    dice = random.Random(name)
    sentences = set()
    for turn in range(ROUNDS):
        path = tmp_path / f"{turn}-{name}"
        path.write_bytes(damaged(content, dice))
        try:
            with watch():
                model = library.open(path)
                networks = (model.generator, model.discriminator)
        except StudioError as error:
            sentences.add(str(error).replace(path.name, "FILE"))
        else:
            assert isinstance(model, Model)
            assert networks[0] is not None
    assert not any("\n" in sentence for sentence in sentences)
    assert len(sentences) > 1  # the damage was felt, and not always in the same place
