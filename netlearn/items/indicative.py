"""A clause after "if" as it stands in this patient: "the tumour were of grade 3" becomes "the tumour is of grade 3"."""

import re

_PLURAL = re.compile(r"^(?:\S+\s)*[\w-]*(?<![sui])s$|^hardly|^.* and ")
_MANY = re.compile(r"\b(?:signs|factors|symptoms|mitoses|lesions|stools|metastases)\b")
_VERBS = (
    ("did not ", "does not ", "do not "), ("could not ", "cannot ", "cannot "), ("could ", "can ", "can "),
    ("had been ", "has been ", "have been "), ("had ", "has ", "have "), ("were ", "is ", "are "),
    ("lay ", "lies ", "lie "), ("gave ", "gives ", "give "), ("caused ", "causes ", "cause "),
    ("measured ", "measures ", "measure "), ("held ", "holds ", "hold "), ("showed ", "shows ", "show "),
    ("controlled ", "controls ", "control "), ("worked ", "works ", "work "), ("secreted ", "secretes ", "secrete "),
    ("grew ", "grows ", "grow "), ("reached ", "reaches ", "reach "), ("pointed ", "points ", "point "),
    ("took ", "takes ", "take "), ("fitted ", "fits ", "fit "), ("replaced ", "replaces ", "replace "),
    ("persisted ", "persists ", "persist "),
)  # fmt: skip


def indicative(clause: str) -> str:
    """The clause as a statement about now; "" where its verb is none of those known.

    >>> indicative("there were symptoms"), indicative("the primary gave no symptoms"), indicative("he ran")
    ('there are symptoms', 'the primary gives no symptoms', '')
    """
    found = [(at, verb) for verb in _VERBS if (at := f" {clause}".find(f" {verb[0]}")) > 0]
    if not found:
        return ""
    at, (past, one, many) = min(found, key=lambda each: (each[0], -len(each[1][0])))
    subject, rest = clause[:at].strip(), clause[at + len(past) :]
    plural = _MANY.search(rest.split(" of ")[0]) if subject == "there" else _PLURAL.match(subject)
    return f"{subject} {many if plural else one}{rest}"
