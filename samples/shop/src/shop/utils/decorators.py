"""Decorators for everyday needs."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

log = logging.getLogger(__name__)


def timed(function: Callable[P, R]) -> Callable[P, R]:
    """Log how long the decorated function takes."""

    @wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        start = time.perf_counter()
        try:
            return function(*args, **kwargs)
        finally:
            log.debug("%s took %.3f s", function.__qualname__, time.perf_counter() - start)

    return wrapper


def retry(times: int, on: type[Exception]) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Call the decorated function again when it fails with a certain error."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        @wraps(function)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            for attempt in range(1, times + 1):
                try:
                    return function(*args, **kwargs)
                except on:
                    if attempt == times:
                        raise
                    log.info("%s failed, attempt %d of %d", function.__qualname__, attempt, times)
            raise AssertionError("unreachable")

        return wrapper

    return decorate
