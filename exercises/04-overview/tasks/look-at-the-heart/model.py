def heart(carcinoid_syndrome, echocardiography_done, heart_symptoms, carcinoid_heart_disease):
    """What the rules of 2026 say of looking at the heart first, or None where no rule speaks."""
    if carcinoid_heart_disease:
        return "ask-first"
    if not carcinoid_syndrome:
        return None if heart_symptoms else "not-needed"
    return "ask-first" if heart_symptoms or not echocardiography_done else "not-needed"
