"""What was reached on the documents of employers that no layout was made for is kept."""

import pytest

from tests.reading.strangers.documents import are_here, main, totals

pytestmark = pytest.mark.untraced

REACHED = {"title": 64, "code": 44, "pay": 30}
MOST = {"code invented": 0, "nothing": 0}


def test_what_was_reached_is_kept() -> None:
    if not are_here():
        pytest.skip("the documents of other employers are not beside this checkout")
    figures = {name: int(str(figure).partition("/")[0]) for name, figure in totals().items() if name in REACHED | MOST}

    assert {name: figures[name] for name, least in REACHED.items() if figures[name] < least} == {}
    assert {name: figures[name] for name, most in MOST.items() if figures[name] > most} == {}


def test_without_the_documents_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("tests.reading.strangers.documents.are_here", lambda: False)

    assert main() == 0
    assert "skipped" in capsys.readouterr().out
