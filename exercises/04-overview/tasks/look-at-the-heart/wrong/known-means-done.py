def heart(carcinoid_syndrome, echocardiography_done, heart_symptoms, carcinoid_heart_disease):
    """Wrong: a heart that is known to be diseased is the first to ask about."""
    if not carcinoid_syndrome:
        return None if heart_symptoms else "not-needed"
    if carcinoid_heart_disease:
        return "not-needed"
    return "ask-first" if heart_symptoms or not echocardiography_done else "not-needed"
