"""CHECK: a dataset in, what follows from it and what is wrong with it out. Nothing is repaired.

`check_graph` runs both passes on a dataset, `check_file` on a NAME.trig with the text as read beside it, `check_quotes`
compares the quotes alone, `check_ontology` holds the ontology to its own rules.
"""

from rapporteur.check.files import check_file
from rapporteur.check.findings import CheckResult, ShapeFinding
from rapporteur.check.passes import check_graph, check_ontology
from rapporteur.check.quotes import check_quotes

__all__ = ["CheckResult", "ShapeFinding", "check_file", "check_graph", "check_ontology", "check_quotes"]
