"""Figures of the course: pure functions from the evidence to Plotly drawings with words and a table."""

from netlearn.figures.course_figure import CourseFigure, Link

__all__ = ["CourseFigure", "Link"]
