"""OpenRounds over HTTP, with nothing but Python's own library: see docs/clients.md of the project."""

from .client import OpenRounds, pages
from .operations import API_VERSION
from .transport import Event, Events, ProblemError

__all__ = ["API_VERSION", "Event", "Events", "OpenRounds", "ProblemError", "pages"]
