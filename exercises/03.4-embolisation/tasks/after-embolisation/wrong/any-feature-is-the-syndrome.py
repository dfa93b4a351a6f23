def after(hours_since_session, fever, abdominal_pain, leucocytosis, transaminases_raised):
    """Wrong: the features are listed together, and no source says how many of them make it."""
    features = [fever, abdominal_pain, leucocytosis, transaminases_raised]
    if not any(features):
        return None
    return "beyond-usual-duration" if hours_since_session > 72 else "postembolisation-syndrome"
