def after(hours_since_session, fever, abdominal_pain, leucocytosis, transaminases_raised):
    """Wrong: after its usual time any feature that is left is beyond it, not fever alone."""
    if hours_since_session > 72:
        return "beyond-usual-duration" if fever else None
    features = [fever, abdominal_pain, leucocytosis, transaminases_raised]
    return "postembolisation-syndrome" if all(features) else None
