"""All screen readers, by name."""

from .brltty import Brltty
from .fenrir import Fenrir
from .orca import Orca
from .reader import Reader
from .yasr import Yasr

READERS: dict[str, type[Reader]] = {reader.name: reader for reader in (Yasr, Fenrir, Brltty, Orca)}
