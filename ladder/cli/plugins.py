"""No pydantic plug-ins on the command line: no other package has a say in reading records.

Pydantic looks for plug-ins among all installed packages when it first validates, and
imports the machinery for that, which takes longer than answering a path query. See
docs/decisions/0004-no-pydantic-plugins.md.
"""

import os
import sys
from types import ModuleType

_LOADER = "pydantic.plugin._loader"


class _NoPlugins(ModuleType):
    """Stands where pydantic's plug-in loader would; anything else is asked of the real one."""

    @staticmethod
    def get_plugins() -> tuple[object, ...]:
        """Return no plug-ins."""
        return ()

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):
            raise AttributeError(name)
        from importlib.util import find_spec, module_from_spec  # noqa: PLC0415 - for pydantic alone

        del sys.modules[_LOADER]
        found = find_spec(_LOADER)
        if found is None or found.loader is None:
            raise AttributeError(name)
        real = module_from_spec(found)
        found.loader.exec_module(real)
        sys.modules[_LOADER] = real
        return getattr(real, name)


def leave_out_plugins() -> None:
    """Keep pydantic from looking for plug-ins in this process."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    sys.modules.setdefault(_LOADER, _NoPlugins(_LOADER))
