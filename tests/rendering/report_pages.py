"""Reports made for tests: of the bundled data, of a person, and of words meant to do harm."""

import json
import re
from collections.abc import Mapping
from html import unescape

from ladder.catalog.catalog import Catalog
from ladder.eligibility.cases import Case
from ladder.eligibility.plans import Plan, PlanKind
from ladder.histories import History
from ladder.paths.path_answers import find_paths
from ladder.paths.starts import day_one, without_profile
from ladder.profiles import read_profile
from ladder.rendering.reports.catalog_reports import render_catalog_report
from ladder.rendering.reports.class_reports import render_class_report
from ladder.rendering.reports.path_reports import render_path_report
from ladder.rendering.reports.profile_reports import render_profile_report
from ladder.service_time import read_month
from tests.rendering.catalogs import HOSTILE

AS_OF = read_month("2026-11")
PERSON: Mapping[str, object] = {
    "standing": {"internal": True},
    "jobs": [
        {"class": "us-nd/0441", "months": 20, "fte": 0.7},
        {"title": "Front desk", "months": 14.5, "counts_toward": ["us-ct/6435CL#general", "us-ct/6435CL#special"]},
        {"class": "us-ct/office-assistant", "start": "2025-09", "end": "2026-06"},
    ],
    "present": {"class": "us-nd/0442"},
    "education": {"semester_hours": 14, "quarter_hours": 30},
}


def history_of(catalog: Catalog, profile: Mapping[str, object]) -> History:
    """Return the history that a profile declares, counted from November 2026."""
    return read_profile(json.dumps(profile), file="profile.json", catalog=catalog, as_of=AS_OF, today=AS_OF)


def profile_page(
    catalog: Catalog,
    profile: Mapping[str, object],
    *targets: str,
    plan: Plan | None = None,
    with_map: bool = True,
) -> str:
    """Return the progress report of a profile, the present job going on unless a plan is given."""
    return render_profile_report(
        Case(catalog, history_of(catalog, profile), plan or Plan()), targets, with_map=with_map
    )


def path_page(catalog: Catalog, start: str, target: str, *, with_map: bool = True) -> str:
    """Return the report of the ladders between two classes, without a profile."""
    plan, history = without_profile(Plan(kind=PlanKind.CLIMB)), day_one(AS_OF)
    answer = find_paths(Case(catalog, history, plan), start=start, target=target)
    return render_path_report(Case(catalog, history, plan), answer, with_map=with_map)


def four_reports(catalog: Catalog, *, with_map: bool = True) -> dict[str, str]:
    """Return one report of each sort about the bundled data, by a name for its file."""
    return {
        "class": render_class_report(catalog, "us-ct/5246SH", as_of=AS_OF, with_map=with_map),
        "profile": profile_page(catalog, PERSON, "us-ct/6435CL", "us-nd/0444", with_map=with_map),
        "path": path_page(catalog, "us-nd/0441", "us-nd/0443", with_map=with_map),
        "catalog": render_catalog_report(catalog, as_of=AS_OF, with_map=with_map),
    }


def hostile_reports(catalog: Catalog, *, with_map: bool = True) -> dict[str, str]:
    """Return one report of each sort about words meant to do harm, in the catalog and in the profile."""
    jobs = [{"title": words, "months": 1, "counts_toward": ["xx/c1#general"]} for words in HOSTILE]
    degrees = [{"level": "master", "field": words} for words in HOSTILE]
    profile = {
        "jobs": jobs,
        "present": {"class": "xx/start"},
        "education": {"degrees": degrees},
        "licences": list(HOSTILE),
    }
    return {
        "class": render_class_report(catalog, "xx/c0", as_of=AS_OF, with_map=with_map),
        "profile": profile_page(catalog, profile, "xx/c0", "xx/c1", with_map=with_map),
        "path": path_page(catalog, "xx/start", "xx/c4", with_map=with_map),
        "catalog": render_catalog_report(catalog, as_of=AS_OF, with_map=with_map),
    }


def words_of(page: str) -> str:
    """Return the words of a page: without its head, its tags and its drawing, blanks folded."""
    body = page.partition("<body>")[2]
    body = re.sub(r"<svg.*?</svg>", " ", body, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())
