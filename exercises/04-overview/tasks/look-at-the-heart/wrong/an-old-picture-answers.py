def heart(carcinoid_syndrome, echocardiography_done, heart_symptoms, carcinoid_heart_disease):
    """Wrong: signs of now ask for a picture of now."""
    if carcinoid_heart_disease:
        return "ask-first"
    if not carcinoid_syndrome:
        return None if heart_symptoms else "not-needed"
    return "not-needed" if echocardiography_done else "ask-first"
