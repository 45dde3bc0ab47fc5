from collections.abc import (
    AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, Collection, Container, Coroutine, Generator, Hashable, ItemsView,
    Iterable, Iterator, KeysView, Mapping, MutableMapping, MutableSequence, MutableSet, Reversible, Sequence, Set as AbstractSet, Sized, ValuesView,
)
