"""Our style sheets and scripts, shortened: nothing that a browser reads is changed."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ladder.rendering.short_texts import short_script, short_styles
from tests.measure import ROOT

PAGES = ROOT / "ladder" / "rendering" / "pages"
STYLES = sorted(PAGES.rglob("*.css"))
SCRIPTS = sorted(PAGES.rglob("*.js"))
PARTED = re.compile(r"""\w \w|[-+] ?[-+]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'""")
"""Where a blank means something in a script: between words, beside a plus or minus, in texts."""

RULES = """texts => texts.map((text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return [...sheet.cssRules].map((rule) => rule.cssText.replaceAll(", ", ","));
})"""


@pytest.mark.browser
def test_a_browser_reads_the_same_rules_in_a_short_style_sheet(browser: Browser) -> None:
    written = [file.read_text("utf-8") for file in STYLES]
    short = list(map(short_styles, written))
    page = browser.new_page()
    told, others = page.evaluate(RULES, written), page.evaluate(RULES, short)
    page.close()
    assert told == others
    assert len(told) == len(STYLES)
    assert all(told)
    assert len("".join(short)) < len("".join(written)) * 0.9
    assert list(map(short_styles, short)) == short


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ('a::before { content: " /* ; } */ "; }', 'a::before{content:" /* ; } */ "}'),
        (
            '/* it\'s "so" */ .a  .b\n.c + .d { margin: -1px calc(1px - 2px) ; }',
            ".a .b .c + .d{margin:-1px calc(1px - 2px)}",
        ),
        (
            "@media (max-width: 4rem) and (min-height: 2rem) { a :hover { color: red } }",
            "@media (max-width:4rem) and (min-height:2rem){a :hover{color:red}}",
        ),
        ('a[href^="#"] , b { font: 1rem/1.5 "A, B", serif }', 'a[href^="#"],b{font:1rem/1.5 "A, B",serif}'),
    ],
)
def test_blanks_that_mean_something_stay_in_styles(written: str, short: str) -> None:
    assert short_styles(written) == short


@pytest.mark.parametrize("file", SCRIPTS, ids=[file.name for file in SCRIPTS])
def test_a_short_script_says_the_same(file: Path) -> None:
    text = file.read_text("utf-8")
    kept = [line.strip() for line in text.splitlines()]
    kept = [line for line in kept if line and not line.startswith(("//", "/**"))]
    short = short_script(text).splitlines()
    assert [line.replace(" ", "") for line in short] == [line.replace(" ", "") for line in kept]
    assert list(map(PARTED.findall, short)) == list(map(PARTED.findall, kept))


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("const a = b - -c, d = e + +f;", "const a=b - -c,d=e + +f;"),
        ("a = b ? -c : ++d;", "a=b? -c: ++d;"),
        ("x = `a  ( ${b  } )`;", "x = `a  ( ${b  } )`;"),
        ("y = / ( a )/.test(z);", "y = / ( a )/.test(z);"),
        ("return { a: 'it, is', b: \"{ x }\" };", "return{a:'it, is',b:\"{ x }\"};"),
        ("for (const one of [1, 2]) yield one;", "for(const one of[1,2])yield one;"),
    ],
)
def test_blanks_that_mean_something_stay_in_scripts(written: str, short: str) -> None:
    assert short_script(written) == short + "\n"
