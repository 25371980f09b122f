"""Answers typed on the terminal: each read as it is typed, and asked for again where it is wrong."""

import json
import sys
from collections.abc import Callable, Iterable
from typing import TypeVar

import click

from ladder.candidates import read_months_of_service
from ladder.cli.output import print_line
from ladder.requirement_references import class_referred_to
from ladder.service_time import is_before, print_month, read_month

Answer = TypeVar("Answer")


def ask(question: str, read: Callable[[str], Answer], *, default: str = "") -> Answer:
    """Ask until the answer can be read; on stderr alone, so that stdout holds only what is made of the answers.

    Raises:
        Abort: the answers have ended.

    """
    offered = f" [{default}]" if default else ""
    while True:
        click.echo(f"{question}{offered}: ", nl=False, err=True)
        typed = sys.stdin.readline()
        if not typed:
            raise click.Abort
        try:
            return read(typed.strip() or default)
        except ValueError as error:
            print_line(f"Not taken: {error}", err=True)


def quoted(text: str) -> str:
    """Return a text in quotes, as YAML and JSON write it."""
    return json.dumps(text, ensure_ascii=False)


def one_of(*words: str) -> Callable[[str], str]:
    """Return a reader that takes one of the words; '' among them is Enter."""

    def read(typed: str) -> str:
        if typed not in words:
            message = f"{typed!r} is not one of {', '.join(filter(None, words))}"
            raise ValueError(message)
        return typed

    return read


def sure(typed: str) -> str:
    """Return yes or no, '' for a person who is not sure.

    Raises:
        ValueError: it is another word.

    """
    return "" if typed == "unsure" else one_of("yes", "no", "")(typed)


def a_number(check: Callable[[str], object]) -> Callable[[str], str]:
    """Return a reader that takes what a profile's field takes, and keeps it as typed."""

    def read(typed: str) -> str:
        check(typed)
        return typed

    return read


def whole_or_none(typed: str) -> str:
    """Return whole months as typed; '' for none.

    Raises:
        ValueError: it is no whole number of months.

    """
    if typed and read_months_of_service(typed).denominator != 1:
        message = f"{typed} is not a whole number of months"
        raise ValueError(message)
    return typed


def a_month(typed: str) -> str:
    """Return a month, of a day that in which it lies.

    Raises:
        ValueError: it is none.

    """
    return print_month(read_month(typed))


def month_or_none(typed: str) -> str:
    """Return a month as typed; '' for none.

    Raises:
        ValueError: it is none.

    """
    return a_month(typed) if typed else ""


def is_month(word: str) -> bool:
    """Return whether an answer that may be a word or a month is a month."""
    return "-" in word


def is_later(word: str, month: str) -> bool:
    """Return whether an answer is a month, and later than another."""
    return is_month(word) and is_before(month, word)


def a_length(typed: str) -> str:
    """Return months of service, or the month or day that it began on, as typed.

    Raises:
        ValueError: it is neither.

    """
    if is_month(typed.lstrip("-")):
        read_month(typed)
    else:
        read_months_of_service(typed)
    return typed


def no_sooner_than(start: str) -> Callable[[str], str]:
    """Return a reader that takes a month or a day, but none before the start."""

    def read(typed: str) -> str:
        read_month(typed)
        if is_before(typed, start):
            message = f"{typed} lies before {start}"
            raise ValueError(message)
        return typed

    return read


def held_since(typed: str) -> str:
    """Return yes, no, '' for a person who is not sure, or the month from which a thing is held.

    Raises:
        ValueError: it is none of them.

    """
    return a_month(typed) if is_month(typed) else sure(typed)


def a_reference_of(known: Iterable[str]) -> Callable[[str], str]:
    """Return a reader that takes the name of one of the requirements; '' for none."""
    names = tuple(known)

    def read(typed: str) -> str:
        if typed and typed not in names:
            message = f"there is no experience requirement {typed!r}{_near(typed, names)}"
            raise ValueError(message)
        return typed

    return read


def _near(reference: str, known: Iterable[str]) -> str:
    same = [one for one in known if class_referred_to(one) == class_referred_to(reference)]
    return f"; known: {', '.join(same)}" if same else "; 'ladder profile new' lists them"
