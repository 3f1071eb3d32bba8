"""A folder of procedural pictures and a run small enough for a test."""

import numpy as np
import pytest
from PIL import Image

from ganstudio.runs import spec as specs
from ganstudio.runs.protocol import RunFolder
from ganstudio.runs.spec import Spec


@pytest.fixture
def pictures(tmp_path):
    """Twelve pictures of discs in two colours, 20x24."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    draw = np.random.default_rng(0)
    y, x = np.mgrid[:20, :24]
    for i in range(12):
        centre_y, centre_x = draw.uniform(6, 14, size=2)
        inside = (y - centre_y) ** 2 + (x - centre_x) ** 2 < 25
        back, front = draw.integers(0, 256, (2, 3))
        pixels = np.where(inside[..., None], front, back).astype(np.uint8)
        Image.fromarray(pixels).save(folder / f"{i:03d}.png")
    return folder


@pytest.fixture
def make_run(tmp_path, pictures):
    """make_run("name", images=64): a run folder with its spec."""

    def make(name: str, **fields) -> RunFolder:
        small = {"size": 16, "batch": 4, "base": 256, "most": 16, "z_dim": 8, "w_dim": 8}
        every = {"sample_every": 10_000, "snapshot_every": 10_000, "r1_every": 4, "r1_batch": 4}
        run = RunFolder(tmp_path / name)
        run.path.mkdir()
        fields = {"name": "discs", "data": str(pictures), **small, **every, **fields}
        specs.write(run.spec, Spec(**fields))
        return run

    return make
