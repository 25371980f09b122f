"""What ends the reading of a document, beside a bad file."""

from ladder.errors import LadderError

# On an index, the name "ladder" is another project's. In double quotes, which every shell takes, Windows's too.
INSTALL_EXTRA = 'pip install "career-ladder[documents]"'


class MissingExtraError(LadderError):
    """A document needs a package that is not installed: which, and how to install it."""

    def __init__(self, *, name: str, kind: str) -> None:
        """Compose the message from the document's name and its kind, such as ``PDF``."""
        self.name = name
        self.kind = kind
        super().__init__(f"{name}: reading {kind} takes packages of the extra; try: {INSTALL_EXTRA}")
