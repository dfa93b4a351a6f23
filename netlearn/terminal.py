"""The command line's way of refusing: one line that names what is wrong, exit 2, and never a traceback."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

from netlearn.errors import NetlearnError

__all__ = ["OneLineGroup", "refuse", "text_of"]


class OneLineGroup(TyperGroup):
    """A group of commands that says in one line what it, or any command in it, does not accept.

    An error of the library, a file that cannot be read and an argument that is none are refused alike.
    """

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
