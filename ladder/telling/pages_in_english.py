"""The sentences of pages and reports in English, by name: what a terminal that answers one question does not need."""

from collections.abc import Mapping

from ladder.telling.english_analysis import ANALYSIS
from ladder.telling.english_bench import BENCH
from ladder.telling.english_compare import COMPARES
from ladder.telling.english_explore import EXPLORE
from ladder.telling.english_exports import EXPORTS
from ladder.telling.english_glossary import GLOSSARY
from ladder.telling.english_my_path import MY_PATH
from ladder.telling.english_pages import PAGES
from ladder.telling.english_paper import PAPER
from ladder.telling.english_reports import REPORTS
from ladder.telling.english_revisions import REVISIONS
from ladder.telling.english_roster import ROSTER
from ladder.telling.english_route import ROUTES
from ladder.telling.english_sheet import SHEET
from ladder.telling.english_site import SITE

PAGES_AND_REPORTS: Mapping[str, str] = {
    **ANALYSIS,
    **BENCH,
    **COMPARES,
    **EXPLORE,
    **EXPORTS,
    **GLOSSARY,
    **MY_PATH,
    **PAGES,
    **PAPER,
    **REPORTS,
    **REVISIONS,
    **ROSTER,
    **ROUTES,
    **SHEET,
    **SITE,
}
"""Every pattern of pages and reports by its name."""
