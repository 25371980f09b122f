"""The sentences of About, of the pages of lists, of the report of a check, and of the frame of the map, in English."""

from collections.abc import Mapping

_ABOUT: Mapping[str, str] = {
    "about.heading": "What the figures mean",
    "about.lede": "These pages answer one question by arithmetic on printed rules: from which month do you meet the "
    "minimum for a class, by which way, and on which conditions that only people can decide? They never say that "
    "anybody has a right to a class, or will get it.",
    "about.outside_heading": "What they do not mean",
    "about.outside": "Exams, openings, the working test period, seniority and permanent status are outside of it. A "
    "class whose minimum you meet may have no opening, and an opening may go to somebody else. Only the agency "
    "decides.",
    "about.months_heading": "Months",
    "about.months_step": "The months of a step are the service that a rule asks in the class below. They are no "
    "forecast.",
    "about.months_ladder": "Time along a ladder is not the sum of its steps. One month of work may count toward "
    "several requirements at once, and all earlier work is carried along. A ladder of 12 and 24 months may take 24, "
    "or 36, or more.",
    "about.months_exact": "Time is counted exactly: part-time work by its share of full time, jobs held in one month "
    "as at most one month toward any one requirement. Credit is never rounded up. The answer is the first whole "
    "month in which enough is held.",
    "about.months_best": "Where a quickest way is told, no ladder in the data is quicker. Where that could not be "
    "proved, the answer says between which two times it lies.",
    "about.months_from": "The map counts from {month} for somebody on day one in the first class, at full time, "
    "unless you tell it more of yourself.",
    "about.words_heading": "The words of an answer",
    "about.word_now": "You can apply now",
    "about.word_now_means": "All that one way asks is held by what you told us. An exam must be open.",
    "about.word_after": "3 years, to a month",
    "about.word_after_means": "All will be held in that month, if things go on as you told us.",
    "about.word_unknown": "We cannot say",
    "about.word_unknown_means": "A fact that the answer needs is not in the data. It is named, and nothing is guessed.",
    "about.word_else": "Needs something else",
    "about.word_else_means": "Time alone will not do it, however long it goes on. What is missing is listed.",
    "about.word_no_path": "No path in our data",
    "about.word_no_path_means": "No ladder in the data joins the two classes. The way in that is open to everyone may "
    "still be met.",
    "about.conditions_heading": "Conditions",
    "about.conditions": "Some things only people can judge: an exam, whether a field of study is close enough, "
    "whether service is equal. They are never passed in silence. Some change no figure: they say what people decide "
    "besides. Others count as not met until somebody tells us of them, and the answer says what they would change.",
    "about.plans_heading": "What may happen from now on",
    "about.plan_none": "No more work",
    "about.plan_none_means": "No more work is counted; study and training programs go on.",
    "about.plan_stay": "You stay in your class",
    "about.plan_stay_means": "The work that you do now goes on.",
    "about.plan_climb": "You move up",
    "about.plan_climb_means": "Classes are taken one after another, each in the first month in which its minimum is "
    "met.",
    "about.certainty_heading": "How sure a step is",
    "about.certainty": "A step is *named* where the text of a rule names the class below. It is named *by level* "
    "where the text takes other classes at the level of that class besides: service in the class named counts, and "
    "HR decides about the others. Such another class is a *peer*. A step is *inferred* where no text says it and it "
    "is offered all the same. To work under a class is never a step.",
    "about.certainty_drawn": "Drawings show steps named in either way; the words say of every step which it is.",
    "about.certainty_drawn_also": "Drawings show steps named in either way, and the map those {kinds} besides; the "
    "words say of every step which it is.",
    "about.yourself_heading": "To ask about yourself",
    "about.yourself": "Under *My path* you can tell your work, study and standing, and see what each class still asks "
    "of you. What you type stays in your browser and is sent nowhere. No page of this site was made from facts about "
    "anybody.",
    "about.data_heading": "The data",
    "about.counted": "{classes}: {whole} with all their rules, {partial} with part of them, {named} only named by "
    "others.",
    "about.dated_one": "The rules bear the date {date}.",
    "about.dated": "The rules bear dates from {oldest} to {newest}.",
    "about.revised": "They may have been revised since; each page names the text that it rests on.",
    "about.pay": "Pay: {note}",
    "about.conventions_of": "Conventions of {place}",
}

_LISTS: Mapping[str, str] = {
    "list_page.series": "A class series of {place}: {classes} of rising rank in one kind of work.",
    "list_page.group": "An occupational group of {place}: {classes} in one field of work, in no class series.",
    "list_page.title": "{name}, {kind} of {place} ({id})",
    "list_page.kind_series": "class series",
    "list_page.kind_group": "occupational group",
    "list_page.points_up": "Ladders point up. All of it is told in words below.",
    "list_page.points_up_outside": "Ladders point up; the classes on gray ground are of other lists. All of it is "
    "told in words below.",
    "list_page.scrolls": "Drawing of its classes, scrolls",
    "list_page.drawing": "Drawing of {name} with its steps, told in words below.",
    "list_page.classes": "Classes",
    "list_page.class": "Title",
    "list_page.rank": "Rank",
    "list_page.marks": "Number and grade",
    "list_page.no_marks": "none printed",
    "list_page.pay": "Pay",
    "list_page.dated": "Rules of",
    "list_page.undated": "no date printed",
    "list_page.steps": "Steps",
    "list_page.months": "Months are what a rule asks in the class below; they do not add up to the time along a "
    "ladder.",
    "list_page.from": "From",
    "list_page.to": "To",
    "list_page.by": "By",
    "list_page.service": "Service asked",
    "list_page.certainty": "How sure",
    "list_page.source": "Source",
    "list_page.no_steps": "No step leads to these classes or on from them, by any text in the data.",
    "list_page.no_text": "offered by ladder, in no text",
    "list_page.promotion": "{by}, a promotion",
    "list_page.no_months": "none stated",
    "list_page.no_source": "none",
    "list_page.seen_in_part": "{certainty}, seen in part",
    "list_page.rest": "Classes without a series or group",
    "classes.one": "1 class",
    "classes.several": "{count} classes",
}

_CHECKS: Mapping[str, str] = {
    "check.heading": "What the check found",
    "check.looked": "Looked at: {what}, by {count} rules.",
    "check.nothing": "Nothing was found.",
    "check.rule": "Rule",
    "check.found": "Found",
    "check.beside": "Beside",
    "check.where": "Where",
    "check.do": "What to do",
    "check.rules": "The rules that found something",
    "check.others": "Files and jurisdictions",
    "check.error": "Errors",
    "check.warning": "Warnings",
    "check.info": "For information",
    "check.error_means": "An answer that rests on these cannot be trusted.",
    "check.warning_means": "These are likely wrong.",
    "check.info_means": "These are right most likely, and good to know.",
}

_FRAMES: Mapping[str, str] = {
    "frame.skip": "Skip to the content",
    "frame.crumbs": "Where this page stands",
    "map.title": "Career ladders",
    "map.skip": "Skip the drawings: classes and steps in words",
    "map.no_script": "The drawings, the lists and all sentences are below. Asking for a route, \u201cMy path\u201d "
    "and the movable map need JavaScript in a browser of 2023 or later.",
    "map.ask": "Ask for a route",
    "map.from": "From",
    "map.to": "To",
    "map.swap": "Swap",
    "map.heading": "Map",
    "map.zoom_out": "Zoom out",
    "map.zoom_in": "Zoom in",
    "map.fit": "Fit",
    "map.scrolls": "Drawing, scrolls",
    "map.words": "Classes and steps in words",
    "map.words_brief": "Choose a class to see all that its record holds, way by way.",
    "map.words_still": "Without JavaScript, ask ladder show, or open its page in the folder that ladder site makes.",
    "map.routes": "Routes",
    "map.about": "About this page",
    "map.counted": "{classes} classes, {steps} steps, as of {month}.",
    "map.group": "This group, drawn",
    "map.group_told": "This group, drawn. All of it is in words below.",
    "map.outside_drawn": "{classes} of other groups, one step away, drawn in gray",
    "map.outside_told": "{classes} of other groups, one step away, told in words only",
    "map.views": "Views of the map",
    "map.jurisdiction": "Jurisdiction",
    "map.series": "Series or group",
    "map.any": "All",
    "map.shown": "Shown: {classes} of {allClasses} classes, {steps} of {allSteps} steps.",
    "map.kinds": "Kinds of step",
    "map.certainty": "How sure steps are",
    "map.focus": "Show only what leads here and on from here",
    "map.keep": "Keep this map",
    "map.save_svg": "Save as SVG",
    "map.save_png": "Save as PNG",
    "map.link": "Link for this view",
}

"""What is around the drawing and the lists of a page."""

PAGES: Mapping[str, str] = {**_ABOUT, **_LISTS, **_CHECKS, **_FRAMES}
"""Every pattern by its name, as in ``telling/english.py``."""
