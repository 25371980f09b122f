"""Made-up exports of ten people each, in the columns and the forms of public payrolls that layouts are shipped for.

Nobody in them is real. Each has what such files have: rows of people who left or are on
leave, part-time work, blanks around values, titles in capitals, and second rows.
"""

import csv
from pathlib import Path
from typing import NamedTuple

Row = dict[str, str]


class Payroll(NamedTuple):
    """An export: the columns in the order of the public file, and its rows."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    def write(self, file: Path) -> Path:
        """Write it as such files come: CSV in UTF-8."""
        with file.open("w", encoding="utf-8", newline="") as out:
            writer = csv.DictWriter(out, self.columns, restval="")
            writer.writeheader()
            writer.writerows(self.rows)
        return file


_CONNECTICUT = (
    *("Agency", "EmplId-Empl Rcd", "Job Cd Descr", "Full/Part", "Check Dt", "Check #", "Bi-Weekly Comp Rate"),
    *("Annual Rate", "Age", "Orig Hire", "Term Date", "City", "Postal", "State"),
)
_CT_TITLES = (
    "Processing Technician",
    "Office Assistant",
    "Interpreter Clerk",
    "Social Services Trainee",
    "State Trooper",
)


def connecticut() -> Payroll:
    """Return checks of three months, two a month; one person works part time, one leaves, one changes title."""
    dates = ("08/08/2025", "08/22/2025", "09/05/2025", "09/19/2025", "10/03/2025", "10/17/2025")
    rows = []
    for person in range(10):
        for number, date in enumerate(dates):
            if person == 8 and number > 2:
                continue
            title = _CT_TITLES[person % 5] if person != 9 or number < 2 else "Agency Labor Relations Specialist"
            rows.append(
                {
                    "Agency": "DOL - Department of Labor",
                    "EmplId-Empl Rcd": f"{person:02d}9f3a-0",
                    "Job Cd Descr": title,
                    "Full/Part": "P" if person == 7 else "F",
                    "Check Dt": date,
                    "Check #": str(900000 + number),
                    "Bi-Weekly Comp Rate": "2,301.55",
                    "Annual Rate": "60,070.00",
                    "Orig Hire": "03/14/2016",
                    "Term Date": "09/30/2025" if person == 8 else "",
                    "State": "CT",
                }
            )
    return Payroll(_CONNECTICUT, tuple(rows))


_NEW_YORK = (
    *("Fiscal Year", "Payroll Number", "Agency Name", "Last Name", "First Name", "Mid Init", "Agency Start Date"),
    *("Work Location Borough", "Title Description", "Leave Status as of June 30", "Base Salary", "Pay Basis"),
    *("Regular Hours", "Regular Gross Paid", "OT Hours", "Total OT Paid", "Total Other Pay"),
)
_NYC_TITLES = (
    "CLERICAL ASSOCIATE",
    "PRINCIPAL ADMINISTRATIVE ASSOCIATE -  NON SUPVR",
    "CITY PARK WORKER",
    "ADMINISTRATIVE MANAGER",
)


def new_york_city() -> Payroll:
    """Return three fiscal years; one on leave, one gone, one seasonal, and a person in two rows of a year."""
    rows = []
    for person in range(10):
        for year in (2023, 2024, 2025):
            status = {4: "ON LEAVE", 5: "CEASED", 6: "SEASONAL"}.get(person, "ACTIVE")
            rows.append(
                {
                    "Fiscal Year": str(year),
                    "Payroll Number": "67",
                    "Agency Name": "ADMIN FOR CHILDREN'S SVCS",
                    "Last Name": f"MADEUP{person}",
                    "First Name": "ALEX",
                    "Mid Init": "Q" if person % 2 else "",
                    "Agency Start Date": f"0{1 + person % 9}/15/2009",
                    "Work Location Borough": "MANHATTAN",
                    "Title Description": _NYC_TITLES[person % 4],
                    "Leave Status as of June 30": status if year == 2025 or person == 6 else "ACTIVE",
                    "Base Salary": "48341.00",
                    "Pay Basis": "per Annum" if person != 6 else "per Hour",
                    "Regular Hours": "1820",
                }
            )
    rows.append(rows[0] | {"Agency Name": "POLICE DEPARTMENT", "Title Description": "SCHOOL CROSSING GUARD"})
    return Payroll(_NEW_YORK, tuple(rows))


_CHICAGO = (
    *("Name", "Job Titles", "Department", "Full or Part-Time", "Salary or Hourly", "Typical Hours"),
    *("Annual Salary", "Hourly Rate"),
)
_CHICAGO_TITLES = ("POLICE OFFICER", "ADMINISTRATIVE ASST II", "STAFF ASST", "CLERK III", "FOSTER GRANDPARENT")


def chicago() -> Payroll:
    """Return everybody on one day; two work part time."""
    rows = tuple(
        {
            "Name": f"MADEUP,  ALEX {chr(65 + person)}",
            "Job Titles": _CHICAGO_TITLES[person % 5],
            "Department": "FAMILY & SUPPORT" if person % 5 == 4 else "POLICE",
            "Full or Part-Time": "P" if person % 5 == 4 else "F",
            "Salary or Hourly": "Hourly" if person % 5 == 4 else "Salary",
            "Typical Hours": "20" if person % 5 == 4 else "",
            "Annual Salary": "" if person % 5 == 4 else "90024",
            "Hourly Rate": "3" if person % 5 == 4 else "",
        }
        for person in range(10)
    )
    return Payroll(_CHICAGO, rows)


_TEXAS = (
    *("AGENCY", "AGENCY NAME", "LAST NAME", "FIRST NAME", "MI", "CLASS CODE", "CLASS TITLE", "ETHNICITY", "GENDER"),
    *("STATUS", "EMPLOY DATE", "HRLY RATE", "HRS PER WK", "MONTHLY", "ANNUAL", "STATE NUMBER", "duplicated"),
    *("multiple_full_time_jobs", "combined_multiple_jobs", "summed_annual_salary", "hide_from_search"),
)
_TEXAS_CLASSES = (
    ("0150", "ADMINISTRATIVE ASSISTANT I"),
    ("0152", "ADMINISTRATIVE ASSISTANT II"),
    ("1600", "MANAGER I"),
)


def texas() -> Payroll:
    """Return everybody on one day; codes lost their zero in some rows, one works half, one has two agencies."""
    rows = []
    for person in range(10):
        code, title = _TEXAS_CLASSES[person % 3]
        rows.append(
            {
                "AGENCY": "241",
                "AGENCY NAME": "COMPTROLLER OF PUBLIC ACCOUNTS, JUDICIARY SECTION",
                "LAST NAME": f"MADEUP{person}      ",
                "FIRST NAME": "ALEX      ",
                "CLASS CODE": f"{code}      " if person != 3 else code.lstrip("0"),
                "CLASS TITLE": f"{title}        ",
                "STATUS": "CRF - CLASSIFIED REGULAR FULL-TIME     ",
                "EMPLOY DATE": "02/18/88",
                "HRLY RATE": "0.00000",
                "HRS PER WK": "20.00000" if person == 4 else "40.00000" if person != 5 else "0.00000",
                "STATE NUMBER": f"34{person:04d}",
            }
        )
    rows.append(rows[0] | {"AGENCY": "696", "AGENCY NAME": "TEXAS DEPARTMENT OF CRIMINAL JUSTICE"})
    return Payroll(_TEXAS, tuple(rows))


_PHILADELPHIA = (
    *("calendar_year", "quarter", "last_name", "first_name", "title", "job_code", "department_number"),
    *("department_name", "base_salary", "salary_type", "termination_month", "termination_year", "public_id"),
)
_PHILA_CLASSES = (
    ("1A02", "Office Clerk"),
    ("1A03", "Office Clerk 2"),
    ("1A04", "Clerk 3"),
    ("5A02", "Correctional Officer"),
)


def philadelphia() -> Payroll:
    """Return six quarters; one leaves, one is promoted, and one has a quarter of two jobs."""
    rows = []
    for person in range(10):
        for quarter in range(6):
            code, title = _PHILA_CLASSES[person % 4 if person != 9 or quarter < 3 else 2]
            if person == 8 and quarter > 3:
                continue
            rows.append(
                {
                    "calendar_year": str(2024 + quarter // 4),
                    "quarter": str(1 + quarter % 4),
                    "last_name": f"Madeup{person}",
                    "first_name": "Alex",
                    "title": title,
                    "job_code": code,
                    "department_name": "Records",
                    "base_salary": "41230",
                    "salary_type": "Salaried",
                    "termination_month": "12" if person == 8 and quarter == 3 else "",
                    "termination_year": "2024" if person == 8 and quarter == 3 else "",
                    "public_id": str(7000 + person),
                }
            )
    rows.append(rows[0] | {"title": "Clerk 3", "job_code": "1A04"})
    return Payroll(_PHILADELPHIA, tuple(rows))


PAYROLLS = {
    "connecticut": connecticut,
    "new-york-city": new_york_city,
    "chicago": chicago,
    "texas": texas,
    "philadelphia": philadelphia,
}
