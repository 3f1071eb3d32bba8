"""That the benchmarks count right and run; how fast anything is, no test says."""

import numpy as np
import pytest
import torch
from PIL import Image, ImageDraw, ImageFilter
from torch.utils.flop_counter import FlopCounterMode

from benchmarks import bench_synthesis
from benchmarks.alternating import medians
from benchmarks.contestants import multiply_adds
from ganstudio.networks.stylegan2 import Generator, channels_at


@pytest.mark.parametrize("size", [8, 32])
def test_multiply_adds_are_those_that_the_network_does(size):
    channels = channels_at(size, base=256)
    net = Generator(channels=channels, w_dim=512).eval()
    with torch.no_grad():
        w = net.mapping(torch.randn(1, net.z_dim))
        with FlopCounterMode(display=False) as counter:
            net.synthesis(w)
    filters = 0  # the resampling, depthwise
    for k in range(1, len(channels)):
        side = 4 << k
        filters += 16 * channels[k] * side**2 + 16 * 3 * (side // 2) ** 2
    assert counter.get_total_flops() == 2 * (multiply_adds(channels) + filters)


def test_the_published_network_needs_45_billion_at_256_pixels():
    assert round(multiply_adds(channels_at(256)) / 1e9) == 45


class Clock:
    """A contestant whose runs take what it is told."""

    def __init__(self, name: str, seconds: list[float], log: list[str]) -> None:
        self._name, self._seconds, self._log = name, seconds, log

    def seconds(self) -> float:
        self._log.append(self._name)
        return self._seconds.pop(0)


def test_contestants_take_turns_and_the_median_counts():
    log: list[str] = []
    both = {"a": Clock("a", [9, 1, 2], log), "b": Clock("b", [5, 6, 7], log)}
    assert medians(both, rounds=3) == {"a": 2, "b": 6}
    assert log == ["a", "b"] * 3


def test_a_table_is_printed(capfd):
    bench_synthesis.main(["--sizes=16", "--base=256", "--rounds=1"])
    lines = capfd.readouterr().out.splitlines()
    assert len(lines) == 3
    assert lines[1].split()[:3] == ["16", "1", "float32"]
    assert lines[2].split()[2] == "bfloat16"
    assert lines[1].endswith("%")


def drawn_face() -> Image.Image:
    """A face from a few ellipses, 64 px."""
    image = Image.new("RGB", (256, 256), (90, 110, 130))
    draw = ImageDraw.Draw(image)
    draw.ellipse((60, 30, 196, 236), fill=(222, 180, 150))
    draw.pieslice((55, 10, 201, 150), 180, 360, fill=(60, 40, 30))  # hair
    draw.ellipse((64, 70, 192, 240), fill=(222, 180, 150))
    for x in (98, 158):
        draw.ellipse((x - 20, 98, x + 20, 122), fill=(110, 75, 60))
        draw.ellipse((x - 8, 102, x + 8, 118), fill=(30, 20, 20))
        draw.line((x - 22, 90, x + 22, 88), fill=(70, 45, 35), width=7)
    draw.polygon([(128, 112), (114, 164), (142, 164)], fill=(236, 200, 172))
    draw.line((114, 166, 142, 166), fill=(150, 105, 90), width=5)
    draw.ellipse((100, 182, 156, 202), fill=(150, 70, 70))
    return image.filter(ImageFilter.GaussianBlur(4)).resize((64, 64), Image.Resampling.BOX)


def test_a_face_is_found_upright_and_not_upside_down():
    finder = pytest.importorskip("benchmarks.faces_found").FaceFinder()
    face = np.array(drawn_face())
    assert finder.finds(face)
    assert not finder.finds(np.ascontiguousarray(face[::-1]))


def test_the_count_names_the_seeds_without_a_face(capsys, tmp_path):
    faces_found = pytest.importorskip("benchmarks.faces_found")
    sheet = tmp_path / "sheet.png"
    faces_found.main(["--model", "random-stylegan2-16-0", "--seeds", "3-5", "--sheet", str(sheet)])
    out = capsys.readouterr().out
    assert out.startswith("0 of 3 samples show a face (random-stylegan2-16-0, psi 0.8, seeds 3-5).")
    assert "Not seeds 3, 4, 5." in out
    assert sheet.exists()
