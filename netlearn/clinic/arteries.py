"""Whether the artery is a door to the liver, for a patient in whom nothing else bars the way (chapter 3)."""

from netlearn.decision import Decision, decide

_NOTHING_BARS = {
    "liver_function_impaired": False,
    "bleeding_disorder": False,
    "renal_failure": False,
    "hepatic_vein_occlusion": False,
    "portal_vein_occlusion": False,
    "biliary_enteric_anastomosis": False,
    "urgent_procedure": False,
    "extrahepatic_disease": "none",
    "liver_involvement_percent": 30,  # any share up to half of the liver: no rule reads it there
    "carcinoid_syndrome": False,
    "carcinoid_heart_disease": False,
}


def embolise(
    resectable: bool, liver_predominant: bool, progressive: bool, uncontrolled_symptoms: bool, bulky: bool
) -> Decision:
    """Embolisation by the rules of 2026, for a patient of whom only these five things have to be asked.

    Liver function, kidneys, clotting and veins are sound, nothing is urgent, and no bile duct was joined to the bowel.
    Raises InputError for a value that is not true or false.

    >>> embolise(False, True, True, False, False).verdict
    'indicated'
    >>> embolise(False, True, False, False, False).status
    'not-stated'
    """
    return decide(
        "embolisation",
        "2026",
        resectable=resectable,
        liver_predominant=liver_predominant,
        progressive=progressive,
        symptoms_uncontrolled_by_medical_therapy=uncontrolled_symptoms,
        bulky=bulky,
        **_NOTHING_BARS,
    )
