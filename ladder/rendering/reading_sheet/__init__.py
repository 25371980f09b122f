"""The review sheet: documents and what was read of them, side by side on one page."""

from ladder.rendering.reading_sheet.sheet import render_sheet

__all__ = ["render_sheet"]
