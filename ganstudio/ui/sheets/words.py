"""A recipe in words, for whoever points at its picture."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from ganstudio.recipe import FaceRecipe, Noise, Source

translate = QCoreApplication.translate


def recipe_in_words(recipe: FaceRecipe) -> str:
    """What makes the picture, in a line: only what is not as usual."""
    parts = [recipe.model.name, source_in_words(recipe.a)]
    if layers := [layer for layer, weight in enumerate(recipe.mix) if weight]:
        words = translate("Recipe", "layers {layers} of {source}")
        parts.append(words.format(layers=spans(layers), source=source_in_words(recipe.b)))
    if recipe.interpolation.t:
        words = translate("Recipe", "{percent} % of the way to {source}")
        percent = round(100 * recipe.interpolation.t)
        parts.append(words.format(percent=percent, source=source_in_words(recipe.b)))
    if recipe.psi != 1:
        parts.append(translate("Recipe", "psi {psi:g}").format(psi=recipe.psi))
    parts += noise_in_words(recipe.noise)
    if recipe.offsets:
        steps = ", ".join(f"{offset.name} {offset.amount:+.2f}" for offset in recipe.offsets)
        parts.append(translate("Recipe", "moved along {steps}").format(steps=steps))
    if recipe.stage or recipe.alpha != 1:
        size = translate("Recipe", "{} px").format(recipe.stage) if recipe.stage else ""
        stage = size or translate("Recipe", "the last stage")
        parts.append(translate("Recipe", "grown to {}").format(stage))
    if recipe.alpha != 1:
        parts.append(translate("Recipe", "alpha {:g}").format(recipe.alpha))
    return " · ".join(parts)


def source_in_words(source: Source) -> str:
    """Its seed, or that it is a latent of its own."""
    if source.latent is not None:
        return translate("Recipe", "a latent of its own")
    if source.at != (0.0, 0.0):
        right, down = source.at
        words = translate("Recipe", "near seed {seed} ({right:+.2f}, {down:+.2f})")
        return words.format(seed=source.seed, right=right, down=down)
    return translate("Recipe", "seed {}").format(source.seed)


def noise_in_words(noise: Noise) -> list[str]:
    """Nothing where it is as trained."""
    if noise.mode == "none" and not noise.modes:
        return [translate("Recipe", "no noise")]
    parts = [translate("Recipe", "no noise")] if noise.mode == "none" else []
    modes = {
        "const": translate("Recipe", "fixed noise at {size} px"),
        "random": translate("Recipe", "random noise at {size} px"),
        "none": translate("Recipe", "no noise at {size} px"),
    }
    if noise.mode == "random":
        parts.append(translate("Recipe", "noise of seed {}").format(noise.seed))
    if noise.strength != 1:
        parts.append(translate("Recipe", "noise × {:g}").format(noise.strength))
    own: list[tuple[str, dict[str, object]]] = [
        (translate("Recipe", "noise × {strength:g} at {size} px"), {"strength": v, "size": 4 << k})
        for k, v in enumerate(noise.strengths)
        if v != 1
    ]
    own += [(modes[v], {"size": 4 << k}) for k, v in enumerate(noise.modes) if v is not None]
    if noise.mode == "random" or "random" in noise.modes:
        own += [
            (translate("Recipe", "noise of seed {seed} at {size} px"), {"seed": v, "size": 4 << k})
            for k, v in enumerate(noise.seeds)
            if v is not None
        ]
    return [*parts, *(words.format(**fields) for words, fields in own)]


def spans(numbers: list[int]) -> str:
    """[0, 1, 2, 5] -> "0-2, 5"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
