"""Learners' notebooks: written from the exercises, filled for tests, and read when they are handed in.

It knows the items and the widgets, and nothing of the grader, which reads hand-ins through it.
"""
