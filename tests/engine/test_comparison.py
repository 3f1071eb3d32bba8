"""The recipes on the pages; how they look is told by the renderer's own tests."""

from dataclasses import dataclass, field, replace

import numpy as np
import pytest

from ganstudio.engine import comparison
from ganstudio.engine.comparison_pages import PAGES, refusal
from ganstudio.engine.job import run
from ganstudio.engine.sheets import mix_sheet
from ganstudio.errors import StudioError
from ganstudio.models.card import Card
from ganstudio.recipe import FaceRecipe, Interpolation, ModelRef, Noise, Source, Values

STYLED = Card("styled", "stylegan2", "face", 16, {}, 4, styles=6)
GROWN = Card("grown", "progan", "face", 16, {}, 4)
LATE = Card("late", "stylegan", "face", 32, {}, 4, styles=8)
PLAIN = Card("plain", "dcgan", "face", 16, {}, 4)
REFS = {card.name: ModelRef(card.name, f"{card.name}-digest") for card in (STYLED, GROWN, LATE)}
REFS["plain"] = ModelRef("plain", "plain-digest")
BUSY = FaceRecipe(
    REFS["styled"],
    a=Source(7),
    mix=(1.0,) * 6,
    psi=0.6,
    cutoff=2,
    interpolation=Interpolation(0.5),
    noise=Noise("const", 0.0, 3, strengths=(2.0,)),
)


@dataclass(frozen=True)
class Entry:
    card: Card
    bundled: bool = True

    @property
    def name(self):
        return self.card.name

    @property
    def digest(self):
        return f"{self.card.name}-digest"


@dataclass
class FakeLibrary:
    cards: tuple = (STYLED, GROWN, LATE, PLAIN)
    mine: tuple = ()

    def entries(self):
        return [Entry(card, card.name not in self.mine) for card in self.cards]

    def find(self, ref):
        return next(Entry(card) for card in self.cards if card.name == ref.name)

    open = find


@dataclass
class FakeRenderer:
    """Maps z to a w that is twice as long and turned around, alike on all layers."""

    library: FakeLibrary = field(default_factory=FakeLibrary)

    def latent(self, recipe):
        z = comparison.z_of(recipe.a, 4)
        return np.repeat(2 * z[None, ::-1], 6, axis=0)


def rows(sheet):
    columns = sheet.layout.columns
    cells = sheet.layout.cells
    return [cells[i : i + columns] for i in range(0, len(cells), columns)]


def models(*cards):
    return [(REFS[card.name], card) for card in cards]


def test_every_page_names_a_paper_and_can_be_made():
    for page in PAGES:
        assert "arXiv" in page.look
        sheet = run(comparison.sheet_of(FakeRenderer(), page.name, BUSY))
        assert len(sheet.layout.cells) == len(sheet.rows) * len(sheet.columns)


def test_z_is_swept_and_the_same_way_in_w():
    steps = comparison.z_and_w(FakeRenderer(), BUSY, dimension=1, reach=3, steps=3)
    z, way, single = rows(run(steps))
    usual = comparison.z_of(Source(7), 4)
    expected = usual.copy()
    expected[1] -= 3
    assert np.allclose(z[0].a.latent.array(), expected)
    assert z[1].a == Source(7)
    assert [offset.amount for recipe in way for offset in recipe.offsets] == [-3, 3]
    direction = way[0].offsets[0].vector.array()
    assert np.allclose(direction, [0, 0, 2, 0])  # z's number 1 moves w's number 2, twice as far
    assert np.allclose(single[2].offsets[0].vector.array(), [0, 2, 0, 0])
    for recipe in (*z, *way, *single):
        assert (recipe.mix, recipe.interpolation, recipe.cutoff) == ((), Interpolation(), None)
        assert recipe.psi == 0.6


def test_without_a_mapping_network_only_z_is_swept():
    plain = FaceRecipe(REFS["plain"], a=Source(7))
    sheet = run(comparison.z_and_w(FakeRenderer(), plain, steps=5))
    assert len(sheet.rows) == 1
    assert all(not recipe.offsets for recipe in sheet.layout.cells)
    assert len(set(sheet.layout.cells)) == 5


def test_a_source_given_as_w_is_swept_from_its_seed():
    source = Source(7, Values.of(np.ones((6, 4))))
    sheet = run(comparison.z_and_w(FakeRenderer(), replace(BUSY, a=source), steps=3))
    assert sheet.layout.cells[1].a == Source(7)


def test_growth_has_every_stage_and_half_of_those_that_fade_in():
    sheet = comparison.growth(BUSY, models(STYLED, GROWN, LATE, PLAIN))
    assert [head.replace("\u00a0", " ") for head in sheet.rows] == [
        "grown, seed 7",
        "grown, seed 8",
        "late, seed 7",
        "late, seed 8",
    ]
    grown, other, late, _ = rows(sheet)
    assert {recipe.a for recipe in other if recipe} == {Source(8)}
    seen = [(recipe.stage, recipe.alpha) for recipe in grown if recipe]
    assert seen == [(4, 1), (8, 0.5), (8, 1), (None, 0.5), (None, 1)]
    assert [recipe and (recipe.stage, recipe.alpha) for recipe in late] == [
        None,
        None,
        (8, 1),
        (16, 0.5),
        (16, 1),
        (None, 0.5),
        (None, 1),
    ]
    assert all(recipe.a == Source(7) for recipe in (*grown, *late) if recipe)
    assert {recipe.psi for recipe in grown if recipe} == {1.0}
    assert sheet.columns[:3] == ("4 px", "8 px, alpha 0.5", "8 px")


def test_noises_keep_the_latent_and_end_in_a_map():
    sheet = comparison.noises(BUSY)
    first, second, _ = rows(sheet)
    assert {recipe.a for recipe in first[:-1]} == {Source(7)}
    assert {recipe.a for recipe in second[:-1]} == {Source(8)}
    assert [recipe.noise for recipe in first[:-1]] == [
        Noise("random", 1.0, seed) for seed in range(3, 9)
    ]
    assert first[-1] is None
    assert sheet.spreads[6] == (0, 1, 2, 3, 4, 5)
    assert sheet.spreads[20] == tuple(range(14, 20))


def test_scales_change_one_scale_a_row():
    sheet = comparison.noise_scales(BUSY, STYLED)
    assert sheet.rows == ("4 px", "8 px", "16 px")
    middle = rows(sheet)[1]
    strengths = [recipe.noise.strengths for recipe in middle[:5]]
    assert strengths == [(1.0, 0.0), (1.0, 0.5), (), (1.0, 2.0), (1.0, 4.0)]
    assert [recipe.noise.seeds for recipe in middle[5:7]] == [(None, 4), (None, 5)]
    assert {recipe.noise.mode for recipe in middle[:-1]} == {"random"}


def test_families_are_the_bundled_ones_and_the_one_at_hand():
    library = FakeLibrary(mine=("plain", "late"))
    plain = FaceRecipe(REFS["plain"], a=Source(7), psi=0.5)
    found = comparison.face_models(library, plain, PLAIN)
    assert [ref.name for ref, _ in found] == ["plain", "styled", "grown"]
    sheet = comparison.families(plain, found)
    assert [row[1].a for row in rows(sheet)] == [Source(8)] * 3
    assert [row[0].psi for row in rows(sheet)] == [1.0, 0.5, 1.0]
    assert len(comparison.face_models(library, BUSY, STYLED)) == 2


def test_the_last_seed_is_followed_by_the_first():
    last = replace(BUSY, a=Source(2**32 - 1))
    assert rows(comparison.noises(last))[1][0].a == Source(0)


@pytest.mark.parametrize("name", ["noises", "scales"])
def test_a_model_without_noise_is_refused_in_words(name):
    assert "DCGAN" in refusal(name, PLAIN, models(STYLED))
    assert not refusal(name, STYLED, [])
    with pytest.raises(StudioError, match="DCGAN adds no noise"):
        run(comparison.sheet_of(FakeRenderer(), name, FaceRecipe(REFS["plain"])))


def test_without_a_model_that_grew_there_is_no_growth():
    assert refusal("stages", PLAIN, models(STYLED, PLAIN))
    assert not refusal("stages", PLAIN, models(GROWN))


def test_a_mix_sheet_has_heads_and_the_sources_at_its_edges():
    sheet = mix_sheet(STYLED, BUSY, [1, 2], [8, 9], [0, 1])
    assert sheet.rows == ("B", "A: 1", "A: 2")
    assert sheet.columns == ("A", "B: 8", "B: 9")
    corner, *top = rows(sheet)[0]
    assert corner is None
    assert [(recipe.a.seed, recipe.mix) for recipe in top] == [(8, ()), (9, ())]
    mixed = rows(sheet)[2][1]
    assert (mixed.a.seed, mixed.b.seed, mixed.mix) == (2, 8, (0, 0, 1, 1, 1, 1))
    assert mixed.interpolation == Interpolation()
