import pytest
from PIL import Image

from ganstudio import cli
from ganstudio.media import files


def test_growth_of_a_model_on_one_sheet(tmp_path, capfd):
    path = tmp_path / "growth.png"
    arguments = ["compare", "--page", "stages", "--model", "random-progan-16-1", "-o", str(path)]
    assert cli.run(arguments) == 0
    out, told = capfd.readouterr()
    assert out.splitlines() == [str(path)]
    assert "ProGAN" in told
    assert "16 px" in told
    cells = files.read_layout(path).cells
    mine = [cell for cell in cells if cell and cell.model.name == "random-progan-16-1"]
    assert [cell.stage for cell in mine[:5]] == [4, 8, 8, None, None]
    with Image.open(path) as picture:
        assert picture.height % 16 == 0


def test_a_sweep_has_three_rows_of_the_given_number(tmp_path, capfd):
    path = tmp_path / "sweep.png"
    arguments = "compare --page z-and-w --model random-stylegan2-16-1 --seed 5 --dimension 3"
    assert cli.run([*arguments.split(), "--reach", "2", "-o", str(path)]) == 0
    layout = files.read_layout(path)
    assert (len(layout.cells), layout.columns) == (21, 7)
    assert layout.cells[3].a.seed == 5
    assert layout.cells[0].a.latent is not None
    assert layout.cells[7].offsets[0].amount == -2
    assert "z, number 3" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("--page noises --model random-dcgan-16-1", "DCGAN adds no noise"),
        ("--page z-and-w --model random-stylegan2-16-1 --reach 0", "--reach"),
        ("--page z-and-w --model random-stylegan2-16-1 --seed 1-2", "--seed takes one seed"),
        ("--page nowhere", "nowhere"),
    ],
)
def test_what_cannot_be_compared_is_one_sentence(tmp_path, capfd, arguments, words):
    path = tmp_path / "a.png"
    assert cli.run(["compare", *arguments.split(), "-o", str(path)]) == 2
    assert words in capfd.readouterr().err
    assert not path.exists()
