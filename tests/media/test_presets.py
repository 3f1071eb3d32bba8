import pytest

from ganstudio.errors import StudioError
from ganstudio.media import presets
from ganstudio.media.presets import Preset
from ganstudio.recipe import FaceRecipe, ModelRef, Source

RECIPE = FaceRecipe(ModelRef("faces", "0123"), a=Source(seed=5), psi=0.5, mix=(0.25, 1.0))


def write(folder, name, *, whole=True):
    path = presets.new_path(folder, name)
    path.parent.mkdir(exist_ok=True)
    preset = Preset(name, RECIPE, whole, path)
    path.write_text(presets.to_text(preset), encoding="utf-8")
    return preset


@pytest.mark.parametrize("name", ["soft", "sehr weich & glänzend", "a/b", "..", "日本", "x" * 80])
def test_any_name_there_and_back(tmp_path, name):
    preset = write(tmp_path / "presets", name, whole=False)
    assert presets.listed(tmp_path / "presets") == ([preset], [])
    assert preset.path.parent == tmp_path / "presets"


def test_names_that_give_one_file_name_do_not_meet(tmp_path):
    for name in ("a b", "a-b", "a/b"):
        write(tmp_path, name)
    assert [one.name for one in presets.listed(tmp_path)[0]] == ["a b", "a-b", "a/b"]


def test_they_come_by_name(tmp_path):
    for name in ("b", "C", "a"):
        write(tmp_path, name)
    assert [one.name for one in presets.listed(tmp_path)[0]] == ["a", "b", "C"]
    assert presets.listed(tmp_path / "nowhere") == ([], [])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"ganstudio": "preset", "name": "x", "whole": true}',
        '{"ganstudio": "preset", "name": "x", "whole": true, "recipe": {"ganstudio": "face"}}',
        '{"ganstudio": "preset", "name": "", "whole": true, "recipe": {}}',
        "[" * 100_000,
    ],
)
def test_a_damaged_one_is_named_and_the_others_are_there(tmp_path, text):
    good = write(tmp_path, "good")
    (tmp_path / "bad.json").write_text(text)
    found, damaged = presets.listed(tmp_path)
    assert found == [good]
    assert "bad.json" in str(damaged[0])


def test_text_that_is_no_text_is_damaged(tmp_path):
    (tmp_path / "bad.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(StudioError, match="damaged"):
        presets.read(tmp_path / "bad.json")


def test_what_can_be_a_name():
    assert presets.fits("soft light")
    for name in ("", " soft", "x" * 81, None, 3):
        assert not presets.fits(name)
