"""Which test file covers a module of ladder that has none of its own name in its own place."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

COVERED: Mapping[str, Mapping[str, str]] = {
    "catalog/test_catalog.py": {"catalog": "jurisdictions"},
    "catalog/test_record_faults.py": {"catalog": "mentions"},
    "catalog/test_versions.py": {"catalog": "dated"},
    "cli/test_diff.py": {"revisions": "pairs"},
    "cli/test_whatif.py": {"cli": "untold_rows"},
    "revisions/test_changing.py": {"revisions": "merging proposals"},
    "telling/test_told_what_if.py": {"revisions": "route_changes what_if"},
    "revisions/test_differences.py": {"": "revision_tables", "telling": "told_revisions"},
    "catalog/test_loading.py": {"catalog": "compiled files"},
    "checks/test_finding_formats.py": {"checks": "findings"},
    "checks/test_checked_paths.py": {"checks": "catalog_under_check reading_in"},
    "checks/test_rules.py": {
        "checks": "climbs date_rules document_rules entering grade_rules identity_rules jurisdiction_rules "
        "naming_rules pay_rules places quote_rules reference_rules requirement_rules "
        "route_rules substitution_rules text_rules"
    },
    "cli/test_catalogs.py": {"catalog": "bundled_names shipped"},
    "cli/test_debug.py": {"cli": "running"},
    "cli/test_file_kinds.py": {"catalog": "file_kinds", "cli": "catalog_build schema"},
    "cli/test_answer_page.py": {"cli": "numbered_sources questions", "telling": "routes"},
    "cli/test_export.py": {"exports": "forms"},
    "cli/test_plugins.py": {"cli": "__init__"},
    "cli/test_profile_new.py": {"cli": "asked_facts interview profile typed_answers"},
    "cli/test_program.py": {"": "__main__ release"},
    "cli/test_read.py": {"cli": "progress read_pages"},
    "cli/test_roster.py": {
        "": "parquet_bytes roster_tables workbook_bytes",
        "cli": "roster_lists roster_pages table_output",
        "roster": "rulings template_tables",
    },
    "cli/test_writing.py": {"": "present", "cli": "output"},
    "cases/test_own_cases.py": {"eligibility": "held hours need_asked schooling windows"},
    "eligibility/test_assessment.py": {"eligibility": "answers need_findings needs plans rules"},
    "exports/test_graphml_export.py": {"exports": "graph_records"},
    "exports/test_json_ld.py": {"exports": "ctdl_export schema_org_export"},
    "golden/test_golden.py": {"cli": "assess classes path reach show"},
    "house/test_typed_codes.py": {"": "condition_codes"},
    "paths/test_ladders.py": {"paths": "next_best futures reports sequences starts"},
    "paths/test_path_answers.py": {"paths": "problem readied"},
    "paths/test_search_parts.py": {"paths": "board bounds dives narrowing proofs search"},
    "reading/qualifying/test_routes.py": {
        "reading/qualifying": "alternatives assembling naming requirements statements"
    },
    "reading/requirement_grammar/test_experience.py": {"reading/requirement_grammar": "faults grammar titles tree"},
    "reading/requirement_grammar/test_loose_words.py": {"reading/requirement_grammar": "even_blanks"},
    "reading/requirement_grammar/test_round_trip.py": {"reading/requirement_grammar": "printer reader"},
    "reading/requirement_grammar/test_statements.py": {
        "reading/requirement_grammar": "clauses outlines seams statement_ends tree_parts"
    },
    "reading/test_connecticut.py": {"reading/jurisdictions": "connecticut connecticut_fields facts superiors"},
    "reading/test_folders.py": {"reading": "folder_files folder_readings folder_writing kept_files"},
    "reading/test_general_outline.py": {
        "reading/jurisdictions": "california new_york_city",
        "reading/jurisdictions/outline": "labels lines outline_reader printed_pay title_and_code vocabulary",
    },
    "reading/sentences/test_other_ways_and_wishes.py": {"reading/jurisdictions/outline": "typical_ways"},
    "reading/test_outline_parts.py": {"reading/jurisdictions/outline": "asked_texts document_parts"},
    "reading/test_los_angeles.py": {
        "reading/jurisdictions/los_angeles": "__init__ bulletins early_filing fields filing header "
        "process_notes salaries"
    },
    "reading/test_north_dakota.py": {"reading/jurisdictions": "north_dakota north_dakota_fields paragraphs"},
    "reading/test_outlines.py": {"reading/outlines": "__init__ items joins lead_ins lettered markers reading"},
    "reading/test_philadelphia.py": {
        "reading/jurisdictions/philadelphia": "__init__ blocks conditions history identity layout"
    },
    "reading/test_philadelphia_choices.py": {"reading/jurisdictions/philadelphia": "choices instead"},
    "reading/test_philadelphia_lists.py": {"reading/jurisdictions/philadelphia": "class_lists notes"},
    "reading/test_philadelphia_ways.py": {
        "reading/jurisdictions/philadelphia": "marks requirements routes scopes specialties"
    },
    "reading/test_readings.py": {"": "reading_notes", "reading": "drafts"},
    "reading/text/test_docx_text.py": {"reading/text": "containers docx_lists heading_lines list_numbers"},
    "reading/text/test_csv_rows.py": {"reading/text": "sheet_rows"},
    "reading/text/test_json_rows.py": {"reading/text": "job_postings web_page"},
    "reading/text/test_markdown_text.py": {"reading/text": "front_matter"},
    "reading/text/test_odt_text.py": {"reading/text": "odt_styles zipped_xml"},
    "reading/text/test_rtf_text.py": {"reading/text": "rtf_tokens"},
    "reading/text/test_xlsx_rows.py": {"reading/text": "cell_formats"},
    "reading/text/test_raised_figures.py": {"reading/text": "footnote_marks pdf_shifts"},
    "reading/text/test_child.py": {"reading/text": "pdf_text"},
    "reading/text/test_html.py": {"reading/text": "decoding limits"},
    "reading/text/test_plain.py": {"reading/text": "normalise"},
    "reading/text/test_opening.py": {"reading/text": "confined errors extracts kinds pages"},
    "record_files/test_located_records.py": {"record_files": "__init__ model_faults"},
    "record_files/test_trees.py": {"record_files": "json_text yaml_text"},
    "rendering/site/test_site_folder.py": {"rendering/site": "manifest"},
    "rendering/site/test_all_pages.py": {
        "rendering/site": "class_pages fingerprints frame list_pages record_digests",
        "rendering/views": "site_about site_lists top_bar",
    },
    "rendering/layout/test_band_drawing.py": {"rendering/layout": "buses lanes pay_bands surroundings"},
    "rendering/test_packed_columns.py": {"rendering": "short_classes short_sheets"},
    "rendering/test_ladder_panels.py": {"rendering/layout": "chains joined_ladders line_times shapes rows"},
    "rendering/test_reading_sheet.py": {"rendering/reading_sheet": "__init__ marked_text read_classes sheet"},
    "rendering/test_settling.py": {"rendering/reading_sheet": "asked_views record_shapes settling"},
    "rendering/reports/test_catalog_reports.py": {"rendering/reports": "break_words catalog_findings pay_columns"},
    "rendering/test_reports.py": {
        "rendering/reports": "class_reports framing path_reports profile_reports",
        "rendering/views": "assessments citations convention_words headlines report_tables segments workings",
        "telling": "pay_words times",
    },
    "rendering/test_ladder_map.py": {"rendering": "class_data map_pictures"},
    "rendering/test_views.py": {"rendering/views": "cards map_words routes step_views", "telling": "map_routes"},
    "roster/test_bad_rosters.py": {
        "roster": "batches cell_values classes_named csv_tables jobs_table people_table reading_rules row_faults "
        "table_columns"
    },
    "roster/test_column_work.py": {"roster": "column_arrays column_lists"},
    "roster/test_layout_files.py": {"": "roster_layouts"},
    "roster/test_modes.py": {
        "roster": "code_patterns job_kinds job_rows printed_dates row_effects snapshot_months sound_rows"
    },
    "roster/test_parted.py": {"roster": "part_notes"},
    "roster/test_kept_parts.py": {"roster": "part_work"},
    "roster/test_two_files.py": {"roster": "folder_parts"},
    "roster/test_part_steps.py": {"roster": "totals"},
    "roster/test_table_files.py": {"roster": "parquet_tables xlsx_tables"},
    "roster/test_crowd.py": {"roster": "crowd_arrays"},
    "roster/test_bench.py": {"roster": "person_rows planner_tables"},
    "roster/test_batch.py": {
        "roster": "answer_columns cells class_tables declared_columns declared_facts evaluation job_groups needs_met "
        "people people_before service_sums"
    },
    "telling/test_every_field.py": {
        "telling": "citing class_names jurisdiction_notes class_record requirements step_words substitutions"
    },
    "telling/test_messages.py": {
        "": "requirement_references",
        "telling": (
            "asked condition_words english english_analysis english_answers english_bench"
            " english_compare english_explore english_exports english_glossary english_my_path english_pages"
            " english_paper english_reports english_revisions english_roster english_route"
            " english_sheet english_site pages_in_english parts"
        ),
    },
    "test_workbench.py": {"": "__init__ plain_answers planner_questions"},
    "writing/test_whole_files.py": {"writing": "__init__"},
}
"""By test file under tests/: the modules under ladder/ that it covers, their folder first."""


def lines_of(covered: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield each module of the table, as a path under ladder/, with the test file that covers it."""
    for test, folders in covered.items():
        for folder, names in folders.items():
            yield from (((Path(folder) / f"{name}.py").as_posix(), test) for name in names.split())


def own_test(module: str) -> str:
    """Return the test file of a module's own.

    >>> own_test("paths/asking.py")
    'paths/test_asking.py'
    """
    path = Path(module)
    return path.with_name(f"test_{path.name}").as_posix()


def modules_with_code(ladder: Path) -> list[str]:
    """Return the modules under the folder that hold more than a docstring."""
    return [file.relative_to(ladder).as_posix() for file in sorted(ladder.rglob("*.py")) if _has_code(file)]


def _has_code(file: Path) -> bool:
    tree = ast.parse(file.read_text("utf-8"))
    return len(tree.body) > (ast.get_docstring(tree) is not None)


def untested(ladder: Path, tests: Path, covered: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Return the modules with neither a test of their own nor a line in the table."""
    told = {module for module, _ in lines_of(covered)}
    return [one for one in modules_with_code(ladder) if one not in told and not (tests / own_test(one)).is_file()]


def idle_lines(ladder: Path, tests: Path, covered: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Return the lines that are not needed: of no module or test file, of a module with its own, or told before."""
    known, seen, found = set(modules_with_code(ladder)), set[str](), []
    for module, test in lines_of(covered):
        reasons = {
            "no such module": module not in known,
            "no such test file": not (tests / test).is_file(),
            "it has its own test file": (tests / own_test(module)).is_file(),
            "told before": module in seen,
        }
        found += [f"{module} by {test}: {why}" for why, holds in reasons.items() if holds]
        seen.add(module)
    return found
