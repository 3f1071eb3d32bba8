"""A bundled model draws what its snapshot draws, and is smaller."""

import torch

from ganstudio.models.store import open_file
from trainers.bundle import main
from trainers.loop import train


def test_a_bundle_draws_the_same_and_tells_its_scores(make_run, tmp_path, capsys):
    run = make_run("run", images=8)
    train(run)
    (snapshot,) = run.snapshots.iterdir()
    target = tmp_path / "discs.safetensors"
    assert (
        main([str(snapshot), str(target), "--score", "discs=3 of 4", "--limits", "Blurred."]) == 0
    )
    before, after = open_file(snapshot), open_file(target)
    assert after.card.scores == {"discs": "3 of 4"} and after.card.limits == "Blurred."
    assert after.card.images == 8 and after.card.name == "discs"
    assert target.stat().st_size < snapshot.stat().st_size
    with torch.no_grad():
        image = before.generator(torch.ones(2, 8))
        assert torch.equal(image, after.generator(torch.ones(2, 8)))
        torch.testing.assert_close(
            before.discriminator(image), after.discriminator(image), atol=2e-2, rtol=2e-2
        )
    assert main([str(tmp_path / "missing.safetensors"), str(target)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
