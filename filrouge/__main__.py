"""The command ``filrouge``: what reads and checks documents, and what runs an installation, as one program."""

from __future__ import annotations

from typing import Any


def command() -> Any:
    """The whole program as one callable object, for the process, for the documentation and for tests."""
    from filrouge.cli.app import command as reading
    from filrouge.config.commands.app import command as installing

    program = reading()
    for name, one in installing().commands.items():
        program.add_command(one, name)
    return program


def main() -> None:
    """Run the command ``filrouge`` with the arguments of the process; ends the process with its exit status."""
    command().main(prog_name="filrouge")


if __name__ == "__main__":
    main()
