"""What the commands have in common: a device, a job with its progress, a word to the user."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Any

import typer

from ganstudio.errors import StudioError

if TYPE_CHECKING:
    from ganstudio.engine.job import Progress, Steps
    from ganstudio.engine.renderer import Renderer
    from ganstudio.models.library import Library


def say(sentence: str) -> None:
    """A line for the user that is not the result: on stderr."""
    typer.echo(sentence, err=True)


def renderer_on(device: str, library: Library) -> Renderer:
    """A renderer on "cpu", "cuda", "cuda:1" or "mps". Raises StudioError where that is missing."""
    from ganstudio.engine.devices import available
    from ganstudio.engine.renderer import Renderer

    if device == "cpu":  # always there, and asking CUDA takes a while
        return Renderer(library)
    name = "cuda:0" if device == "cuda" else device
    known = {each.name: each for each in available()}
    if name not in known:
        there = ", ".join(each.name for each in known.values() if not each.missing)
        raise StudioError(
            "There is no device {device!r} here; choose one of {there}.", device=device, there=there
        )
    if known[name].missing:
        raise StudioError(
            "The device {device} cannot be used: {missing}",
            device=device,
            missing=known[name].missing,
        )
    return Renderer(library, device=name)


def drive(renderer: Renderer, steps: Steps) -> Any:
    """The result of a job, with a count on stderr where that is a terminal."""
    counts, began = sys.stderr.isatty(), time.monotonic()
    try:
        while True:
            progress = next(steps)
            if counts and progress.total > 1:
                text = counted(progress, time.monotonic() - began)
                typer.echo(f"\r{text}\033[K", err=True, nl=False)
    except StopIteration as end:
        return end.value
    finally:
        steps.close()  # stopped by Ctrl+C it leaves nothing behind
        if counts:
            typer.echo("\r\033[K", err=True, nl=False)
        if renderer.fell_back:
            say(renderer.fell_back)


def counted(progress: Progress, seconds: float) -> str:
    """ "3/40, 12 s left"; what is left only after a second, before that it is a guess."""
    text = f"{progress.done}/{progress.total}"
    if seconds < 1 or not 0 < progress.done < progress.total:
        return text
    left = seconds / progress.done * (progress.total - progress.done)
    return f"{text}, {left:.0f} s left" if left < 100 else f"{text}, {left / 60:.0f} min left"
