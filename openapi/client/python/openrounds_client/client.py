"""What is asked for most, in one call."""

from __future__ import annotations

import time
from typing import Any, Callable, Dict, Iterator, List, Mapping, Optional, cast

from .operations import Operations
from .types import CreateRunInput, Run

#: The longest that one request waits for a run (Prefer: wait=N).
LONGEST_WAIT_SECONDS = 30


class OpenRounds(Operations):
    """A client with an API key, or with the token of a room or a class."""

    def rank(self, body: CreateRunInput, *, seconds: float = 60.0) -> Run:
        """
        Ranks a case and waits for the end of the run.

        Returns the run, completed or failed; still going where the time was over.
        """
        end = time.monotonic() + seconds
        wait = int(max(0, min(LONGEST_WAIT_SECONDS, seconds)))
        run = self.create_run(body, prefer=f"wait={wait}")
        while run["status"] in ("queued", "running") and time.monotonic() < end:
            with self.stream_run_events(run["id"]) as events:
                for event in events:
                    if event.type in ("completed", "failed") or time.monotonic() >= end:
                        break
            run = self.get_run(run["id"])
        return run


def pages(page: Callable[[Optional[str]], Any]) -> Iterator[Any]:
    """
    The items of a list, page by page, as they are asked for.

    page: asks for the page that begins at a cursor, None for the first: `lambda cursor: rounds.list_runs(cursor=cursor)`
    """
    cursor: Optional[str] = None
    while True:
        current = cast(Mapping[str, Any], page(cursor))
        yield from cast(List[Dict[str, Any]], current["items"])
        cursor = current.get("nextCursor")
        if cursor is None:
            return
