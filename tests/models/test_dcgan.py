"""DCGANs in the layout of PyTorch's examples, in all the ways in which they are saved."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from ganstudio.models.importers import import_path


class Net(nn.Module):
    """As there: everything in one sequence called `main`."""

    def __init__(self, *layers: nn.Module) -> None:
        super().__init__()
        self.main = nn.Sequential(*layers)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.main(x)


def net_g(size: int = 64, *, width: int = 4, nz: int = 10, colours: int = 3) -> Net:
    layers, before = [], nz
    for level in range(size.bit_length() - 3):
        out = width << (size.bit_length() - 4 - level)
        layers += [
            nn.ConvTranspose2d(before, out, 4, min(level + 1, 2), min(level, 1), bias=False),
            nn.BatchNorm2d(out),
            nn.ReLU(True),
        ]
        before = out
    layers += [nn.ConvTranspose2d(before, colours, 4, 2, 1, bias=False), nn.Tanh()]
    return settled(Net(*layers), torch.randn(8, nz, 1, 1))


def net_d(size: int = 64, *, width: int = 4, colours: int = 3) -> Net:
    layers = [nn.Conv2d(colours, width, 4, 2, 1, bias=False), nn.LeakyReLU(0.2, inplace=True)]
    for level in range(1, size.bit_length() - 3):
        before, out = width << (level - 1), width << level
        layers += [
            nn.Conv2d(before, out, 4, 2, 1, bias=False),
            nn.BatchNorm2d(out),
            nn.LeakyReLU(0.2, inplace=True),
        ]
    layers += [nn.Conv2d(width << (size.bit_length() - 4), 1, 4, 1, 0, bias=False), nn.Sigmoid()]
    return settled(Net(*layers), torch.randn(8, colours, size, size))


def settled(net: Net, batch: torch.Tensor) -> Net:
    """With batch norm statistics that are not the initial ones."""
    with torch.no_grad():
        for module in net.modules():
            if isinstance(module, nn.BatchNorm2d):
                module.weight.normal_(1, 0.2)
                module.bias.normal_(0, 0.2)
        for _ in range(5):
            net.train()(batch)
    return net.eval()


@pytest.fixture
def agrees(near):
    """Compares an imported model with the networks it came from."""

    def check(model, generator: Net, discriminator: Net | None = None) -> None:
        z = torch.randn(3, model.card.z_dim)
        with torch.no_grad():
            image = generator(z[:, :, None, None])
            near(model.generator(z), image)
            assert (model.discriminator is None) == (discriminator is None)
            if discriminator is not None:
                score = discriminator(image).flatten(1)
                near(model.discriminator(image).sigmoid(), score)

    return check


def test_agrees_with_pytorch_examples(reference, near):
    folder, expected = reference("dcgan-64")
    model = import_path(folder / "weights.pth")
    assert (model.card.family, model.card.size, model.card.z_dim) == ("dcgan", 64, 100)
    assert (model.card.styles, model.card.kind) == (0, "face")
    with torch.no_grad():
        near(model.generator(expected["z"]), expected["image"])
    assert model.discriminator is None


@pytest.mark.parametrize("size", [16, 32, 128])
def test_sizes_and_channels_come_from_the_shapes(size, tmp_path, agrees):
    net = net_g(size, width=3, nz=7, colours=1)
    torch.save(net.state_dict(), tmp_path / "net.pth")
    model = import_path(tmp_path / "net.pth")
    assert (model.card.size, model.card.z_dim) == (size, 7)
    assert model.card.generator["img_channels"] == 1
    assert model.card.generator["channels"][-1] == 3
    agrees(model, net)


WAYS = {  # how the two state dictionaries are put into a file
    "only the generator": lambda g, d: g,
    "by name": lambda g, d: {"netG": g, "netD": d, "epoch": 3},
    "by another name": lambda g, d: {"generator": g, "discriminator": d},
    "state_dict": lambda g, d: {"state_dict": g, "optimizer": {"state": {}}},
    "model": lambda g, d: {"model": g},
    "in a dictionary of models": lambda g, d: {"models": {"G": g, "D": d}, "step": 1},
    "data parallel": lambda g, d: {f"module.{name}": tensor for name, tensor in g.items()},
    "without the count of batches": lambda g, d: {
        name: tensor for name, tensor in g.items() if "num_batches" not in name
    },
}


@pytest.mark.parametrize("legacy", [False, True], ids=["zip", "legacy"])
@pytest.mark.parametrize("way", WAYS)
def test_is_found_however_it_was_saved(way, legacy, tmp_path, agrees):
    generator, discriminator = net_g(), net_d()
    value = WAYS[way](generator.state_dict(), discriminator.state_dict())
    path = tmp_path / "checkpoint.pth"
    torch.save(value, path, _use_new_zipfile_serialization=not legacy)
    has_both = any(word in way for word in ("name", "models"))
    agrees(import_path(path), generator, discriminator if has_both else None)


def test_half_precision_is_read(tmp_path, near):
    net = net_g()
    torch.save({k: v.bfloat16() for k, v in net.state_dict().items()}, tmp_path / "half.pth")
    model = import_path(tmp_path / "half.pth")
    weight = model.generator.convs[0].weight
    assert weight.dtype == torch.float32
    assert torch.equal(weight, net.main[0].weight.bfloat16().float())


def test_a_folder_of_snapshots_opens_its_last(tmp_path, agrees):
    nets = {24: (net_g(), net_d()), 3: (net_g(), net_d())}
    for epoch, (generator, discriminator) in nets.items():
        torch.save(generator.state_dict(), tmp_path / f"netG_epoch_{epoch}.pth")
        torch.save(discriminator.state_dict(), tmp_path / f"netD_epoch_{epoch}.pth")
    (tmp_path / "samples.png").write_bytes(b"no checkpoint")
    agrees(import_path(tmp_path), *nets[24])


def test_what_is_ambiguous_or_incomplete_is_refused_in_words(tmp_path, refusal):
    generator, discriminator = net_g().state_dict(), net_d().state_dict()

    def opened(value: object):
        torch.save(value, tmp_path / "odd.pth")
        return refusal(lambda: import_path(tmp_path / "odd.pth"))

    assert "several generators (netG, ema)" in opened({"netG": generator, "ema": generator.copy()})
    assert "discriminator only" in opened(discriminator)
    wrong = generator | {"main.3.weight": torch.zeros(2, 2, 4, 4)}
    assert "convs.1.weight [2, 2, 4, 4] numbers instead of" in opened(wrong)
    missing = {name: tensor for name, tensor in generator.items() if name != "main.1.bias"}
    assert "lack norms.0.bias" in opened(missing)
    assert "damaged" in opened(generator | {"main.extra": torch.zeros(2)})
    assert "norms.0.odd" in opened(generator | {"main.1.odd": torch.zeros(2)})
    assert "colour channels" in opened(net_g(colours=4).state_dict())
    base = torch.randn(8192)
    shared = {k: base[: v.numel()].view(v.shape) for k, v in generator.items() if v.dim()}
    assert "bytes of weights in a file of" in opened(shared).detail
    small = {name: t[..., :3] if t.dim() == 4 else t for name, t in generator.items()}
    assert "3] numbers instead of" in opened(small)
