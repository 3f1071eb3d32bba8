"""What is measured, each in a process of its own: run once for every line on stdin.

`synthesis`: StyleGAN 2 as the program draws it. `convolution`: this machine's ceiling. `peer`:
stylegan2-ada-pytorch from a checkout, as it comes.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from types import ModuleType
from typing import Any

from ganstudio import allocator

CHANNELS, SIDE = 256, 64  # of the ceiling's convolution: 2.4 billion multiply-adds
REPEATS = 16  # so that one run takes as long as a picture: a short one ends before it is warm
SETTLE = 2  # runs before the first that counts


def synthesis(options: argparse.Namespace) -> tuple[Callable[[], Any], int]:
    """A run, and its multiply-adds."""
    allocator.tune()
    import torch

    from ganstudio.networks.stylegan2 import Generator, channels_at

    torch.manual_seed(0)
    channels = channels_at(options.size, base=options.base)
    net = Generator(channels=channels, clamp=256).eval()
    with torch.inference_mode():
        w = net.mapping(torch.randn(options.batch, net.z_dim))
    dtype = getattr(torch, options.dtype)
    return lambda: net.synthesis(w, "const", dtype=dtype), options.batch * multiply_adds(channels)


def convolution(options: argparse.Namespace) -> tuple[Callable[[], Any], int]:
    """A 3x3 convolution in channels_last, where float32 and bfloat16 reach what they can."""
    allocator.tune()
    import torch
    import torch.nn.functional as F

    dtype, layout = getattr(torch, options.dtype), torch.channels_last
    x = torch.randn(1, CHANNELS, SIDE, SIDE).to(dtype, memory_format=layout)
    weight = torch.randn(CHANNELS, CHANNELS, 3, 3).to(dtype, memory_format=layout)

    def run() -> None:
        for _ in range(REPEATS):
            F.conv2d(x, weight, padding=1)

    return run, REPEATS * 9 * CHANNELS**2 * SIDE**2


def peer(options: argparse.Namespace) -> tuple[Callable[[], Any], int]:
    """The generator of a stylegan2-ada-pytorch checkout, with the C allocator as it comes."""
    sys.path.insert(0, options.peer)
    if find_spec("requests") is None:  # imported there, for downloads only
        sys.modules["requests"] = ModuleType("requests")
    import torch
    from training.networks import Generator  # type: ignore[import-not-found]

    torch.manual_seed(0)
    shape = {"channel_base": options.base, "channel_max": 512, "conv_clamp": 256}
    net = Generator(512, 0, 512, options.size, 3, synthesis_kwargs=shape).eval()
    with torch.inference_mode():
        w = net.mapping(torch.randn(options.batch, 512), None)
    return lambda: net.synthesis(w, noise_mode="const", force_fp32=True), 0


def multiply_adds(channels: list[int], *, w_dim: int = 512) -> int:
    """What one picture of StyleGAN 2 asks for, filters of the resampling not counted.

    3x3 and 1x1 convolutions, styles and demodulation; a transposed convolution at its input's size.
    """
    total = 0
    for k, out in enumerate(channels):
        pixels = (4 << k) ** 2
        if k:
            before = channels[k - 1]
            total += 9 * before * out * pixels // 4 + w_dim * before + before * out
        total += 9 * out * out * pixels + w_dim * out + out * out
        total += 3 * out * pixels + w_dim * out  # to RGB
    return total


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=["synthesis", "convolution", "peer"])
    parser.add_argument("--size", type=int, default=256)
    parser.add_argument("--base", type=int, default=32768)
    parser.add_argument("--batch", type=int, default=1)
    parser.add_argument("--dtype", choices=["float32", "bfloat16"], default="float32")
    parser.add_argument("--peer", default="")
    options = parser.parse_args()
    make = {"synthesis": synthesis, "convolution": convolution, "peer": peer}[options.what]
    with contextlib.redirect_stdout(sys.stderr):
        run, work = make(options)

    import torch

    with torch.inference_mode():
        for _ in range(SETTLE):
            run()
        print(json.dumps({"multiply_adds": work, "threads": torch.get_num_threads()}), flush=True)
        for _ in sys.stdin:
            began = time.perf_counter()
            run()
            print(json.dumps({"seconds": time.perf_counter() - began}), flush=True)


if __name__ == "__main__":
    main()
