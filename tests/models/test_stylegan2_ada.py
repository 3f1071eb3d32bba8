from __future__ import annotations

import pytest
import torch

from ganstudio.models.importers import import_path
from ganstudio.networks import stylegan2


def test_agrees_with_nvidia(reference, near):
    folder, expected = reference("stylegan2-ada-32")
    model = import_path(folder / "weights.pkl")
    assert (model.card.family, model.card.kind, model.card.size) == ("stylegan2", "face", 32)
    assert (model.card.z_dim, model.card.styles, model.card.classes) == (64, 8, ())
    generator = model.generator
    with torch.no_grad():
        w = generator.mapping(expected["z"])
        near(w, expected["ws"])
        truncated = generator.mapping(expected["z"], psi=0.7, cutoff=4)
        near(truncated, expected["ws_psi07_cutoff4"])
        near(generator.synthesis(w, noise="const"), expected["image_noise_const"])
        near(generator.synthesis(truncated, noise="none"), expected["image_psi07_noise_none"])
        near(model.discriminator(expected["image_noise_const"]), expected["d_score"])


CASES = {  # name -> channels, c_dim, clamp, group, architecture, protocol
    "classes at 16 px": ([12, 10, 8], 5, None, 4, "resnet", 4),
    "64 px, clamped, whole batch": ([9, 8, 7, 6, 5], 0, 256.0, None, "resnet", 3),
    "CIFAR-10's, with classes": ([8, 8, 8, 8], 3, 0.5, 2, "orig", 4),
}


@pytest.mark.parametrize("case", CASES)
def test_reads_classes_sizes_and_attributes_from_the_pickle(ada, tmp_path, case, near):
    channels, c_dim, clamp, group, architecture, protocol = CASES[case]
    ours = stylegan2.Generator(
        channels=channels, z_dim=20, w_dim=24, c_dim=c_dim, mapping_layers=3, clamp=clamp
    )
    critic = stylegan2.Discriminator(
        channels=channels,
        c_dim=c_dim,
        mapping_layers=2,
        residual=architecture == "resnet",
        group=group or 4,
        clamp=clamp,
        label_dim=11 if c_dim else None,
    )
    unsettle(ours, critic)
    path = tmp_path / "snapshot 1.pkl"
    path.write_bytes(
        ada.dumps(
            {
                "G": None,
                "D": ada.discriminator(critic, clamp=clamp, group=group, architecture=architecture),
                "G_ema": ada.generator(ours, clamp=clamp),
                "augment_pipe": ada.module("AugmentPipe", {"resample_filter": torch.ones(6)}),
                "training_set_kwargs": ada.EasyDict(path="./faces.zip", use_labels=bool(c_dim)),
            },
            protocol=protocol,
        )
    )
    model = import_path(path)
    card = model.card
    assert card.name == "snapshot-1"
    assert (card.size, card.styles, card.z_dim) == (4 << (len(channels) - 1), 2 * len(channels), 20)
    assert card.classes == tuple(str(number) for number in range(c_dim))
    assert card.generator["clamp"] == card.discriminator["clamp"] == clamp
    z, c = torch.randn(4, 20), torch.eye(c_dim)[torch.arange(4) % c_dim] if c_dim else None
    with torch.no_grad():
        assert torch.equal(
            model.generator.mapping(z, c, psi=0.6, cutoff=2),
            ours.mapping(z, c, psi=0.6, cutoff=2),
        )
        image = ours(z, c)
        near(model.generator(z, c), image)
        near(model.discriminator(image, c), critic(image, c))


def test_a_file_without_a_discriminator_opens(ada, tmp_path):
    path = tmp_path / "g.pkl"
    path.write_bytes(ada.dumps({"G_ema": ada.generator(small(), clamp=None), "D": None}))
    assert import_path(path).discriminator is None


def test_what_our_network_lacks_is_refused_in_words(ada, tmp_path, refusal):
    def opened(change) -> str:
        record = ada.generator(small(), clamp=None)
        change(record.meta["state"]["_modules"])
        path = tmp_path / "odd.pkl"
        path.write_bytes(ada.dumps({"G_ema": record}))
        return refusal(lambda: import_path(path))

    def blocks(modules) -> dict:
        return modules["synthesis"].meta["state"]["_modules"]

    def conv1(modules) -> dict:
        return blocks(modules)["b8"].meta["state"]["_modules"]["conv1"].meta["state"]

    def residual(modules) -> None:
        blocks(modules)["b8"].meta["state"]["architecture"] = "resnet"

    def other_filter(modules) -> None:
        conv1(modules)["_buffers"]["resample_filter"] = torch.ones(4, 4) / 16

    def other_clamp(modules) -> None:
        conv1(modules)["conv_clamp"] = 256

    def other_rate(modules) -> None:
        modules["mapping"].meta["state"]["_modules"]["fc0"].meta["state"]["bias_gain"] = 0.1

    def other_activation(modules) -> None:
        conv1(modules)["activation"] = "relu"

    def no_block(modules) -> None:
        del blocks(modules)["b4"]

    def no_noise(modules) -> None:
        del conv1(modules)["_buffers"]["noise_const"]

    def other_shape(modules) -> None:
        conv1(modules)["_parameters"]["bias"] = torch.zeros(9)

    assert "odd.pkl" in opened(residual)
    assert "the architecture" in opened(residual)
    assert "resampling filter" in opened(other_filter)
    assert "conv_clamp" in opened(other_clamp)
    assert "mapping.fc0" in opened(other_rate)
    assert "another activation" in opened(other_activation)
    assert "blocks of" in opened(no_block)
    assert "lack synthesis.layers.2.noise_const" in opened(no_noise)
    assert "synthesis.layers.2.bias [9] numbers instead of [6]" in opened(other_shape)


def small() -> stylegan2.Generator:
    return stylegan2.Generator(channels=[6, 6], z_dim=8, w_dim=8, mapping_layers=1)


def unsettle(*networks: torch.nn.Module) -> None:
    """Move all that starts at a constant, so that a mix-up of two tensors shows."""
    for network in networks:
        for tensor in [*network.parameters(), *network.buffers()]:
            if tensor.dim() < 2:
                tensor.data.add_(torch.randn_like(tensor) * 0.3)
