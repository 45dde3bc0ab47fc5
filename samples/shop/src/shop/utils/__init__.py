"""Helpers without any knowledge of the shop."""

from .decorators import retry, timed
from .text import plural, shorten, words

__all__ = ["plural", "retry", "shorten", "timed", "words"]
