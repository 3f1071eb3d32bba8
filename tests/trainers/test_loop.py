"""A run learns, says so, stops when told, and continues exactly where it was."""

import dataclasses
import signal
import subprocess
import sys
import time

import pytest
import torch
from PIL import Image

from ganstudio.errors import StudioError
from ganstudio.models.store import open_file
from ganstudio.runs import spec as specs
from trainers import data, networks, state, stylegan2
from trainers.__main__ import main
from trainers.loop import train


def weights(run) -> dict[str, torch.Tensor]:
    """Everything that the newest state holds, flat."""
    content = torch.load(state.newest(run.state), weights_only=True)
    flat = {}
    for name, part in content["parts"].items():
        tensors = part.get("state", {0: part})
        for key, group in tensors.items():
            flat.update({f"{name}.{key}.{k}": v for k, v in group.items()})
    return flat


def to_length(run, images: int) -> None:
    specs.write(run.spec, dataclasses.replace(specs.read(run.spec), images=images))


@pytest.mark.parametrize("precision", ["float32", "bfloat16"])
def test_half_a_run_and_its_other_half_are_the_whole_run_bit_for_bit(make_run, precision):
    whole = make_run("whole", images=80, precision=precision)
    train(whole)
    halves = make_run("halves", images=40, precision=precision)
    train(halves)
    to_length(halves, 80)
    torch.manual_seed(999)  # the state alone decides
    train(halves)
    expected, found = weights(whole), weights(halves)
    assert expected.keys() == found.keys()
    different = [name for name in expected if not torch.equal(expected[name], found[name])]
    assert different == []


def test_the_networks_change_and_the_events_tell_it(make_run):
    run = make_run("run", images=160, sample_every=80, snapshot_every=80)
    train(run)
    events = list(run.read_events())
    kinds = [event["event"] for event in events]
    assert kinds[0] == "start" and kinds[-1] == "end"
    assert kinds.count("sample") == 2 and kinds.count("losses") == 2
    losses = next(event for event in events if event["event"] == "losses")
    assert losses["images"] == 80 and losses["images_per_second"] > 0
    assert {"loss_g", "loss_d", "r1", "score_real", "score_fake"} <= losses.keys()
    assert [path.name for path in sorted(run.samples.iterdir())] == [
        "000000080.png",
        "000000160.png",
    ]
    assert not list(run.path.rglob("*.part"))


def test_a_snapshot_opens_as_a_model_and_is_the_average(make_run):
    run = make_run("run", images=40)
    train(run)
    model = open_file(run.snapshots / "discs-000000040.safetensors")
    assert model.card.images == 40 and model.card.size == 16
    average = torch.load(state.newest(run.state), weights_only=True)["parts"]["ema"]
    for name, tensor in model.generator.state_dict().items():
        assert torch.equal(tensor, average[name]), name
    assert model.discriminator(model.generator(torch.zeros(1, 8))).shape == (1, 1)


def test_training_pulls_the_pictures_towards_the_data(make_run, tmp_path):
    """Pictures all in one red: the generator comes to paint red."""
    red = torch.tensor([200, 30, 40])
    (tmp_path / "red").mkdir()
    for i in range(4):
        Image.new("RGB", (16, 16), tuple(red.tolist())).save(tmp_path / "red" / f"{i}.png")
    red_data = {"data": str(tmp_path / "red"), "augment": (), "ema_images": 50, "batch": 8}
    short, long = make_run("short", images=8, **red_data), make_run("long", images=1600, **red_data)

    def distance(run) -> float:
        train(run)
        generator = open_file(max(run.snapshots.iterdir())).generator
        with torch.no_grad():
            fake = generator(torch.randn(16, 8, generator=torch.Generator().manual_seed(0)))
        return (fake.mean(dim=(0, 2, 3)) - (red / 127.5 - 1)).abs().max().item()

    assert distance(long) < 0.3 * distance(short)


def test_a_stop_file_saves_and_ends(make_run):
    run = make_run("run", images=10**9)
    process = subprocess.Popen([sys.executable, "-m", "trainers", str(run.path)])
    try:
        wait_for_event(run, "losses")
        run.stop.touch()
        assert process.wait(timeout=60) == 0
    finally:
        process.kill()
    assert [event["event"] for event in run.read_events()][-2:] == ["snapshot", "stopped"]
    assert state.newest(run.state) is not None


def test_a_stop_while_it_starts_counts_and_an_old_one_does_not(make_run, monkeypatch):
    run = make_run("run", images=40)
    run.stop.touch()
    load = data.load

    def load_while_somebody_stops_it(*arguments, **options):
        assert not run.stop.exists()
        signal.raise_signal(signal.SIGINT)
        return load(*arguments, **options)

    monkeypatch.setattr(data, "load", load_while_somebody_stops_it)
    assert main([str(run.path)]) == 0
    last = list(run.read_events())[-1]
    assert (last["event"], last["images"]) == ("stopped", 0)


def wait_for_event(run, kind: str) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if any(event["event"] == kind for event in run.read_events()):
            return
        time.sleep(0.05)
    pytest.fail(f"no event {kind!r} came")


def test_two_states_are_kept_and_the_older_one_serves_when_the_newer_is_gone(make_run):
    run = make_run("run", images=160, snapshot_every=40)
    train(run)
    names = sorted(path.name for path in run.state.iterdir())
    assert names == ["000000120.pt", "000000160.pt"]
    for damage in (b"half", b"garbage garbage", (run.state / names[0]).read_bytes()[:5000]):
        (run.state / names[1]).write_bytes(damage)
        with pytest.raises(StudioError, match=r"000000160\.pt is damaged.*delete it"):
            train(run)
    (run.state / names[1]).unlink()
    train(run)
    assert list(run.read_events())[-1]["event"] == "end"


def test_a_run_that_diverges_says_so_and_keeps_its_last_state(make_run):
    run = make_run("run", images=40)
    train(run)
    kept = weights(run)
    spec = dataclasses.replace(specs.read(run.spec), images=10**6, rate_g=1e30, rate_d=1e30)
    specs.write(run.spec, spec)
    with pytest.raises(StudioError, match="diverged"):
        train(run)
    assert list(run.read_events())[-1]["event"] == "diverged"
    assert all(torch.equal(kept[name], tensor) for name, tensor in weights(run).items())


def test_the_rates_fall_to_nought_over_the_last_pictures(make_run):
    rates = {"rate_g": 0.4, "rate_d": 0.4, "rate_fall": 40, "path_weight": 0}
    spec = specs.read(make_run("run", images=100, **rates).spec)
    nets = stylegan2.create(spec)

    def rate_g(seen: int) -> float:
        networks.set_rates(nets, spec=spec, seen=seen)
        (group,) = nets.opt_g.param_groups
        (lazy,) = nets.opt_d.param_groups
        assert lazy["lr"] == pytest.approx(group["lr"] * 4 / 5)  # R1 every 4 steps
        return group["lr"]

    assert [rate_g(seen) for seen in (0, 60, 80, 100)] == pytest.approx([0.4, 0.4, 0.2, 0.0])


def test_a_folder_without_a_spec_is_one_sentence_and_exit_code_2(tmp_path, capsys):
    assert main([str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("device", ["cuda:77", "typewriter"])
def test_a_device_that_is_not_here_is_one_sentence(make_run, capsys, device):
    run = make_run("run", images=8, device=device)
    assert main([str(run.path)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and device in said and "spec.json" in said


def test_a_disk_that_takes_nothing_is_one_sentence(make_run, capsys, monkeypatch):
    run = make_run("run", images=8)

    def full(*_args, **_options):
        raise OSError(28, "No space left on device", "state.part")

    monkeypatch.setattr(torch, "save", full)
    assert main([str(run.path)]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "disk is full" in said
    assert list(run.state.iterdir()) == []


def test_help(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    assert "RUN_FOLDER" in capsys.readouterr().out


def test_half_an_event_that_a_killed_run_left_is_passed_over(make_run):
    run = make_run("run", images=8)
    train(run)
    with run.events.open("a") as file:
        file.write('{"event": "half')
    assert list(run.read_events())[-1]["event"] == "end"
    run.say("after", step=3, images=12)
    assert [event["event"] for event in run.read_events()][-2:] == ["end", "after"]


def test_another_batch_size_goes_on_from_the_pictures_seen(make_run):
    run = make_run("run", images=40)
    train(run)
    specs.write(run.spec, dataclasses.replace(specs.read(run.spec), images=60, batch=2))
    train(run)
    assert [event["images"] for event in run.read_events() if event["event"] == "end"] == [40, 60]
    assert state.newest(run.state).name == "000000060.pt"
