"""A cache with room for so many values, however they are shared out among its entries."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sized
from functools import wraps
from threading import Lock
from typing import ParamSpec, Protocol, TypeVar, cast

P = ParamSpec("P")
S = TypeVar("S", bound=Sized, covariant=True)


class Kept(Protocol[P, S]):
    """What `kept` makes of a function."""

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> S: ...

    def cache_clear(self) -> None: ...


def kept(most: int) -> Callable[[Callable[P, S]], Kept[P, S]]:
    """Like functools.lru_cache, but `most` is how many members all kept results may have together.

    A small city's Datenstand is kept as a whole, a large one's as far as it was asked for last. The newest result
    stays, however large it is. Positional arguments only.
    """

    def decorated(function: Callable[P, S]) -> Kept[P, S]:
        found: OrderedDict[Hashable, S] = OrderedDict()
        lock = Lock()

        @wraps(function)
        def asked(*args: P.args, **kwargs: P.kwargs) -> S:
            with lock:
                if args in found:
                    found.move_to_end(args)
                    return found[args]
            result = function(*args, **kwargs)
            with lock:
                found[args] = result
                found.move_to_end(args)
                while len(found) > 1 and sum(map(len, found.values())) > most:
                    found.popitem(last=False)
            return result

        def clear() -> None:
            with lock:
                found.clear()

        asked.cache_clear = clear  # type: ignore[attr-defined]
        return cast(Kept[P, S], asked)

    return decorated
