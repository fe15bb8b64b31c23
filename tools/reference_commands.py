"""The pages of the command line, from the commands themselves: neither more nor less than ``--help`` says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from filrouge.domain.model import LANGUAGES, Text
from tools.words import NAMES

Say = Callable[[str], str]

WORDS = {
    "title": Text("La ligne de commande", "De opdrachtregel", "Die Befehlszeile", "The command line"),
    "intro": Text(
        "Toutes les commandes, leurs arguments et leurs options, comme `filrouge --help` les donne.",
        "Alle opdrachten, hun argumenten en opties, zoals `filrouge --help` ze geeft.",
        "Alle Befehle, ihre Argumente und Optionen, wie `filrouge --help` sie nennt.",
        "Every command, argument and option, as `filrouge --help` tells them.",
    ),
    "argument": Text("argument", "argument", "Argument", "argument"),
    "option": Text("option", "optie", "Option", "option"),
    "meaning": Text("ce que c'est", "wat het is", "was es ist", "what it is"),
    "default": Text("sans elle", "zonder", "ohne sie", "when not given"),
}


def root_command() -> Any:
    """The command line as a tree of commands."""
    from filrouge.__main__ import command

    return command()


def commands(command: Any = None, path: tuple[str, ...] = ("filrouge",)) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every command with its full name, the root first, hidden ones left out."""
    command = command or root_command()
    yield path, command
    for name, inner in getattr(command, "commands", {}).items():
        if not inner.hidden:
            yield from commands(inner, (*path, name))


def options(command: Any) -> list[Any]:
    """The options of a command that a person may give."""
    return [one for one in command.params if one.param_type_name == "option" and not getattr(one, "hidden", False)]


def arguments(command: Any) -> list[Any]:
    """The arguments of a command, in their order."""
    return [one for one in command.params if one.param_type_name == "argument"]


def pages() -> dict[str, str]:
    """The page in each language, by file name."""
    return {f"command-line.{language}.md": page(language) for language in LANGUAGES}


def page(language: str) -> str:
    """The whole page in Markdown, in one language."""
    from filrouge.cli.language import voice

    say = voice(language)
    words = {name: text[language] for name, text in WORDS.items()}
    others = " · ".join(
        f"**{NAMES[one]}**" if one == language else f"[{NAMES[one]}](command-line.{one}.md)" for one in LANGUAGES
    )
    body = [_command(" ".join(path), command, say, words) for path, command in commands()]
    return "\n".join([f"# {words['title']}\n", f"{others}\n", f"{words['intro']}\n", *body])


def _command(name: str, command: Any, say: Say, words: dict[str, str]) -> str:
    usage = [name, *(_usage(one, say) for one in arguments(command)), say("help.options-word")]
    if getattr(command, "commands", None):
        usage.append(say("help.command-word"))
    parts = [f"## `{name}`", _said(command.help, say), f"```\n{' '.join(usage)}\n```"]
    rows = [f"| `{_placeholder(one, say)}` | {_cell(_said(one.help, say))} |" for one in arguments(command)]
    if rows:
        parts.append("\n".join([f"| {words['argument']} | {words['meaning']} |", "| --- | --- |", *rows]))
    rows = [_option(one, say) for one in options(command)]
    if rows:
        head = f"| {words['option']} | {words['meaning']} | {words['default']} |"
        parts.append("\n".join([head, "| --- | --- | --- |", *rows]))
    if command.epilog:
        parts.append(_said(command.epilog, say))
    return "\n\n".join(part for part in parts if part) + "\n"


def _usage(argument: Any, say: Say) -> str:
    name = _placeholder(argument, say) + ("…" if argument.nargs == -1 else "")
    return name if argument.required else f"[{name}]"


def _option(option: Any, say: Say) -> str:
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    if not option.is_flag:
        names += f" {_placeholder(option, say)}"
    known = {"install_completion": "help.install-completion", "show_completion": "help.show-completion"}
    help_text = _said(known.get(option.name, option.help), say)
    return f"| {names} | {_cell(help_text)} | {_default(option)} |"


def _placeholder(param: Any, say: Say) -> str:
    return say(f"metavar.{param.name}")


def _said(key: str | None, say: Say) -> str:
    return say(key) if key else ""


def _default(option: Any) -> str:
    value = option.default
    if not isinstance(value, str | int) or isinstance(value, bool):
        return ""
    return f"`{value}`"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
