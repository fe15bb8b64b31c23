"""The commands that run an installation. What they need is imported when one of them is called."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
import typer.main

from filrouge.cli.help import Command
from filrouge.cli.options import Lang, Output, format_option, one_of
from filrouge.config.loading import need_server

app = typer.Typer(add_completion=False, rich_markup_mode=None, context_settings={"help_option_names": ["--help", "-h"]})
Host = Annotated[str, typer.Option("--host", help="help.host")]
Port = Annotated[str, typer.Option("--port", "-p", help="help.port")]
Account = Annotated[str | None, typer.Option("--as", help="help.account")]
_FILES = ("word", "pdf", "excel", "json")
Archive = Annotated[Path, typer.Argument(help="help.archive")]


def command() -> Any:
    """These commands as one group."""
    return typer.main.get_command(app)


@app.command("init-db", cls=Command, help="help.init-db")
def init_db(lang: Lang = None) -> None:
    need_server()
    from filrouge.config.commands import init_db as command

    raise typer.Exit(command.run(lang))


@app.command(cls=Command, help="help.serve")
def serve(host: Host = "127.0.0.1", port: Port = "8000", lang: Lang = None) -> None:
    need_server()
    from filrouge.config.commands import serve as command

    raise typer.Exit(command.run(host, port, lang))


@app.command(cls=Command, help="help.administrator")
def administrator(
    email: Annotated[str, typer.Argument(help="help.email")],
    name: Annotated[str, typer.Option("--name", help="help.name-of-person")],
    lang: Lang = None,
) -> None:
    need_server()
    from filrouge.config.commands import administrator as command

    raise typer.Exit(command.run(email, name, lang))


@app.command(cls=Command, help="help.worker")
def worker(lang: Lang = None) -> None:
    need_server()
    from filrouge.config.commands import worker as command

    raise typer.Exit(command.run(lang))


@app.command(cls=Command, help="help.backup")
def backup(archive: Archive, lang: Lang = None) -> None:
    need_server()
    from filrouge.config.commands import backup as command

    raise typer.Exit(command.run(archive, lang))


@app.command(cls=Command, help="help.restore")
def restore(archive: Archive, lang: Lang = None) -> None:
    need_server()
    from filrouge.config.commands import restore as command

    raise typer.Exit(command.run(archive, lang))


@app.command(cls=Command, help="help.demo")
def demo(host: Host = "127.0.0.1", port: Port = "8000", lang: Lang = None) -> None:
    need_server()
    from filrouge.config.commands import demo as command

    raise typer.Exit(command.run(host, port, lang))


@app.command("load-demo", cls=Command, help="help.load-demo", hidden=True)
def load_demo(lang: Lang = None) -> None:
    need_server()
    from filrouge.config.commands import demo as command

    raise typer.Exit(command.fill(lang))


@app.command("import", cls=Command, help="help.import")
def import_files(
    files: Annotated[list[Path], typer.Argument(help="help.import-files")],
    entity: Annotated[str, typer.Option("--entity", "-e", help="help.entity")],
    account: Account = None,
    take: Annotated[bool, typer.Option("--take", help="help.take")] = False,
    lang: Lang = None,
) -> None:
    need_server()
    from filrouge.config.commands import import_files as command

    raise typer.Exit(command.run(files, entity, account, take, lang))


@app.command(cls=Command, help="help.export")
def export(
    document: Annotated[str, typer.Argument(help="help.document")],
    format: Annotated[str, format_option(_FILES, "help.export-format")] = "word",
    output: Output = None,
    account: Account = None,
    part: Annotated[str | None, typer.Option("--part", help="help.part")] = None,
    lang: Lang = None,
) -> None:
    need_server()
    from filrouge.config.commands import export as command

    one_of("--format", format, _FILES)
    raise typer.Exit(command.run(document, format, output, account, part, lang))
