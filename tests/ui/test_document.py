import pytest
from hypothesis import given
from hypothesis import strategies as st

from ganstudio.recipe import FaceRecipe, ModelRef
from ganstudio.ui.document import Document

START = FaceRecipe(ModelRef("faces"))


@pytest.fixture
def document(qapp):
    document = Document(START)
    document.seen = []
    document.changed.connect(document.seen.append)
    return document


def test_a_drag_is_one_step(document):
    for psi in (0.9, 0.8, 0.7):
        document.change(psi=psi)
    document.settle("Psi")
    assert [recipe.psi for recipe in document.seen] == [0.9, 0.8, 0.7]
    assert document.undo.count() == 1
    assert document.undo.undoText() == "Psi"
    document.step_back()
    assert document.recipe == START
    document.step_forward()
    assert document.recipe.psi == 0.7
    assert document.at_rest


def test_what_did_not_change_is_no_step_and_no_signal(document):
    document.change(psi=START.psi)
    document.settle("Psi")
    document.change(psi=0.5)
    document.change(psi=START.psi)
    document.settle("Psi")
    assert document.undo.count() == 0
    assert [recipe.psi for recipe in document.seen] == [0.5, START.psi]


def test_undo_of_a_change_that_has_not_come_to_rest_takes_that_change_back(document):
    document.change("Psi", psi=0.5)
    document.settle()
    document.change("Cutoff", cutoff=4)
    assert not document.at_rest
    document.step_back()
    assert (document.recipe.psi, document.recipe.cutoff) == (0.5, None)
    assert document.undo.redoText() == "Cutoff"
    document.step_forward()
    assert document.recipe.cutoff == 4


def test_load_is_a_step_of_its_own(document):
    document.change("Psi", psi=0.5)
    other = FaceRecipe(ModelRef("other"), psi=0.1)
    document.load(other, "Open other")
    assert document.recipe == other
    document.step_back()
    assert document.recipe.psi == 0.5
    document.step_back()
    assert document.recipe == START


def test_moves_of_two_controls_in_quick_succession_are_two_steps(document):
    document.change("Psi", psi=0.5)
    document.change("Mix", mix=(0.5,))
    document.settle("Psi")  # its rest ends late, in the middle of the other move
    document.change("Mix", mix=(1.0,))
    document.settle("Mix")
    assert [document.undo.text(i) for i in range(document.undo.count())] == ["Psi", "Mix"]
    document.step_back()
    assert (document.recipe.psi, document.recipe.mix) == (0.5, ())


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=12))
def test_undo_goes_all_the_way_back_and_redo_all_the_way_forth(moves):
    document = Document(START)
    for psi, rest in moves:
        document.change(psi=psi)
        if rest:
            document.settle("Psi")
    document.settle("Psi")
    last, steps = document.recipe, document.undo.count()
    for _ in range(steps):
        document.step_back()
    assert document.recipe == START
    for _ in range(steps):
        document.step_forward()
    assert document.recipe == last
    assert document.undo.count() == steps
