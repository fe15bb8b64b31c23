"""How firm each objective of a plan is: a verdict for each letter of SMART, and the kind of commitment it is."""

from filrouge.domain.smart.assessing import LETTERS, VERDICTS, Assessment, Letter, Statement, assess
from filrouge.domain.smart.read_statements import assessed_in, read_statements
from filrouge.domain.smart.statements import assessed, mix, statements_of

__all__ = [
    "LETTERS",
    "VERDICTS",
    "Assessment",
    "Letter",
    "Statement",
    "assess",
    "assessed",
    "assessed_in",
    "mix",
    "read_statements",
    "statements_of",
]
