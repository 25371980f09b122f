"""The program's table of commands; each is imported only when it is used."""

import importlib
from typing import TYPE_CHECKING, NamedTuple

import click

from ladder.release import VERSION

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

NAME = "ladder"


class CommandEntry(NamedTuple):
    """One command: its module, which exposes ``command``, and its line in the help."""

    name: str
    module: str
    short_help: str
    attribute: str = "command"


SECTIONS: tuple[tuple[str, tuple[CommandEntry, ...]], ...] = (
    (
        "Look up classes",
        (
            CommandEntry("classes", "ladder.cli.classes", "List the classes, or search them by title or code."),
            CommandEntry("show", "ladder.cli.show", "Show one class: pay, qualifications, what leads here and on."),
            CommandEntry("reach", "ladder.cli.reach", "Every class that can be reached from a class."),
            CommandEntry("feeders", "ladder.cli.reach", "Every class that leads to a class.", "feeders"),
        ),
    ),
    (
        "Ask for one person",
        (
            CommandEntry("profile", "ladder.cli.profile", "Begin a profile: service, study, standing."),
            CommandEntry("assess", "ladder.cli.assess", "When a profile meets the minimum qualifications, and why."),
            CommandEntry("path", "ladder.cli.path", "The ladders between two classes, and the time they take."),
        ),
    ),
    (
        "Ask for many people",
        (CommandEntry("roster", "ladder.cli.roster", "Read many employees at once, from your own tables."),),
    ),
    (
        "See the whole",
        (
            CommandEntry("analyse", "ladder.cli.analyse", "Measure the ladder: gatekeepers, dead ends, slowest, pay."),
            CommandEntry("diff", "ladder.cli.diff", "What changed between two catalogs, or since a month."),
            CommandEntry("whatif", "ladder.cli.whatif", "What a changed requirement would do to ladders and people."),
            CommandEntry("map", "ladder.cli.map", "Draw the ladder as a web page that needs no network."),
            CommandEntry("report", "ladder.cli.report", "Write a report page: a class, a person, a path, the catalog."),
            CommandEntry("site", "ladder.cli.site", "Write a folder of linked pages: every class, series, the map."),
            CommandEntry("export", "ladder.cli.export", "Write classes and steps for other tools: tables, graphs."),
        ),
    ),
    (
        "Keep the data",
        (
            CommandEntry("read", "ladder.cli.read", "Read class specifications from documents."),
            CommandEntry("check", "ladder.cli.check", "Find what is wrong with catalogs, documents and profiles."),
            CommandEntry("catalogs", "ladder.cli.catalogs", "List the catalogs that come with the program."),
            CommandEntry("catalog", "ladder.cli.catalog_build", "Make a compiled catalog, or the schemas."),
            CommandEntry("schema", "ladder.cli.schema", "The JSON Schemas of the files that people write."),
        ),
    ),
)

_ENTRIES = {entry.name: entry for _, entries in SECTIONS for entry in entries}


class LazyGroup(click.Group):
    """A group that knows its commands by name and imports the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order of the help page."""
        del ctx
        return list(_ENTRIES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, imported now; none where no command has the name."""
        del ctx
        entry = _ENTRIES.get(cmd_name)
        if entry is None:
            return None
        found = getattr(importlib.import_module(entry.module), entry.attribute)
        return found if isinstance(found, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command called; an unknown one is refused with what may be meant."""
        if args and not args[0].startswith("-") and args[0] not in _ENTRIES:
            from difflib import get_close_matches  # noqa: PLC0415 - needed for a fault only

            near = get_close_matches(args[0], _ENTRIES, n=1)
            meant = f"; did you mean {near[0]!r}?" if near else ""
            ctx.fail(f"there is no command {args[0]!r}{meant}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands in their sections; no command is imported for it."""
        del ctx
        for title, entries in SECTIONS:
            with formatter.section(title):
                formatter.write_dl([(entry.name, entry.short_help) for entry in entries])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Return the commands that begin so, with their help; no command is imported for it."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415 - for the shell only

        own = [
            CompletionItem(entry.name, help=entry.short_help)
            for entry in _ENTRIES.values()
            if entry.name.startswith(incomplete)
        ]
        return [*own, *click.Command.shell_complete(self, ctx, incomplete)]


@click.group(NAME, cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
@click.version_option(VERSION, prog_name=NAME)
@click.option("--debug", is_flag=True, help="Show the traceback of a fault.")
@click.option("--no-cache", is_flag=True, help="Read a catalog folder anew, and keep no copy of it.")
@click.pass_context
def program(ctx: click.Context, *, debug: bool, no_cache: bool) -> None:
    """Career ladders of public service, read from class specifications.

    Which class leads where, how long until the minimum qualifications are met, by
    which route, and on which conditions that only a person can decide.

    A class is named by its id (us-nd/0441), its code (0441) or its title. Every
    command has a page of its own: ladder path --help
    """
    del debug
    if no_cache:
        from ladder.catalog.cache import without_cache  # noqa: PLC0415 - no command is imported here

        ctx.with_resource(without_cache())


__all__ = ["NAME", "SECTIONS", "CommandEntry", "LazyGroup", "program"]
