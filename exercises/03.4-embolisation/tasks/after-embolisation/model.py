def after(hours_since_session, fever, abdominal_pain, leucocytosis, transaminases_raised):
    """What the rules of 2026 call it after embolisation, or None where no rule gives it a name."""
    features = [fever, abdominal_pain, leucocytosis, transaminases_raised]
    if hours_since_session > 72:
        return "beyond-usual-duration" if any(features) else None
    return "postembolisation-syndrome" if all(features) else None
