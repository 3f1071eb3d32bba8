"""Pictures to files and their recipes back: whole or not at all, never half a file.

A PNG carries its recipe as compressed JSON in an iTXt chunk named "ganstudio": one recipe, or for a
sheet the layout with a recipe for each place. JPEG and WebP carry none.
"""

from __future__ import annotations

import io
import os
from pathlib import Path

import numpy as np

from ganstudio import recipe as recipes
from ganstudio.atomic import in_words, new_file
from ganstudio.errors import StudioError
from ganstudio.media import png, sheet
from ganstudio.recipe import Recipe

KEYWORD = "ganstudio"
FORMATS = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".webp": "WEBP"}
LONGEST = {"PNG": 2**31 - 1, "JPEG": 65_500, "WEBP": 16_383}  # pixels a side, as the formats allow
QUALITY = 95  # of JPEG and WebP, 1 to 100; a WebP of 100 is lossless


def save_picture(
    path: Path,
    pixels: np.ndarray,
    *,
    recipe: Recipe | sheet.Layout | None = None,
    quality: int = QUALITY,
) -> Path:
    """Write uint8 [H, W, 3] as PNG, JPEG or WebP, whichever the name ends in.

    Raises StudioError where the name or the folder will not do, or the disk is full; then there is
    no new file, and one that was there before is untouched.
    """
    format = check_target(path)
    content = encode(pixels, format, recipe=recipe, quality=quality)
    with new_file(path) as file:
        file.write(content)
    return path


def encode(
    pixels: np.ndarray,
    format: str,
    *,
    recipe: Recipe | sheet.Layout | None = None,
    quality: int = QUALITY,
) -> bytes:
    """The file's bytes, format "PNG", "JPEG" or "WEBP". Same pixels and recipe, same bytes."""
    from PIL import Image, PngImagePlugin  # not needed before something is exported

    check_sides(pixels, format)
    image, file = Image.fromarray(pixels), io.BytesIO()
    if format == "PNG":
        text = PngImagePlugin.PngInfo()
        if recipe is not None:
            text.add_itxt(KEYWORD, json_of(recipe), zip=True)
        image.save(file, "PNG", pnginfo=text)
    elif format == "JPEG":
        image.save(file, "JPEG", quality=quality, subsampling=0)
    else:
        image.save(file, "WEBP", quality=quality, lossless=quality == 100, method=4)
    return file.getvalue()


def check_sides(pixels: np.ndarray, format: str) -> None:
    """Raises StudioError where the picture is larger than the format allows."""
    height, width, _ = pixels.shape
    if max(height, width) > LONGEST[format]:
        raise StudioError(
            "A {format} picture has at most {longest} pixels a side, this one is "
            "{width} x {height}; export it as PNG.",
            format=format,
            longest=LONGEST[format],
            width=width,
            height=height,
        )


def json_of(recipe: Recipe | sheet.Layout) -> str:
    """What a PNG carries. Raises StudioError where that is more than fits into one."""
    if isinstance(recipe, sheet.Layout):
        text = sheet.to_json(recipe)
    else:
        text = recipes.to_json(recipe)
    if len(text) > png.MOST_TEXT:
        raise StudioError(
            "The recipes of so many pictures do not fit into one PNG; choose fewer, or export as "
            "JPEG or WebP, which carry none."
        )
    return text


def read_recipe(path: Path) -> Recipe:
    """The recipe inside an exported PNG, or in a JSON file; of a sheet, that of its first picture.

    Raises StudioError where there is none.
    """
    first = next((cell for cell in read_layout(path).cells if cell is not None), None)
    if first is None:
        raise StudioError("The sheet {path} has no picture on it.", path=path)
    return first


def read_layout(path: Path) -> sheet.Layout:
    """All recipes inside an exported PNG, or in a JSON file, and how they lie on the sheet.

    A single picture is a sheet of one. Raises StudioError where there is no recipe.
    """
    try:
        with path.open("rb") as file:
            is_png = file.read(8) == png.SIGNATURE
            file.seek(0)
            if is_png:
                text = png.read_text(file, KEYWORD)
            else:
                start = file.read(png.MOST_TEXT)
                text = start.decode() if start.lstrip()[:1] == b"{" else None
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not text"
        raise StudioError("{path} cannot be read: {why}.", path=path, why=why) from error
    except StudioError as error:
        raise StudioError("{path}: {error}", path=path, error=error, detail=error.detail) from error
    if text is None:
        raise StudioError(
            "{path} carries no recipe; only PNG pictures that GAN Studio exported do.", path=path
        )
    return sheet.from_json(text)


def check_target(path: Path) -> str:
    """The format that the name asks for. Raises StudioError where nothing can be written there."""
    with in_words(path):
        if path.is_dir():
            raise StudioError(
                "{path} is a folder; name a file in it, such as {path2}.",
                path=path,
                path2=path / "face.png",
            )
        format = FORMATS.get(path.suffix.lower())
        if format is None:
            raise StudioError("{path} must end in .png, .jpg or .webp.", path=path)
        check_folder(path.parent)
        return format


def check_folder(folder: Path) -> None:
    """Raises StudioError where the folder is missing, is none or cannot be written to."""
    if not folder.is_dir():
        problem = "is not a folder" if folder.exists() else "does not exist"
        raise StudioError(
            "The folder {folder} {problem}; choose one that is there.",
            folder=folder,
            problem=problem,
        )
    if not os.access(folder, os.W_OK):
        raise StudioError(
            "The folder {folder} cannot be written to; choose another one.", folder=folder
        )
