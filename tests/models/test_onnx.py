"""ONNX files: what onnxruntime draws from them is what torch draws."""

import importlib.util
import sys
from types import SimpleNamespace

import numpy as np
import pytest
import torch

from ganstudio.errors import StudioError
from ganstudio.models import onnx
from ganstudio.models.card import Card
from ganstudio.models.model import Model
from ganstudio.networks import families

OPTIONS = {
    "stylegan2": {"channels": [8, 8], "z_dim": 6, "w_dim": 8, "c_dim": 3, "mapping_layers": 2},
    "stylegan": {"channels": [8, 8], "z_dim": 6, "w_dim": 8, "mapping_layers": 2},
    "progan": {"channels": [8, 8], "z_dim": 6},
    "dcgan": {"channels": [8], "z_dim": 6},
}


def tiny(name: str, **options) -> Model:
    """A network of 8 pixels, since translating takes a while."""
    options = {**OPTIONS[name], **options}
    torch.manual_seed(0)
    generator = families.build(name, "generator", options)
    styles = 4 if families.family(name).styles else 0
    classes = tuple("abc"[: options.get("c_dim", 0)])
    card = Card("tiny", name, "face", 8, options, 6, styles=styles, classes=classes)
    return Model(card, "", lambda part: generator)


def run(steps):
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def draw(path, **given: np.ndarray) -> np.ndarray:
    onnxruntime = pytest.importorskip("onnxruntime")
    session = onnxruntime.InferenceSession(path, providers=["CPUExecutionProvider"])
    assert {each.name for each in session.get_inputs()} == set(given)
    return session.run(["image"], given)[0]


@pytest.fixture(autouse=True)
def packages():
    for name in onnx.NEEDED:
        pytest.importorskip(name)


def test_from_z_psi_and_class_to_the_picture_that_torch_draws(tmp_path):
    model = tiny("stylegan2")
    model.generator.map.w_avg.normal_()
    found = run(onnx.exporting(model, tmp_path / "a.onnx"))
    assert found.path == tmp_path / "a.onnx"
    assert found.difference < 1e-3
    z, c = torch.randn(3, 6), torch.eye(3)  # another number than the export was made with
    for psi in (1.0, 0.4):
        with torch.no_grad():
            expected = model.generator.synthesis(model.generator.mapping(z, c, psi=psi))
        image = draw(found.path, z=z.numpy(), psi=np.float32([psi]), c=c.numpy())
        assert np.abs(image - expected.numpy()).max() < 1e-3


def test_from_w(tmp_path):
    model = tiny("stylegan2", c_dim=0)
    run(onnx.exporting(model, tmp_path / "a.onnx", inputs="w"))
    w = torch.randn(1, 4, 8)
    with torch.no_grad():
        expected = model.generator.synthesis(w).numpy()
    assert np.abs(draw(tmp_path / "a.onnx", w=w.numpy()) - expected).max() < 1e-3


@pytest.mark.parametrize("name", ["progan", "stylegan"])
def test_the_other_families(tmp_path, name):
    model = tiny(name)
    z = torch.randn(3, 6)
    run(onnx.exporting(model, tmp_path / "a.onnx"))
    given = {"z": z.numpy()}
    with torch.no_grad():
        if model.card.styles:
            given["psi"] = np.float32([0.7])
            # the maps are flat at first: their variance is nought, and its 1e-8 must be in the file
            expected = model.generator.synthesis(model.generator.mapping(z, psi=0.7))
        else:
            expected = model.generator(z)
    assert np.abs(draw(tmp_path / "a.onnx", **given) - expected.numpy()).max() < 1e-3


def test_the_card_travels_in_the_file_which_is_whole_without_onnxruntime_too(tmp_path, monkeypatch):
    import onnx as package

    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    model = tiny("dcgan")
    assert run(onnx.exporting(model, tmp_path / "a.onnx")).difference is None
    read = package.load(tmp_path / "a.onnx")
    package.checker.check_model(read)
    texts = {entry.key: entry.value for entry in read.metadata_props}
    assert Card.from_json(texts["ganstudio"], source="a.onnx") == model.card
    assert [path.name for path in tmp_path.iterdir()] == ["a.onnx"]  # no data beside it


def test_a_file_that_draws_other_pictures_is_not_written(tmp_path, monkeypatch):
    program = SimpleNamespace(
        model=SimpleNamespace(metadata_props={}),
        model_proto=SimpleNamespace(SerializeToString=lambda: b"program"),
    )
    monkeypatch.setattr(onnx, "translated", lambda *given, **options: program)
    for difference in (0.01, float("nan")):
        monkeypatch.setattr(onnx, "compared", lambda *given, found=difference: found)
        with pytest.raises(StudioError, match="would draw other pictures"):
            run(onnx.exporting(tiny("dcgan"), tmp_path / "a.onnx"))
    assert list(tmp_path.iterdir()) == []


def test_missing_packages_are_named(tmp_path, monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(StudioError, match="onnx and onnxscript must be installed: pip install"):
        run(onnx.exporting(tiny("stylegan2"), tmp_path / "a.onnx"))


def test_w_is_for_models_that_have_it(tmp_path):
    with pytest.raises(StudioError, match="no mapping network"):
        run(onnx.exporting(tiny("dcgan"), tmp_path / "a.onnx", inputs="w"))


def test_a_network_that_cannot_be_traced_is_a_sentence(tmp_path, monkeypatch):
    def broken(*given, **options):
        raise torch.onnx.OnnxExporterError("no translation for aten::surprise")

    monkeypatch.setattr(torch.onnx, "export", broken)
    with pytest.raises(StudioError, match="could not be written as ONNX") as caught:
        run(onnx.exporting(tiny("stylegan2"), tmp_path / "a.onnx"))
    assert "aten::surprise" in caught.value.detail
