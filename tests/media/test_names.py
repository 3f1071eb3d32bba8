"""Names by a pattern: filled in, all different, never over what is there."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ganstudio.errors import StudioError
from ganstudio.media import names
from ganstudio.recipe import FaceRecipe, ModelRef, Source

RECIPES = [FaceRecipe(ModelRef("faces"), a=Source(seed=seed), psi=0.7) for seed in (7, 42)]
HERE = Path("nowhere")


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("{model}-{seed}", ["faces-7", "faces-42"]),
        ("{index:03} {seed:5}", ["001     7", "002    42"]),
        ("{seed}-{psi}", ["7-0.7", "42-0.7"]),
        ("{seed} {psi:.2f} {psi:06.3f}", ["7 0.70 00.700", "42 0.70 00.700"]),
        ("{{{index}}}", ["{1}", "{2}"]),
    ],
)
def test_patterns(pattern, found):
    made = names.paths(HERE, pattern, RECIPES, ending=".png")
    assert made == [HERE / f"{name}.png" for name in found]


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("{name}", r"the field {name}, which is none; there are {model}, {seed}, {index}, {psi}"),
        ("{}", "the field {}, which is none"),
        ("{0}", "which is none"),
        ("{seed.real}", "which is none"),
        ("{seed[0]}", "which is none"),
        ("{seed!r}", "which is none"),
        ("{seed:x}", "{seed:x}"),
        ("{seed:9999999999}", "which is none"),
        ("{seed:{index}}", "which is none"),
        ("{psi:.99}", "which is none"),
        ("{model:>300}", "which is none"),
        ("{seed", "a brace too many or too few"),
        ("seed}", "a brace too many or too few"),
        ("faces/{seed}", "has a sign that no file's name can have"),
        ("..\\{seed}", "has a sign"),
        ("what? {seed}", "has a sign"),
        ("a\0{seed}", "has a sign"),
        ("x" * 200 + "{seed}", "cannot be the name"),
        ("face", "Pictures 1 and 2 would both be called face"),
        ("{model}-{psi}", "would both be called faces-0.7"),
    ],
)
def test_what_will_not_do_is_a_sentence(pattern, words):
    with pytest.raises(StudioError) as caught:
        names.paths(HERE, pattern, RECIPES)
    assert words in str(caught.value)


def test_capitals_alone_are_no_difference():
    recipes = [FaceRecipe(ModelRef(name)) for name in ("faces", "Faces")]
    with pytest.raises(StudioError, match="would both be called"):
        names.paths(HERE, "{model}", recipes)


def test_what_is_there_is_not_overwritten_unless_told(tmp_path):
    (tmp_path / "42.png").touch()
    with pytest.raises(StudioError, match=r"42\.png is there already"):
        names.paths(tmp_path, "{seed}.png", RECIPES)
    found = names.paths(tmp_path, "{seed}.png", RECIPES, overwrite=True)
    assert found == [tmp_path / "7.png", tmp_path / "42.png"]


@given(st.text(alphabet="{}:!.03fseedpi/ ", max_size=16) | st.text(max_size=8))
def test_whatever_is_typed_stays_in_its_folder(pattern):
    try:
        made = names.paths(HERE, pattern, RECIPES, ending=".png")
    except StudioError as error:
        assert str(error)
    else:
        assert {path.parent for path in made} == {HERE}
        assert len(set(made)) == 2
