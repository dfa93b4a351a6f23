def after(hours_since_session, fever, abdominal_pain, leucocytosis, transaminases_raised):
    """Wrong: fever on the fifth day is no syndrome, and calls for another cause."""
    features = [fever, abdominal_pain, leucocytosis, transaminases_raised]
    return "postembolisation-syndrome" if all(features) else None
