"""Running a learner's code apart from everything that matters; ``jobs`` is the way in.

Empty: the sandbox's server imports this package and has to stay small.
"""
