"""The same work without a window: which commands there are, and how errors are told."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from ganstudio.commands import comparing, dataset, directions, exporting, faces, models, tour, walks
from ganstudio.commands.running import say
from ganstudio.errors import StudioError

UsageError: Any = typer.BadParameter.__base__  # of all that can be mistyped, in any typer
WRONG, STOPPED, BROKEN = 2, 130, 1  # exit statuses: the user's error, Ctrl+C, ours
TRACEBACK = "GANSTUDIO_TRACEBACK"  # set to anything: where a fault of the program happened

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Run, steer, paint with, edit with and train generative adversarial networks. "
    "Without arguments the window opens.",
)
app.command("generate")(faces.generate)
app.command("mix")(faces.mix)
app.command("interpolate")(walks.interpolate)
app.command("path")(walks.path)
app.command("export")(exporting.export)
app.command("compare")(comparing.compare)
app.command("directions")(directions.directions)
app.command("models")(models.models)
app.command("import")(models.bring_in)
app.command("dataset")(dataset.dataset)
app.command("tour")(tour.tour)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Say the version.")] = False,
) -> None:
    if version:
        import ganstudio

        typer.echo(f"ganstudio {ganstudio.__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        raise StudioError("Name a command; `ganstudio --help` lists them.")


def run(argv: Sequence[str]) -> int:
    """Do what the command line says, `argv` without the program's name; the exit status.

    What the user got wrong is one sentence on stderr and status 2.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a name that the terminal cannot show is no failure
            stream.reconfigure(errors="backslashreplace")
    try:
        status = int(app(list(argv), prog_name="ganstudio", standalone_mode=False) or 0)
    except StudioError as error:
        return refuse(str(error))
    except UsageError as error:
        return refuse(error.format_message())
    except typer.Abort:
        status = STOPPED
    except Exception as error:  # nobody asked for a traceback
        if os.environ.get(TRACEBACK):
            raise
        say(
            f"This is a fault of GAN Studio: {type(error).__name__}: {error}. Please report it, "
            f"with what {TRACEBACK}=1 adds to it."
        )
        return BROKEN
    if status == STOPPED:
        say("Stopped.")
    return status


def refuse(sentence: str) -> int:
    line = " ".join(sentence.split())
    say(line if line.endswith((".", "!", "?", ")")) else f"{line}.")
    return WRONG
