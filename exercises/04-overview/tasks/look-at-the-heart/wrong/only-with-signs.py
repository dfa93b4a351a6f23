def heart(carcinoid_syndrome, echocardiography_done, heart_symptoms, carcinoid_heart_disease):
    """Wrong: the disease is often silent at first, so the syndrome alone is reason enough."""
    if not carcinoid_syndrome:
        return None if heart_symptoms else "not-needed"
    return "ask-first" if heart_symptoms or carcinoid_heart_disease else "not-needed"
