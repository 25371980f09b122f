// Profile files to histories: shape looked over, names resolved, every fault told (CONTRACTS
// section 3). The profile is the parsed JSON object of a profile file.
//
// A history is
//   { asOf, past, present, standing, semesterHours, quarterHours, degrees, programmes,
//     licences, changes }
// where asOf is a calendar month (see months.js), months of plans count from it, and
//   past, present: lists of services
//     { number, title, classId, targetClass, declared, fte, months, start, end, future }
//     number: the job's place in the profile from 1, 0 for present or planned service;
//     declared: Set of requirement references; fte, months: exact numbers; months is null
//     where start and end are given, as calendar months; classId, targetClass may be null;
//     future: true for present and planned service;
//   standing: Map from "internal", "state_employee", "permanent" to { value, jurisdictions },
//     jurisdictions a Set, or null for the target's own; see standingIn;
//   semesterHours, quarterHours: exact numbers;
//   degrees: list of { level, field, fromMonth }, fromMonth 0 for degrees held now;
//   programmes: Map from class id to { approved, completed, completedAt }, approved and
//     completedAt null where the profile does not say;
//   licences: list of text, null where not declared;
//   changes: list of { month, fte, leaveUntil }, in order; fte or leaveUntil is null.
// Plans (planOf in eligibility.js) are
//   { kind, studyHoursAYear, leadIn, via, include, assumed }: kind "none", "stay" or "climb",
//   studyHoursAYear exact, via a list of class ids, the others Sets of text.
// All of them are values: copy them with { ...history, present }, never change them.
