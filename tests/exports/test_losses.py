"""What is listed as lost: by record and column, in words, never with the value."""

from ladder.exports.forms import FORMS
from ladder.exports.held_text import Reason
from ladder.exports.losses import Loss, loss_table
from ladder.telling.messages import is_known
from tests.exports.ladders import TITLES, hostile, mixed


def test_every_reason_has_its_words() -> None:
    assert all(is_known(f"export.loss.{one.value}") for one in Reason)


def test_a_loss_is_a_row_with_its_words() -> None:
    (row,) = loss_table([Loss("steps", "3", "months", Reason.YEARS)]).rows
    assert row[:4] == ("steps", "3", "months", "years")
    assert "no exact one" in str(row[4])


def test_a_value_is_never_in_what_is_told_of_it() -> None:
    for form in FORMS.values():
        if form.name != "mermaid":
            told = repr(loss_table(form.losses(hostile())).rows)
            assert not [title for title in TITLES if len(title) > 5 and title in told]


def test_formats_that_hold_every_kind_of_value_lose_none() -> None:
    for name in ("json", "parquet", "schema-org", "graphml", "gexf", "xlsx", "dot"):
        assert list(FORMS[name].losses(mixed())) == []
