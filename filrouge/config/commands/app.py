"""The commands that run an installation. What they need is imported when one of them is called."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
import typer.main

from filrouge.cli.help import Command
from filrouge.cli.options import Lang
from filrouge.config.loading import need_server

app = typer.Typer(add_completion=False, rich_markup_mode=None, context_settings={"help_option_names": ["--help", "-h"]})
Host = Annotated[str, typer.Option("--host", help="help.host")]
Port = Annotated[str, typer.Option("--port", "-p", help="help.port")]
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
