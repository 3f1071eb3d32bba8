from dataclasses import replace
from pathlib import Path as FilePath

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ganstudio.latent.paths import KeyFrame, Path, from_json
from ganstudio.recipe import Interpolation, Source, Values
from ganstudio.ui import ask
from ganstudio.ui.driving import drop

KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


@pytest.fixture
def target(monkeypatch, tmp_path):
    found = tmp_path / "face.npy"
    monkeypatch.setattr(ask, "path_of_latents", lambda parent, suggestion: found)
    monkeypatch.setattr(ask, "latents_to_open", lambda parent, folder: found)
    return found


def test_the_latent_of_the_picture_is_saved(window, target, qtbot):
    window.faces.document.change(a=Source(3))
    QTest.keyClick(window, Qt.Key.Key_E, KEYS)
    qtbot.waitUntil(lambda: target.exists() and not window.jobs.running)
    assert (np.load(target) == np.full((1, 6, 512), 3, np.float32)).all()
    assert "Saved" in window.status.activity.text()


def test_a_latent_becomes_source_a_alone_as_one_step(window, target, qtbot):
    document = window.faces.document
    before = replace(document.recipe, mix=(1.0,) * 6, interpolation=Interpolation(0.5))
    document.load(before, "Mix")
    latent = np.random.default_rng(0).normal(size=(6, 512)).astype(np.float32)
    np.save(target, latent[None])
    QTest.keyClick(window, Qt.Key.Key_I, KEYS)
    qtbot.waitUntil(lambda: document.recipe.a.latent is not None)
    assert document.recipe.a.latent == Values.of(latent)
    assert (document.recipe.mix, document.recipe.interpolation) == ((), Interpolation())
    document.step_back()
    assert document.recipe == before


def test_several_latents_become_key_frames(window, target, qtbot):
    np.save(target, np.zeros((3, 6, 512), np.float32) + np.arange(3)[:, None, None])
    drop(window, target)
    frames = window.walking.frames
    qtbot.waitUntil(lambda: len(frames.path.frames) == 3)
    assert frames.isVisible()
    assert window.faces.document.recipe == frames.path.frames[0].recipe
    assert (frames.path.frames[2].recipe.a.latent.array() == 2).all()


def test_latents_of_another_model_are_refused_in_words(window, target, qtbot):
    np.save(target, np.zeros((1, 18, 512), np.float32))
    before = window.faces.document.recipe
    drop(window, target)
    qtbot.waitUntil(lambda: window.error_bar.isVisible())
    assert "another model" in window.error_bar.sentence.text()
    assert window.faces.document.recipe == before


def test_latents_as_json_come_in_too(window, target, tmp_path, qtbot):
    file = tmp_path / "one.json"
    numbers = ", ".join(["0.5"] * 64)
    file.write_text(f'[{{"name": "x", "shape": [64], "values": [{numbers}]}}]')
    drop(window, file)
    qtbot.waitUntil(lambda: window.faces.document.recipe.a.latent is not None)
    assert window.faces.document.recipe.a.latent.shape == (64,)


def test_latents_of_all_key_frames_in_one_file(window, target, qtbot):
    recipe = window.faces.document.recipe
    frames = tuple(KeyFrame(replace(recipe, a=Source(seed))) for seed in (4, 5))
    window.exports.latents.save_frames()
    assert window.status._remark == "There are no key frames yet."
    window.walking.frames.show_path(Path(frames))
    QTest.keyClick(window, Qt.Key.Key_L, KEYS)
    qtbot.waitUntil(lambda: target.exists() and not window.jobs.running)
    assert np.load(target)[:, 0, 0].tolist() == [4, 5]


def test_key_frames_are_saved_and_come_back(window, tmp_path, monkeypatch, qtbot):
    file = tmp_path / "walk.json"
    monkeypatch.setattr(ask, "path_of_path", lambda parent, suggestion: file)
    window.exports.paths.save()
    assert window.status._remark == "There are no key frames yet."
    recipe = window.faces.document.recipe
    path = Path(tuple(KeyFrame(replace(recipe, a=Source(seed)), 2.5, "in") for seed in (4, 5)))
    window.walking.frames.show_path(path)
    QTest.keyClick(window, Qt.Key.Key_K, KEYS)
    qtbot.waitUntil(lambda: file.exists() and not window.jobs.running)
    assert from_json(file.read_text()) == path
    window.walking.frames.show_path(Path(()))
    drop(window, file)
    qtbot.waitUntil(lambda: window.walking.frames.path == path)


@pytest.mark.parametrize("there", [False, True])
def test_a_file_that_cannot_be_read_is_said(window, tmp_path, monkeypatch, qtbot, there):
    file = tmp_path / "walk.json"
    if there:
        file.write_text("[]")
        opened = FilePath.open

        def locked(path, *args, **kwargs):
            if path == file:
                raise PermissionError(13, "Permission denied")
            return opened(path, *args, **kwargs)

        monkeypatch.setattr(FilePath, "open", locked)
    drop(window, file)
    qtbot.waitUntil(lambda: not window.error_bar.isHidden())
    sentence = window.error_bar.sentence.text()
    assert ("Permission denied" if there else "There is no file") in sentence
    assert "walk.json" in sentence
