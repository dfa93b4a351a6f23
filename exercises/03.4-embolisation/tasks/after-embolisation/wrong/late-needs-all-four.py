def after(hours_since_session, fever, abdominal_pain, leucocytosis, transaminases_raised):
    """Wrong: one feature that is left after the usual time is enough to look for another cause."""
    if not all([fever, abdominal_pain, leucocytosis, transaminases_raised]):
        return None
    return "beyond-usual-duration" if hours_since_session > 72 else "postembolisation-syndrome"
