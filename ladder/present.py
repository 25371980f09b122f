"""The month that answers count from where nobody names one."""

import os

from ladder.errors import BadCallError
from ladder.figures import is_in_digits
from ladder.service_time import MONTHS_A_YEAR, Month


def present_month() -> Month:
    """Return the month that answers count from unless told: SOURCE_DATE_EPOCH's, else today's.

    Raises:
        BadCallError: SOURCE_DATE_EPOCH is set and is no number of seconds.

    """
    import time  # noqa: PLC0415 - only where no month was given

    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        moment = time.gmtime(_seconds(epoch)) if epoch else time.localtime()
    except (ValueError, OverflowError, OSError):
        what = f"SOURCE_DATE_EPOCH is {epoch!r}, which is no number of seconds"
        raise BadCallError(what=what, try_this="unset it, or give --as-of") from None
    return Month(moment.tm_year * MONTHS_A_YEAR + moment.tm_mon - 1)


def _seconds(text: str) -> int:
    """Return a number of seconds in the digits 0 to 9, before 1970 with a minus; anything else is no number."""
    if not is_in_digits(text.removeprefix("-")):
        raise ValueError(text)
    return int(text)
