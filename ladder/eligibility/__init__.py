"""One candidate against one class: status, months, routes, conditions, reasons."""
