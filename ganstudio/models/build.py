"""From a card's words and named tensors to networks, never larger than the tensors say."""

from __future__ import annotations

import functools
import importlib
import inspect
import math
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, get_type_hints

import torch
from torch import Tensor, nn
from torch.overrides import TorchFunctionMode

from ganstudio.errors import StudioError
from ganstudio.models.card import Card
from ganstudio.networks import families

PARTS = ("generator", "discriminator", "encoder")


class Shape(NamedTuple):
    """What must agree between a tensor in a file and the network's."""

    sizes: tuple[int, ...]
    floating: bool

    @classmethod
    def of(cls, tensor: Tensor) -> Shape:
        return cls(tuple(tensor.shape), tensor.is_floating_point())

    def words(self) -> str:
        return f"{list(self.sizes)} {'numbers' if self.floating else 'whole numbers'}"


def check(card: Card, shapes: Mapping[str, Mapping[str, Shape]], *, source: str) -> None:
    """Raise StudioError where tensors (part -> name -> shape) are not those of the card's networks.

    `source` names the file in the error.
    """
    if strange := sorted(shapes.keys() - set(PARTS)):
        raise StudioError(
            "{source} has weights of a part {strange!r}, which no model has; get the "
            "file again from where it came.",
            source=source,
            strange=strange[0][:80],
        )
    for part in PARTS:
        given = shapes.get(part, {})
        if card.options(part) is None:
            if given:
                raise StudioError(
                    "{source} has weights of a {part} that its card does not "
                    "describe; get the file again from where it came.",
                    source=source,
                    part=part,
                )
            continue
        blank = _blank(card, part, given, source=source)
        _compare(card, part, blank, given, source=source)
        if part == "generator":
            _check_words(card, blank, source=source)


def network(card: Card, part: str, tensors: Mapping[str, Tensor], *, source: str) -> nn.Module:
    """The card's network with these weights, float32, in evaluation mode.

    Raises StudioError where they do not fit; draws no random numbers.
    """
    shapes = {name: Shape.of(tensor) for name, tensor in tensors.items()}
    blank = _blank(card, part, shapes, source=source)
    _compare(card, part, blank, shapes, source=source)
    blank.load_state_dict(tensors)
    return blank


def _check_words(card: Card, generator: nn.Module, *, source: str) -> None:
    said = {"size": card.size, "z_dim": card.z_dim, "styles": card.styles}
    for name, value in {**said, "c_dim": len(card.classes)}.items():
        if getattr(generator, name, 0) != value:
            raise StudioError(
                "{source} contradicts itself: its card says {name} {value}, its "
                "generator {value2}; get the file again from where it came.",
                source=source,
                name=name,
                value=value,
                value2=getattr(generator, name, 0),
            )


def _compare(
    card: Card, part: str, blank: nn.Module, given: Mapping[str, Shape], *, source: str
) -> None:
    wanted = {name: Shape.of(tensor) for name, tensor in blank.state_dict().items()}
    missing, extra = sorted(wanted.keys() - given.keys()), sorted(given.keys() - wanted.keys())
    wrong = sorted(name for name in wanted.keys() & given.keys() if wanted[name] != given[name])
    if not (missing or extra or wrong):
        return
    if missing:
        what, names = f"lack {missing[0]}", missing
    elif extra:
        what, names = f"have {extra[0][:80]!r}, which it does not know", extra
    else:
        here, right = given[wrong[0]], wanted[wrong[0]]
        what, names = f"give {wrong[0]} {here.words()} instead of {right.words()}", wrong
    more = f" (and {len(names) - 1} more)" if len(names) > 1 else ""
    title = families.family(card.family).title
    raise StudioError(
        "{source} does not fit the {title} {part} that it should hold: its weights {what}{more}.",
        source=source,
        title=title,
        part=part,
        what=what,
        more=more,
        detail=f"missing: {missing}\nunknown: {extra}\nother shape: {wrong}",
    )


def _blank(card: Card, part: str, given: Mapping[str, Shape], *, source: str) -> nn.Module:
    """The network without weights; no larger than what is `given`, whatever the card claims."""
    options = card.options(part)
    assert options is not None
    try:
        _check_options(card.family, part, options)
        with Blank(most=4 * len(given) + 64, numbers=4 * _numbers(given) + (1 << 16)):
            built: nn.Module = families.build(card.family, part, options)
            return built
    except StudioError:
        raise
    except Exception as error:  # whatever absurd options make a constructor trip over
        raise StudioError(
            "{source} describes a {part} that cannot be built; get the file again "
            "from where it came.",
            source=source,
            part=part,
            detail=f"{type(error).__name__}: {error}",
        ) from error


def _check_options(family: str, part: str, options: Mapping[str, Any]) -> None:
    """Hold the card's options against the annotations of the network's constructor."""
    known = _option_types(family, part)
    for name, value in options.items():
        if name not in known:
            raise ValueError(f"unknown option {name!r}")
        known[name].validate_python(value, strict=True)


@functools.cache
def _option_types(family: str, part: str) -> dict[str, Any]:
    import pydantic  # slow to import, and the renderer's first picture waits for this module

    cls = getattr(importlib.import_module(families.family(family).module), part.capitalize())
    hints = get_type_hints(cls.__init__)
    return {name: pydantic.TypeAdapter(hints[name]) for name in inspect.signature(cls).parameters}


def _numbers(shapes: Mapping[str, Shape]) -> int:
    return sum(math.prod(shape.sizes) for shape in shapes.values())


class Blank(TorchFunctionMode):
    """Inside, new tensors are not drawn, and are bounded in count and size.

    The weights come from a file anyway: drawing them would cost time and disturb the seeds. The
    bound keeps a card that claims ten thousand layers from filling the memory.
    """

    MAKERS = (torch.randn, torch.empty, torch.zeros, torch.ones, torch.full)

    def __init__(self, *, most: int, numbers: int) -> None:
        super().__init__()
        self.most, self.numbers = most, numbers

    def __torch_function__(
        self,
        func: Callable[..., Any],
        types: Any,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        kwargs = kwargs or {}
        if getattr(func, "__module__", None) == "torch.nn.init":
            return args[0] if args else kwargs["tensor"]
        if func in self.MAKERS:
            sizes = args[:1] if func is torch.full else args
            self.most -= 1
            self.numbers -= math.prod(torch.Size(sizes[0] if _is_list(sizes) else sizes))
            if self.most < 0 or self.numbers < 0:
                raise ValueError("the network would be larger than the weights in the file")
            if func is torch.randn:
                func = torch.empty
        return func(*args, **kwargs)


def _is_list(sizes: tuple[Any, ...]) -> bool:
    return len(sizes) == 1 and isinstance(sizes[0], (tuple, list))
