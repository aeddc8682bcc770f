"""Where in the window the clerk is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Route:
    """A page by name and what it should show: Route("household", {"id": 12})."""

    name: str
    params: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


HOME = Route("home")
HELP = Route("help")
SETTINGS = Route("settings")
COUNTER = Route("counter")
