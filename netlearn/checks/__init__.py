"""Everything that can be wrong in the course's data and chapters, as one command: ``netlearn check``."""

from netlearn.checks.fault import Fault

__all__ = ["Fault"]
