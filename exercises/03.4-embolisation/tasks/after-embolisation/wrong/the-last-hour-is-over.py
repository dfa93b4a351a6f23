def after(hours_since_session, fever, abdominal_pain, leucocytosis, transaminases_raised):
    """Wrong: exactly 72 hours is still within the usual time."""
    features = [fever, abdominal_pain, leucocytosis, transaminases_raised]
    if hours_since_session >= 72:
        return "beyond-usual-duration" if any(features) else None
    return "postembolisation-syndrome" if all(features) else None
