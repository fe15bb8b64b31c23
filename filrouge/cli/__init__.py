"""The command line: parse what is asked, call the domain, hand the result to a writer."""

from __future__ import annotations


def main() -> None:
    """Run the command ``filrouge`` with the arguments of the process; ends the process with its exit status."""
    from filrouge.cli.app import command

    command().main(prog_name="filrouge")
