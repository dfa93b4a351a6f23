"""The command line's way of refusing: one line that names what is wrong, exit 2, and never a traceback."""

import sys
from collections.abc import Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

from netlearn.errors import NetlearnError

__all__ = ["OneLineGroup", "refuse", "text_of"]


class OneLineGroup(TyperGroup):
    """A group of commands that says in one line what it, or any command in it, does not accept.

    An error of the library, a file that cannot be read and an argument that is none are refused alike; so is an option
    given twice, of which the last one would hold without a word.
    """

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find the command that is named, and see that no option of it is given twice."""
        found = super().resolve_command(ctx, args)
        _, command, rest = found
        for option in command.params if command else ():
            _given_once(option, rest)
        return found

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,
        windows_expand_args: bool = True,
        **extra: Any,
    ) -> Any:
        """Run the command that the arguments name; in standalone mode the process ends with its exit code."""
        try:
            code = super().main(args, prog_name, complete_var, False, windows_expand_args, **extra)
        except NetlearnError as refused:
            refuse(str(refused))
        except OSError as failed:
            refuse(f"{failed.filename}: {failed.strerror}" if failed.filename and failed.strerror else str(failed))
        except UnicodeDecodeError:
            refuse("a file that should be text is none")
        except typer.Abort:
            refuse("stopped")
        except Exception as error:
            if not hasattr(error, "format_message"):  # what Typer refuses has one; its classes have no public name
                raise
            refuse(error.format_message())
        if not standalone_mode:
            return code
        sys.exit(code if isinstance(code, int) else 0)


def _given_once(option: Any, arguments: Sequence[str]) -> None:
    """Refuse an option that takes one value and stands there twice, by whichever of its names."""
    names = {name for name in option.opts if name.startswith("-")}
    given = [each.partition("=")[0] for each in takewhile(lambda each: each != "--", arguments)]
    count = sum(each in names for each in given)
    if count > 1 and not option.multiple and not option.is_flag:
        raise NetlearnError(f"{option.opts[0]} is given {count} times; accepted: one value, given once")


def refuse(message: str) -> NoReturn:
    """Say in one line what is not accepted, and end with exit 2; a page of help stays a page.

    >>> refuse("no table 'graed'")
    Traceback (most recent call last):
    SystemExit: 2
    """
    lines = message.splitlines()
    page = len(lines) > 1 and any(line.lstrip().startswith("Usage:") for line in lines)
    typer.echo(message if page else f"netlearn: {'; '.join(lines)}", err=True)
    sys.exit(2)


def text_of(path: Path) -> str:
    """The text of a file that a command was given. Raises NetlearnError when it is none."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise NetlearnError(f"{path}: is no text") from None
