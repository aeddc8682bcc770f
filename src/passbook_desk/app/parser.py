"""What every sub-command is made with: a parser that speaks Chinese, groups, whole numbers."""

import argparse
from typing import Any, NoReturn, TypeAlias

from passbook_desk.app.usage import in_chinese

_JSON_HELP = "把结果写成 JSON：不写文件名就写到屏幕"


class Parser(argparse.ArgumentParser):
    """Says in Chinese what is wrong with a call.

    `needed_alone` are options that a call must have unless it goes on with a sub-command.
    """

    needed_alone: tuple[str, ...] = ()

    def __init__(self, *words: Any, **settings: Any) -> None:
        super().__init__(*words, **{**settings, "add_help": False})
        self._positionals.title, self._optionals.title = "要写的", "可以写的"
        self.add_argument("-h", "--help", action="help", help="显示这份用法")

    def parse_known_args(self, *words: Any, **settings: Any) -> Any:
        """As ever; then the options that are needed where no sub-command follows."""
        found, rest = super().parse_known_args(*words, **settings)
        if getattr(found, "action", None) is None:
            names = {option: option.strip("-").replace("-", "_") for option in self.needed_alone}
            missing = [option for option, name in names.items() if not getattr(found, name)]
            if missing:
                self.error(f"the following arguments are required: {', '.join(missing)}")
        return found, rest

    def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> Any:
        if action.option_strings and arg_strings == ["--"]:  # --reason=-- would be taken for a list
            raise argparse.ArgumentError(action, "expected one argument")
        return super()._get_values(action, arg_strings)

    def format_usage(self) -> str:
        """The first lines of the help."""
        return super().format_usage().replace("usage: ", "用法：", 1)

    def format_help(self) -> str:
        """The whole help."""
        return super().format_help().replace("usage: ", "用法：", 1)

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"用法不对：{in_chinese(message)}\n看用法：{self.prog} --help\n")


_DIGITS = 15
"""More than any number or amount has; SQLite keeps eighteen."""


def whole(text: str) -> int:
    """A whole number that a file can hold; raises ValueError."""
    if len(text) > _DIGITS:
        raise ValueError(text)
    return int(text)


Options: TypeAlias = "argparse._ActionsContainer"  # noqa: SLF001 - it has no public name
Commands: TypeAlias = "argparse._SubParsersAction[Parser]"  # noqa: SLF001 - it has no public name


def command(commands: Commands, name: str, about: str) -> Parser:
    """A sub-command that answers in lines or, with --json, as data."""
    made = commands.add_parser(name, help=about, description=about)
    made.add_argument("--json", nargs="?", const="-", metavar="FILE", help=_JSON_HELP)
    return made


def group(commands: Commands, name: str, about: str) -> Commands:
    """A word that several sub-commands begin with."""
    made = commands.add_parser(name, help=about, description=about)
    return made.add_subparsers(dest="action", metavar="ACTION", required=True, parser_class=Parser)


def several(parser: Options, option: str, **settings: Any) -> None:
    """An option for several values, behind one another or each behind the option written again."""
    parser.add_argument(option, nargs="+", action="extend", **settings)
