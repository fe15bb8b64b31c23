"""Help and mistakes of usage in the four languages: Typer's own are in English only."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
import traceback
from collections.abc import Sequence
from typing import Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from filrouge.cli.language import named_in, voice
from filrouge.cli.problems import UNREADABLE, Problem
from filrouge.domain.report.voice import Voice

_INTERRUPTED = 130
_UsageError: type[Exception] = typer.BadParameter.__bases__[0]
_speaker: list[Voice] = []


def speaker() -> Voice:
    """The voice for help and errors of this run."""
    return _speaker[-1] if _speaker else voice(named_in(sys.argv[1:]))


def speak(language: str) -> None:
    """From here on, help and errors are in this language."""
    _speaker[:] = [voice(language)]


class Command(TyperCommand):
    """A command whose ``help`` texts are keys of the library's texts."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(_page(self, ctx))

    def get_short_help_str(self, limit: int = 45) -> str:
        return speaker()(self.help or "")

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        return _translated(super().shell_complete(ctx, incomplete))


class Group(TyperGroup):
    """The program itself: it speaks the person's language and answers every mistake with one sentence."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        formatter.write(_page(self, ctx))

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        return _translated(super().shell_complete(ctx, incomplete))

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        if args and self.get_command(ctx, args[0]) is None:
            raise Problem("unknown-command", given=args[0], known=", ".join(self.list_commands(ctx)))
        return super().resolve_command(ctx, args)

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> NoReturn:
        """Run; end the process with 0, 1 or 2 and never with a traceback."""
        given = list(sys.argv[1:] if args is None else args)
        try:
            speak(named_in(given))
            status = super().main(given, *rest, **{**extra, "standalone_mode": False})
        except Problem as problem:
            _complain(speaker()(problem.key, **problem.params))
        except _UsageError as error:
            _complain(_usage(error))
        except (KeyboardInterrupt, typer.Abort):
            sys.exit(_INTERRUPTED)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on: nothing more to say
            sys.exit(0)
        except Exception as error:  # noqa: BLE001 - the last resort: a person gets a sentence, whatever happened
            _last_resort(error)
        sys.exit(status if isinstance(status, int) else 0)


def complain(sentence: str) -> None:
    """One line on standard error, under the program's name."""
    line = " ".join(f"filrouge: {sentence}".split())
    sys.stderr.write(line.encode("utf-8", "replace").decode("utf-8") + "\n")


def _complain(sentence: str) -> NoReturn:
    complain(sentence)
    sys.exit(UNREADABLE)


def mishap(error: Exception) -> str:
    """The sentence for an error of the program's own; with FILROUGE_DEBUG set, its traceback is shown before."""
    if os.environ.get("FILROUGE_DEBUG"):
        traceback.print_exception(error)
    where = traceback.extract_tb(error.__traceback__)[-1:]
    spot = f"{os.path.basename(where[0].filename)}:{where[0].lineno}" if where else ""  # noqa: PTH119 - a name, no path
    return speaker()("mishap", kind=type(error).__name__, spot=spot)


def _last_resort(error: Exception) -> NoReturn:
    from filrouge.library import LibraryError

    if isinstance(error, LibraryError):
        complain(str(error))
    else:
        complain(mishap(error))
    sys.exit(UNREADABLE)


def _usage(error: Any) -> str:
    """A mistake of usage in words. What the error carries is the same in all versions of Typer; its module is not."""
    say = speaker()
    kind, param = type(error).__name__, getattr(error, "param", None)
    name = getattr(error, "option_name", None) or (_name(param) if param is not None else "")
    if kind == "NoSuchOption":
        near = getattr(error, "possibilities", None) or []
        return say("unknown-option", given=name, near=", ".join(near))
    if kind == "MissingParameter":
        return say("missing-argument", name=name)
    if kind == "BadOptionUsage":
        return say("option-without-value", name=name)
    return say("usage", given=str(getattr(error, "message", error)))


def _name(param: Any) -> str:
    return str(param.opts[0]) if param.param_type_name == "option" else _placeholder(param)


def _placeholder(param: Any) -> str:
    return speaker()(f"metavar.{param.name}")


def _translated(items: list[Any]) -> list[Any]:
    for item in items:
        if item.help and item.help.startswith("help."):
            item.help = speaker()(item.help)
    return items


def _page(command: Any, ctx: Any) -> str:
    """The help page of a command or of the program: usage, what it does, arguments, options, commands, exit status."""
    say = speaker()
    width = min(shutil.get_terminal_size().columns, 100)
    arguments = [p for p in command.params if p.param_type_name == "argument"]
    options = [p for p in command.params if p.param_type_name == "option" and not p.hidden]
    commands = command.commands if isinstance(command, TyperGroup) else {}
    words = [ctx.command_path, *(_usage_of(p) for p in arguments), say("help.options-word")]
    if commands:
        words.append(say("help.command-word"))
    blocks = [f"{say('help.usage')} {' '.join(words)}", _wrapped(say(command.help), width, "")]
    blocks += _listed(say("help.arguments"), [(_placeholder(p), say(p.help)) for p in arguments], width)
    blocks += _listed(say("help.commands"), [(name, say(one.help or "")) for name, one in commands.items()], width)
    blocks += _listed(say("help.options"), [_option(p, say) for p in options] + [("--help", say("help.help"))], width)
    if command.epilog:
        blocks.append(_wrapped(say(command.epilog), width, ""))
    return "\n\n".join(blocks) + "\n"


def _usage_of(param: Any) -> str:
    name = _placeholder(param) + ("…" if param.nargs == -1 else "")
    return name if param.required else f"[{name}]"


def _option(param: Any, say: Voice) -> tuple[str, str]:
    names = ", ".join(param.opts)
    if not param.is_flag:
        names += " " + _placeholder(param)
    known = {"install_completion": "help.install-completion", "show_completion": "help.show-completion"}
    return names, say(known.get(param.name, param.help))


def _listed(title: str, rows: list[tuple[str, str]], width: int) -> list[str]:
    if not rows:
        return []
    column = min(max(len(name) for name, _ in rows), 26) + 4
    lines = [title]
    for name, meaning in rows:
        head = f"  {name}".ljust(column)
        if len(head) > column:
            lines.append(head)
            head = " " * column
        lines.append(_wrapped(meaning, width, " " * column, head))
    return ["\n".join(lines)]


def _wrapped(text: str, width: int, indent: str, head: str | None = None) -> str:
    return textwrap.fill(text, width, initial_indent=indent if head is None else head, subsequent_indent=indent)
