"""The training loop: read the run folder, resume, learn, say what happens, save."""

from __future__ import annotations

import math
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import torch

from ganstudio.errors import StudioError
from ganstudio.models.card import Card
from ganstudio.models.store import write_model
from ganstudio.runs import spec as specs
from ganstudio.runs.protocol import RunFolder
from ganstudio.runs.spec import Spec
from trainers import data, dcgan, gan, growing, networks, progan, state, stylegan, stylegan2
from trainers.networks import Networks
from trainers.samples import draw_sheet

EVENT_EVERY = 20  # steps between two events with losses
# what a family's module has: network_options(spec), create(spec) and step(nets, real, ...)
FAMILIES: dict[str, Any] = {
    "dcgan": dcgan,
    "gan": gan,
    "progan": progan,
    "stylegan": stylegan,
    "stylegan2": stylegan2,
}


def train(folder: RunFolder) -> None:
    """Train as `spec.json` says, from the newest state if there is one, to the end or `stop`."""
    spec = specs.read(folder.spec)
    check_device(spec, folder)
    torch.manual_seed(spec.seed)
    pictures = data.load(spec.data, size=spec.size, leave_out=spec.leave_out)
    family = FAMILIES[spec.kind]
    nets = family.create(spec)
    resumed = {"step": 0, "images": 0, "threads": torch.get_num_threads()}
    if (path := state.newest(folder.state)) is not None:
        resumed = state.load(path, parts=nets.parts(), device=spec.device)
    number, seen = resumed["step"], resumed["images"]
    torch.set_num_threads(spec.threads or resumed["threads"])  # another count rounds differently
    folder.say(
        "start",
        step=number,
        images=seen,
        found=pictures.count,
        skipped=len(pictures.skipped),
        left_out=pictures.left_out,
        threads=torch.get_num_threads(),
    )
    sums: dict[str, list[float]] = defaultdict(list)
    since = time.monotonic()
    while seen < spec.images and not folder.stop.exists():
        stage = growing.stage_at(spec, seen)
        real = picked(pictures, seen, spec, size=stage.size)
        if seen and stage.size != growing.stage_at(spec, seen - spec.per_step).size:
            growing.forget_moments(nets)
        networks.set_rates(nets, spec=spec, seen=seen)
        figures = family.step(nets, real, spec=spec, stage=stage, number=number)
        networks.average(nets, n=spec.per_step, seen=seen, spec=spec)
        number += 1
        seen += spec.per_step
        for name, value in figures.items():
            sums[name].append(value)
        if not all(map(math.isfinite, figures.values())):
            folder.say("diverged", step=number, images=seen, **figures)
            raise StudioError(
                "The training diverged at step {number}; the last good state is in "
                "{state}. Lower rate_g and rate_d in {spec} and start again.",
                number=number,
                state=folder.state,
                spec=folder.spec,
            )
        if number % EVENT_EVERY == 0:
            speed = EVENT_EVERY * spec.per_step / (time.monotonic() - since)
            means = {name: sum(values) / len(values) for name, values in sums.items()}
            now = {"size": stage.size, "alpha": stage.alpha, "images_per_second": speed}
            folder.say("losses", step=number, images=seen, **now, **means)
            sums.clear()
            since = time.monotonic()
        if crossed(seen, spec.sample_every, spec.per_step):
            sheet = folder.samples / f"{seen:09d}.png"
            draw_sheet(nets.ema, sheet, stage=stage)
            folder.say("sample", step=number, images=seen, file=sheet.name)
        if crossed(seen, spec.snapshot_every, spec.per_step):
            save(folder, nets, spec, number, seen)
    save(folder, nets, spec, number, seen)
    ended = "end" if seen >= spec.images else "stopped"
    folder.say(ended, step=number, images=seen)


def check_device(spec: Spec, folder: RunFolder) -> None:
    """Raise StudioError where torch cannot compute on the spec's device."""
    try:
        torch.empty(0, device=spec.device)
    except (RuntimeError, AssertionError, NotImplementedError) as error:
        raise StudioError(
            "The device {device!r} is not here; write another into {spec}, such as "
            '"cpu", "cuda:0" or "mps".',
            device=spec.device,
            spec=folder.spec,
            detail=str(error),
        ) from error


def picked(pictures: data.Pictures, start: int, spec: Spec, *, size: int) -> torch.Tensor:
    """The batch that begins at picture `start`: float32 in -1..1, mirrored at random."""
    batch = pictures.batch(start, spec.per_step, seed=spec.seed, size=size).to(spec.device)
    real = batch.float() / 127.5 - 1
    if spec.mirror:
        flip = torch.rand(spec.per_step, 1, 1, 1, device=real.device) < 0.5
        real = torch.where(flip, real.flip(3), real)
    return real


def crossed(seen: int, every: int, batch: int) -> bool:
    """Whether the last batch passed a multiple of `every`."""
    return seen // every != (seen - batch) // every


def save(folder: RunFolder, nets: Networks, spec: Spec, number: int, seen: int) -> None:
    """The full state, and a snapshot that the studio opens: the networks as far as they grew."""
    state.save(folder.state, step=number, images=seen, parts=nets.parts())
    folder.snapshots.mkdir(exist_ok=True)
    snapshot = folder.snapshots / f"{spec.name}-{seen:09d}.safetensors"
    size = growing.stage_at(spec, max(0, seen - spec.per_step)).size  # of the last step
    options = FAMILIES[spec.kind].network_options(spec)
    parts = {"generator": nets.ema, "discriminator": nets.discriminator}
    if size < spec.size:
        for part, network in parts.items():
            parts[part], options[part] = growing.cut(spec, part, options[part], network, size)
    card = Card(
        name=spec.name,
        family=spec.kind,
        kind="face",
        size=size,
        z_dim=spec.z_dim,
        styles=getattr(parts["generator"], "styles", 0),
        generator=options["generator"],
        discriminator=options["discriminator"],
        data=Path(spec.data).name,
        licence=spec.licence,
        limits=spec.limits,
        steps=number,
        images=seen,
    )
    write_model(snapshot, card, **parts)
    folder.say("snapshot", step=number, images=seen, file=snapshot.name)
