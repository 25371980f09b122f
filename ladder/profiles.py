"""Profile files to histories: read, resolved, every fault named with its line."""

from pathlib import Path

from ladder.candidates import Profile
from ladder.catalog.catalog import Catalog
from ladder.errors import BadFileError
from ladder.histories import History, resolve_profile
from ladder.record_files import locate_record, read_text_file
from ladder.service_time import Month, read_month


def load_profile(path: Path, catalog: Catalog, *, as_of: Month | None, today: Month) -> History:
    """Return the history that a profile file declares; ``-`` is standard input.

    ``as_of`` beats the profile's own as-of month, which beats ``today``.

    Raises:
        BadFileError: the file cannot be read, or the profile has faults; all are named.

    """
    return read_profile(read_text_file(path), file=path, catalog=catalog, as_of=as_of, today=today)


def read_profile(text: str, *, file: Path | str, catalog: Catalog, as_of: Month | None, today: Month) -> History:
    """Return the history that the text of a profile file declares.

    Raises:
        BadFileError: the profile has faults; all are named, each with its line.

    """
    located = locate_record(Profile, text, file=file)
    profile = located.record
    own = read_month(profile.as_of) if profile.as_of else today
    history, faults = resolve_profile(profile, catalog, as_of=own if as_of is None else as_of)
    if faults:
        raise BadFileError(located.fault(one.place, what=one.what, try_this=one.try_this) for one in faults)
    return history
