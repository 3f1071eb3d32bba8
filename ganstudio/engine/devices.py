"""Where pictures can be computed on this machine, as jobs for the worker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ganstudio.engine.job import Progress, Steps
from ganstudio.errors import Sentence, StudioError

if TYPE_CHECKING:
    from ganstudio.engine.renderer import Renderer


@dataclass(frozen=True)
class Device:
    """`name` is torch's ("cpu", "cuda:0", "mps"); `missing` says why it cannot be chosen."""

    name: str
    title: str
    missing: str = ""


def available() -> list[Device]:
    """The CPU, each CUDA device and Apple's MPS; what is not there says why."""
    import torch  # asked on the worker thread, after the window is there

    if torch.cuda.is_available():
        cuda = [
            Device(f"cuda:{index}", f"CUDA: {torch.cuda.get_device_name(index)}")
            for index in range(torch.cuda.device_count())
        ]
    elif torch.version.cuda:
        cuda = [
            Device("cuda:0", "CUDA", Sentence("No NVIDIA GPU with a working driver was found."))
        ]
    else:
        cuda = [Device("cuda:0", "CUDA", Sentence("The installed torch is a build without CUDA."))]
    if torch.backends.mps.is_available():
        mps = Device("mps", "MPS: Apple GPU")
    else:
        mps = Device("mps", "MPS", Sentence("Only Macs with an Apple GPU have MPS."))
    return [Device("cpu", "CPU"), *cuda, mps]


def look(renderer: Renderer) -> Steps:
    """Job: the devices, and the name of the one in use."""
    yield Progress(0, 1)
    return available(), renderer.device


def switch(renderer: Renderer, name: str) -> Steps:
    """Job: compute on another device from now on; its name. Raises StudioError if it is missing."""
    yield Progress(0, 1)
    device = next((known for known in available() if known.name == name), None)
    if device is None:
        raise StudioError(
            "There is no device {name!r} here; choose one from the Device menu.", name=name
        )
    if device.missing:
        raise StudioError(
            "{title} cannot be used. {missing}", title=device.title, missing=device.missing
        )
    renderer.use(name)
    return renderer.device


def ask_why_moved(renderer: Renderer) -> Steps:
    """Job: why the renderer left the chosen device, and the one that it uses now."""
    yield Progress(0, 1)
    return renderer.fell_back, renderer.device
