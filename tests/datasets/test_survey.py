import numpy as np
from PIL import Image

from ganstudio.datasets.survey import survey
from tests.datasets.conftest import CLASSES, noise


def test_what_a_dry_run_says(put, tmp_path):
    for name in ("cat/1.png", "dog/2.png", "dog/3.png"):
        put(name, noise(0, 30, 20))
    put("dog/4.png", noise(0, 8, 8))
    put("dog/bad.png", b"no picture")
    found = survey(tmp_path, leave_out=["3"])
    assert (found.layout, found.count, found.left_out) == ("class-folders", 4, 1)
    assert found.classes == {"cat": 1, "dog": 3}
    assert found.sizes == {(30, 20): 2, (8, 8): 1} and found.looked_at == 4
    assert found.bad[0].startswith("dog/bad.png: no picture of a known kind")


def test_of_many_some_are_looked_at(put, tmp_path, monkeypatch):
    monkeypatch.setattr("ganstudio.datasets.survey.LOOKED_AT", 3)
    for i in range(8):
        put(f"{i}.png", noise(0, 8, 8))
    found = survey(tmp_path)
    assert (found.count, found.looked_at) == (8, 3)


def test_label_maps_and_procedural_pictures(put, tmp_path):
    for i in range(2):
        put(f"{i}.jpg", noise(i))
        put(f"{i}.png", Image.fromarray(np.full((24, 24), 3, np.uint8)))
    put("classes.json", {"classes": CLASSES})
    found = survey(tmp_path)
    assert (found.layout, found.count, found.categories) == ("pairs", 2, ("sky", "ground"))
    assert survey("procedural").classes["disc"] == 0
    assert survey("procedural:scenes").categories[0] == "sky"
