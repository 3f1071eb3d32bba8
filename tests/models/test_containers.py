"""What torch.save writes, read without torch.load."""

from __future__ import annotations

import argparse
import io
import pickle
from collections import OrderedDict
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import torch

from ganstudio.models.containers import Reader
from ganstudio.models.inert import Array


def read(content: bytes) -> Any:
    return Reader(content, source="file.pth").read()


def copies(value: object) -> Iterator[Any]:
    """The value as it comes back from torch.save's two formats, and from plain pickles."""
    for zipped in (True, False):
        buffer = io.BytesIO()
        torch.save(value, buffer, _use_new_zipfile_serialization=zipped)
        yield read(buffer.getvalue())
    for protocol in (2, 4, 5):
        yield read(pickle.dumps(value, protocol=protocol))


KINDS = (
    torch.float64,
    torch.float32,
    torch.float16,
    torch.bfloat16,
    torch.int64,
    torch.int32,
    torch.int16,
    torch.int8,
    torch.uint8,
    torch.bool,
)


def test_every_kind_of_number_comes_back():
    whole = torch.arange(12).reshape(3, 4)
    tensors = {
        str(dtype): (whole / 8 - 0.5 if dtype.is_floating_point else whole).to(dtype)
        for dtype in KINDS
    }
    for found in copies(tensors):
        for name, tensor in tensors.items():
            floating = tensor.is_floating_point()
            wanted = tensor.to(torch.float32 if floating else torch.int64).numpy()
            assert found[name].floating == floating
            assert found[name].numpy().dtype == wanted.dtype
            assert np.array_equal(found[name].numpy(), wanted), name


def test_views_strides_and_shared_storages_come_back():
    base = torch.randn(4, 3, 5, 5)
    tensors = {
        "whole": base,
        "turned": base.permute(2, 0, 3, 1),
        "part": base[1:3, :, 2::2, 1],
        "channels_last": base.to(memory_format=torch.channels_last),
        "number": torch.tensor(3.5),
        "empty": torch.zeros(0, 7),
        "parameter": torch.nn.Parameter(torch.randn(3)),
    }
    for found in copies(tensors):
        assert found.keys() == tensors.keys()
        for name, tensor in tensors.items():
            assert found[name].shape == tuple(tensor.shape)
            assert np.array_equal(found[name].numpy(), tensor.detach().numpy()), name


def test_a_whole_training_state_comes_back():
    network = torch.nn.Sequential(torch.nn.Conv2d(2, 3, 3), torch.nn.BatchNorm2d(3))
    moments = {"step": torch.tensor(1.0), "exp_avg": torch.ones(3), "exp_avg_sq": torch.ones(3)}
    state = {
        "model": network.state_dict(),
        "optimiser": {"state": {0: moments}, "param_groups": [{"lr": 1e-3, "params": [0]}]},
        "epoch": 12,
        "loss": np.float64(0.25),
        "count": np.int64(-3),
        "yes": np.bool_(True),
        "sizes": torch.Size([1, 2]),
        "device": torch.device("cpu"),
        "dtype": torch.float32,
        "seen": {1, 2},
        "kept": frozenset({"a"}),
        "raw": b"\x00\xff",
        "rng": np.random.default_rng(0).random(5),
        "torch rng": torch.get_rng_state(),
        "arguments": argparse.Namespace(lr=0.1),
        "ordered": OrderedDict(a=1.5, b=None, c=True, d=(-(2**40), [1, 2, 3])),
    }
    for found in copies(state):
        assert found["epoch"] == 12
        assert found["loss"] == 0.25
        assert found["count"] == -3
        assert found["yes"] is True
        assert found["sizes"] == (1, 2)
        assert found["device"] == "cpu"
        assert found["seen"] == {1, 2}
        assert found["kept"] == {"a"}
        assert bytes(found["raw"]) == b"\x00\xff"
        assert found["ordered"] == {"a": 1.5, "b": None, "c": True, "d": (-(2**40), [1, 2, 3])}
        assert isinstance(found["optimiser"]["state"][0]["exp_avg"], Array)
        for name, tensor in network.state_dict().items():
            assert np.array_equal(found["model"][name].numpy(), tensor.numpy())
        assert not hasattr(found["arguments"], "lr")


def test_old_text_of_python_2_is_read():
    content = b"\x80\x02}U\x05epochK\x07sU\x01\xe9T\x02\x00\x00\x00ab\x86."
    assert read(content) == ("é", "ab")


def test_a_storage_with_two_lengths_is_damaged(legacy_head):
    key = b"X\x01\x00\x00\x000X\x03\x00\x00\x00cpu"
    part = b"(X\x07\x00\x00\x00storagectorch\nFloatStorage\n" + key + b"K%ctQ"
    content = legacy_head + b"\x80\x02" + part % 1 + part % 2 + b"\x86."
    with pytest.raises(ValueError, match="two lengths"):
        read(content)
