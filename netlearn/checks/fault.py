"""One thing that is wrong, said in one line."""

from attrs import frozen


@frozen
class Fault:
    """A fault with its place: the file, the id of the entry in it and the field, and what is wrong there.

    >>> print(Fault("tables/2026/rfa.toml", "small", "when", "3.5 is no bound of a cited fact"))
    tables/2026/rfa.toml: small: when: 3.5 is no bound of a cited fact
    """

    file: str
    id: str
    field: str
    says: str

    def __str__(self) -> str:
        """The fault as one line."""
        return ": ".join(part for part in (self.file, self.id, self.field, self.says) if part)
