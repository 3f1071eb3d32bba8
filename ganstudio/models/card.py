"""A model's card: what the network is, what it learned from and how well; JSON there and back."""

from __future__ import annotations

import functools
import json
import re
from dataclasses import asdict, dataclass, field
from typing import Annotated, Any, ClassVar, Literal

from annotated_types import Ge, Interval

from ganstudio.errors import StudioError
from ganstudio.networks.families import FAMILIES

VERSION = 1

Kind = Literal["face", "scene", "class"]
MOST_PIXELS = 4096
Size = Annotated[int, Interval(ge=4, le=MOST_PIXELS)]
Count = Annotated[int, Ge(0)]
Options = dict[str, Any]


@dataclass(frozen=True)
class Card:
    """What a model file says of itself.

    family: a key of `networks.families.FAMILIES`. generator, discriminator, encoder: keyword
    arguments of the family's modules, None for a part that is not in the file. styles: number of
    style layers, 0 for families without a mapping network. classes: one name for each class that
    the network was trained with. data, licence, limits, origin, created: words for the reader.
    """

    __pydantic_config__: ClassVar[dict[str, Any]] = {"extra": "forbid", "strict": True}

    name: str
    family: str
    kind: Kind
    size: Size
    generator: Options
    z_dim: Annotated[int, Ge(1)]
    discriminator: Options | None = None
    encoder: Options | None = None
    styles: Count = 0
    classes: tuple[str, ...] = ()
    data: str = ""
    licence: str = ""
    steps: Count = 0
    images: Count = 0
    scores: dict[str, float | str] = field(default_factory=dict)
    limits: str = ""
    origin: str = ""
    created: str = ""

    def options(self, part: str) -> Options | None:
        """Keyword arguments of "generator", "discriminator" or "encoder"."""
        found: Options | None = getattr(self, part)
        return found

    def network(self) -> str:
        """What of the card decides on pixels, as one line; equal networks give equal text."""
        return json.dumps(
            [self.family, self.generator, self.discriminator, self.encoder], sort_keys=True
        )

    def to_json(self) -> str:
        """The card as one line of JSON; equal cards give equal text."""
        return json.dumps({"version": VERSION, **asdict(self)}, sort_keys=True, allow_nan=False)

    @classmethod
    def from_json(cls, text: str, *, source: str) -> Card:
        """The card that `to_json` wrote; `source` names the file in the errors.

        Raises StudioError where the text is no card, or one of a newer version.
        """
        try:
            fields = json.loads(text, parse_constant=_no_constant)
            version = fields.pop("version")
            if type(version) is int and version > VERSION:
                raise StudioError(
                    "{source} was written by a newer GAN Studio (card version "
                    "{version}, this one knows {version2}); update the program to "
                    "open it.",
                    source=source,
                    version=version,
                    version2=VERSION,
                )
            if version != VERSION:
                raise ValueError(f"card version {version!r}")
            card: Card = _adapter().validate_json(json.dumps(fields))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise StudioError(
                "{source} has a damaged card; get the file again from where it came.",
                source=source,
                detail=f"{type(error).__name__}: {error}",
            ) from error
        if card.family not in FAMILIES:
            known = ", ".join(sorted(FAMILIES))
            raise StudioError(
                "{source} holds a network of the family {family!r}, which this "
                "version does not know; it knows {known}.",
                source=source,
                family=card.family,
                known=known,
            )
        if card.kind != FAMILIES[card.family].kind:
            raise StudioError(
                "{source} says that {family} is of the kind {kind!r}, which it is "
                "not; get the file again from where it came.",
                source=source,
                family=card.family,
                kind=card.kind,
            )
        return card


def safe_name(text: str) -> str:
    """A model's name from any text: letters, digits, dot, dash and underscore, fit for a file."""
    return re.sub(r"[^\w.-]+", "-", text).strip("-.")[:80].rstrip("-.") or "model"


@functools.cache
def _adapter() -> Any:
    import pydantic  # not needed before the first model is looked at

    return pydantic.TypeAdapter(Card)


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no JSON number")
