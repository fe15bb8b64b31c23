"""The commands and their options. Help texts are keys of the library's texts, put into words when they are shown."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
import typer.main

from filrouge import __version__
from filrouge.cli.help import Command, Group
from filrouge.cli.options import Against, FailOn, Framework, Lang, Output, Today, With, format_option

_SETTINGS: dict[str, Any] = {"help_option_names": ["--help", "-h"]}
app = typer.Typer(
    cls=Group,
    help="help.filrouge",
    epilog="help.filrouge-more",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings=_SETTINGS,
)
Files = Annotated[list[Path], typer.Argument(help="help.files")]


def command() -> Any:
    """The program as one callable object, for the process and for tests."""
    return typer.main.get_command(app)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"filrouge {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def program(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="help.version", callback=_version, is_eager=True)] = False,
    lang: Lang = None,
) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), nl=False)


@app.command(cls=Command, help="help.read", epilog="help.status")
def read(
    files: Files,
    framework: Framework = None,
    format: Annotated[str, format_option(("text", "json"))] = "text",
    output: Output = None,
    lang: Lang = None,
) -> None:
    from filrouge.cli.commands import read as command

    raise typer.Exit(command.run(files, framework, format, output, lang))


@app.command(cls=Command, help="help.check", epilog="help.status")
def check(
    files: Files,
    framework: Framework = None,
    format: Annotated[str, format_option(("text", "json", "html", "sarif", "xlsx"))] = "text",
    output: Output = None,
    fail_on: FailOn = None,
    against: Against = None,
    lang: Lang = None,
    today: Today = None,
) -> None:
    from filrouge.cli.commands import check as command

    raise typer.Exit(command.run(files, framework, format, output, fail_on, against, lang, today))


@app.command(cls=Command, help="help.align")
def align(
    files: Files,
    plan: With,
    framework: Framework = None,
    format: Annotated[str, format_option(("text", "json"))] = "text",
    output: Output = None,
    lang: Lang = None,
) -> None:
    from filrouge.cli.commands import align as command

    raise typer.Exit(command.run(files, plan, framework, format, output, lang))


@app.command(cls=Command, help="help.compare")
def compare(
    before: Annotated[Path, typer.Argument(help="help.before")],
    after: Annotated[Path, typer.Argument(help="help.after")],
    framework: Framework = None,
    format: Annotated[str, format_option(("text", "html", "json"))] = "text",
    output: Output = None,
    lang: Lang = None,
) -> None:
    from filrouge.cli.commands import compare as command

    raise typer.Exit(command.run(before, after, framework, format, output, lang))


@app.command(cls=Command, help="help.rules")
def rules(
    code: Annotated[str | None, typer.Argument(help="help.code")] = None,
    format: Annotated[str, format_option(("text", "json"))] = "text",
    lang: Lang = None,
) -> None:
    from filrouge.cli.commands import rules as command

    raise typer.Exit(command.run(code, format, lang))


@app.command(cls=Command, help="help.frameworks")
def frameworks(
    name: Annotated[str | None, typer.Argument(help="help.name")] = None,
    format: Annotated[str, format_option(("text", "json"))] = "text",
    lang: Lang = None,
) -> None:
    from filrouge.cli.commands import frameworks as command

    raise typer.Exit(command.run(name, format, lang))


@app.command(cls=Command, help="help.sample")
def sample(output: Output = None, lang: Lang = None) -> None:
    from filrouge.cli.commands import sample as command

    raise typer.Exit(command.run(output, lang))
