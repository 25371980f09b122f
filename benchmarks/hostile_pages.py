"""Pages of HTML that nobody would write, for :mod:`benchmarks.bounds`."""

from collections.abc import Mapping

from benchmarks.hostile import Shape, again, nested, numbered

_START = "<!doctype html><html><body>"

PAGES: Mapping[str, Shape] = {
    "paragraphs": again("<p>Two years of work.</p>\n", before=_START),
    "words without marks": again("word ", before=_START + "<p>"),
    "divisions opening": again("<div>", before=_START, after="x"),
    "divisions in divisions": nested("<div>", "</div>", before=_START + "x"),
    "bold opening": again("<b>", before=_START, after="x"),
    "bold and paragraphs in turn": again("<b><p>", before=_START, after="x"),
    "links and tables in turn": again("<a><table>", before=_START, after="x"),
    "tables in cells": again("<table><tr><td>", before=_START, after="x"),
    "fonts closed in another order": again("<b><i></b>", before=_START, after="x"),
    "ends without beginnings": again("</p>", before=_START),
    "ends of other kinds": again("</b></div></x>", before=_START, after="x"),
    "headings": again("<h2>Minimum Qualifications</h2>", before=_START),
    "list items": again("<li>x", before=_START),
    "lists in lists": again("<ul><li>", before=_START, after="x"),
    "attributes of one tag": numbered(" a{}=b", before=_START + "<p"),
    "one attribute again and again": again(" a=b", before=_START + "<p"),
    "one long attribute": again("x", before=_START + '<p class="', after='">y'),
    "one long name of a tag": again("x", before=_START + "<", after=">y"),
    "less-than signs": again("<", before=_START + "x"),
    "comments": again("<!-- -->", before=_START, after="x"),
    "a comment without end": again("-", before=_START + "x<!--"),
    "entities": again("&amp;", before=_START),
    "entities without end": again("&", before=_START),
    "numbers of letters": again("&#9;&#160;x", before=_START),
    "scripts": again("<script>x</script>", before=_START, after="y"),
    "a script without end": again("x<", before=_START + "y<script>"),
    "words struck out": again("<s>old</s> new ", before=_START),
    "words struck out in words struck out": again("<s>x", before=_START),
    "lines broken": again("x<br>", before=_START),
    "text as it was set": again("x\n", before=_START + "<pre>"),
    "blanks as they were set": again(" ", before=_START + "<pre>x"),
    "templates in templates": again("<template>", before=_START + "x"),
    "drawings": again("<svg><g>", before=_START + "x"),
    "forms": again("<form><select><option>x", before=_START),
    "frames": again("<frameset>", before="<!doctype html><html>", after="x"),
    "carriage returns": again("\r", before=_START + "x"),
    "damaged letters": again("\u00c3\u00a9 <p>", before=_START),
    "few marks and much between": again("<a href='" + "x" * 50_000 + ">y", before=_START),
    "qualifications": again(
        "<p>Two years of experience as a Clerk; or</p>", before=_START + "<p>Clerk<p>MINIMUM QUALIFICATIONS"
    ),
}
