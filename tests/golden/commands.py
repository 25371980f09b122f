"""The commands whose output is approved, by the name of the file that holds it."""

from collections.abc import Mapping
from pathlib import Path

FOLDER = Path(__file__).parent / "approved"
PROFILE = Path(__file__).parent / "profile.yaml"
AS_OF = ("--as-of", "2026-11")

COMMANDS: Mapping[str, tuple[str, ...]] = {
    "classes.txt": ("classes",),
    "classes-labor.txt": ("classes", "labor relations"),
    "classes.json": ("classes", "customer", "--json"),
    "classes.csv": ("classes", "--csv"),
    "show-0442.txt": ("show", "us-nd/0442"),
    "show-5246SH.txt": ("show", "5246"),
    "show-5257MP.txt": ("show", "5257MP"),
    "show-5258MP.txt": ("show", "5258MP"),
    "show-office-assistant.txt": ("show", "Office Assistant"),
    "show-0442.json": ("show", "us-nd/0442", "--json"),
    "path-0441-0443.txt": ("path", "us-nd/0441", "us-nd/0443", *AS_OF),
    "path-0441-0443.json": ("path", "us-nd/0441", "us-nd/0443", *AS_OF, "--json"),
    "path-0441-0443.csv": ("path", "us-nd/0441", "us-nd/0443", *AS_OF, "--csv"),
    "path-0441-0444.txt": ("path", "us-nd/0441", "us-nd/0444", *AS_OF),
    "path-0441-0444-lead.txt": ("path", "0441", "0444", "--lead-in", "0442", "--lead-in", "0443", *AS_OF),
    "path-0441-0444-study.txt": ("path", "0441", "0444", "--study", "30", "--lead-in", "0443", *AS_OF),
    "path-via.txt": ("path", "0441", "0443", "--via", "0442", *AS_OF),
    "path-profile.txt": ("path", "0442", "0444", "--profile", str(PROFILE), *AS_OF),
    "path-office-assistant.txt": ("path", "Office Assistant", "6435CL", *AS_OF),
    "path-programme.txt": ("path", "Connecticut Careers Trainee", "5246SH", *AS_OF),
    "path-none.txt": ("path", "us-nd/0441", "6435CL", *AS_OF),
    "path-none.json": ("path", "us-nd/0441", "6435CL", *AS_OF, "--json"),
    "assess-all.txt": ("assess", str(PROFILE), *AS_OF),
    "assess-all.json": ("assess", str(PROFILE), *AS_OF, "--json"),
    "assess-all.csv": ("assess", str(PROFILE), *AS_OF, "--csv"),
    "assess-two.txt": ("assess", str(PROFILE), "--target", "0443", "--target", "5246", *AS_OF),
    "assess-6435CL.txt": ("assess", str(PROFILE), "--target", "6435CL", *AS_OF),
    "assess-6435CL.json": ("assess", str(PROFILE), "--target", "6435CL", *AS_OF, "--json"),
    "assess-5246SH.txt": ("assess", str(PROFILE), "--target", "5246SH", "--plan", "none", *AS_OF),
    "assess-5257MP.txt": ("assess", str(PROFILE), "--target", "5257MP", *AS_OF),
    "assess-office-assistant.txt": ("assess", str(PROFILE), "--target", "Office Assistant", *AS_OF),
    "assess-climb.txt": ("assess", str(PROFILE), "--target", "0444", "--plan", "climb", *AS_OF),
    "reach-0441.txt": ("reach", "us-nd/0441", *AS_OF),
    "reach-0441.json": ("reach", "us-nd/0441", "--within", "24", *AS_OF, "--json"),
    "reach-0441.csv": ("reach", "us-nd/0441", *AS_OF, "--csv"),
    "reach-inferred.txt": ("reach", "0029MP", "--include", "inferred", *AS_OF),
    "path-trainee.txt": ("path", "5989VR", "5257MP", *AS_OF),
    "feeders-5246SH.txt": ("feeders", "5246SH", *AS_OF),
    "feeders-5246SH.csv": ("feeders", "5246SH", *AS_OF, "--csv"),
    "profile-new.txt": ("profile", "new", *AS_OF),
    "report-class.html": ("report", "class", "5246SH", "--no-map", "-o", "-", *AS_OF),
    "report-profile.html": ("report", "profile", str(PROFILE), "--no-map", "-o", "-", *AS_OF),
    "report-path.html": ("report", "path", "us-nd/0441", "us-nd/0444", "--no-map", "-o", "-", *AS_OF),
    "report-catalog.html": ("report", "catalog", "--no-map", "-o", "-", *AS_OF),
    "help-report.txt": ("report", "--help"),
    "help.txt": ("--help",),
    "help-path.txt": ("path", "--help"),
    "help-assess.txt": ("assess", "--help"),
}
