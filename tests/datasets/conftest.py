"""Small sources of every layout."""

import io
import json
import zipfile

import numpy as np
import pytest
from PIL import Image

from ganstudio.datasets import loading

CLASSES = [
    {"id": 3, "name": "sky", "color": [0, 0, 250]},
    {"id": 7, "name": "ground", "color": [10, 200, 0]},
]


def noise(seed, width=24, height=24):
    pixels = np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)
    return Image.fromarray(pixels)


def in_bytes(image, kind="PNG", **settings):
    file = io.BytesIO()
    image.save(file, format=kind, **settings)
    return file.getvalue()


@pytest.fixture
def put(tmp_path):
    """put("a/b.png", image): a file below tmp_path, an image, bytes or what becomes JSON."""

    def put(name, content, **settings):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Image.Image):
            content.save(path, **settings)
        elif isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(json.dumps(content))
        return path

    return put


@pytest.fixture
def packed(tmp_path):
    """packed({"name": bytes or JSON}): a zip."""

    def packed(files, name="set.zip"):
        path = tmp_path / name
        with zipfile.ZipFile(path, "w") as archive:
            for member, content in files.items():
                raw = content if isinstance(content, bytes) else json.dumps(content)
                archive.writestr(member, raw)
        return path

    return packed


@pytest.fixture
def load():
    """The collection of a source at 8 px, without the cache."""

    def load(source, size=8, **settings):
        return loading.load(source, size=size, **{"cache": False, **settings})

    return load
