"""Small helpers for text."""

import re

_WORD = re.compile(r"\w+")


def words(text: str) -> set[str]:
    """The words of a text, in lower case."""
    return {match.lower() for match in _WORD.findall(text)}


def shorten(text: str, limit: int) -> str:
    """Cut a text to a length, with an ellipsis where something was cut."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def plural(number: int, noun: str) -> str:
    """A number with its noun: ``1 item``, ``2 items``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
