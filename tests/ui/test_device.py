import pytest
from PySide6.QtWidgets import QMenu

from ganstudio.engine import devices
from ganstudio.engine.devices import Device
from ganstudio.errors import Sentence

CUDA = Device("cuda:0", "CUDA: a fast one")
NONE = Device("mps", "MPS", "Only Macs with an Apple GPU have MPS.")


ON_THIS_MACHINE = devices.available


@pytest.fixture
def machine(monkeypatch):
    """A machine with a GPU."""
    monkeypatch.setattr(devices, "available", lambda: [Device("cpu", "CPU"), CUDA, NONE])


def choices(window):
    menu = QMenu()
    window.device.fill(menu)
    return {action.text(): action for action in menu.actions()}, menu


def known(window):
    return lambda: len(window.device._known) == 3


def test_what_is_not_there_is_grey_and_says_why(window, qtbot):
    qtbot.waitUntil(known(window))
    found, _menu = choices(window)
    assert list(found) == ["CPU", "CUDA: a fast one", "MPS"]
    assert found["CPU"].isChecked()
    assert found["CUDA: a fast one"].isEnabled()
    assert not found["MPS"].isEnabled()
    assert "Apple" in found["MPS"].toolTip()


def test_a_chosen_device_draws_the_picture_again_and_is_remembered(window, renderer, qtbot):
    qtbot.waitUntil(known(window))
    found, _menu = choices(window)
    found["CUDA: a fast one"].trigger()
    qtbot.waitUntil(lambda: window.seen[-1].device == "cuda:0")
    assert window.status.device.text() == "CUDA: a fast one"
    assert window.settings.device == "cuda:0"


def test_the_device_of_last_time_is_used_again(open_window, renderer, qtbot):
    window = open_window()
    window.settings.device = "cuda:0"
    window.close()
    again = open_window()
    qtbot.waitUntil(lambda: again.seen[-1].device == "cuda:0")


def test_a_device_that_is_gone_is_left_alone(open_window, qtbot):
    window = open_window()
    window.settings.device = "mps"
    window.close()
    again = open_window()
    qtbot.waitUntil(known(again))
    assert again.device.name == "cpu"
    assert not again.error_bar.isVisible()


def test_a_full_device_is_said_and_the_cpu_takes_over(window, renderer, qtbot):
    qtbot.waitUntil(known(window))
    window.device.choose("cuda:0")
    qtbot.waitUntil(lambda: window.seen[-1].device == "cuda:0")
    renderer.device = "cpu"
    renderer.fell_back = Sentence("The memory of cuda:0 is not enough; the CPU draws from now on.")
    window.faces.document.change(psi=0.5)
    qtbot.waitUntil(lambda: window.error_bar.isVisible())
    assert window.error_bar.sentence.text() == renderer.fell_back
    assert window.status.device.text() == "CPU"
    window.error_bar.dismiss()
    window.faces.document.change(psi=0.6)
    qtbot.waitUntil(lambda: window.seen[-1].recipe.psi == 0.6)
    qtbot.wait(50)
    assert not window.error_bar.isVisible()  # once is enough


def test_this_machine_has_a_cpu():
    cpu, *others = ON_THIS_MACHINE()
    assert (cpu.name, cpu.missing) == ("cpu", "")
    assert all(device.missing or device.name != "cpu" for device in others)


def test_the_last_choice_counts_while_a_switch_is_on_its_way(window, renderer, qtbot):
    qtbot.waitUntil(known(window))
    renderer.go_on.clear()
    window.faces.document.change(psi=0.5)  # keeps the worker busy meanwhile
    for name in ("cuda:0", "cpu"):
        window.device.choose(name)
    renderer.go_on.set()
    qtbot.waitUntil(lambda: not window.jobs.running)
    assert (window.device.name, window.settings.device) == ("cpu", "cpu")
    assert renderer.device == "cpu"


@pytest.mark.parametrize("how", ["cancelled", "failed"])
def test_a_device_can_be_chosen_again_after_it_was_not_reached(
    window, renderer, qtbot, monkeypatch, how
):
    qtbot.waitUntil(known(window))
    use = renderer.use
    if how == "failed":
        monkeypatch.setattr(renderer, "use", lambda name: 1 / 0)
        window.device.choose("cuda:0")
    else:
        renderer.go_on.clear()
        window.faces.document.change(psi=0.5)
        window.device.choose("cuda:0")
        window.jobs.cancel()
        renderer.go_on.set()
    qtbot.waitUntil(lambda: not window.jobs.running)
    assert window.device.name == "cpu"
    monkeypatch.setattr(renderer, "use", use)
    window.device.choose("cuda:0")
    qtbot.waitUntil(lambda: window.device.name == "cuda:0")
