"""The errors of the house: each names the field, the value and what is accepted."""


class NetlearnError(ValueError):
    """Anything netlearn refuses; the base of the two kinds below."""


class KnowledgeError(NetlearnError):
    """The course's own data are wrong: names the file, the id and the field."""


class InputError(NetlearnError):
    """A value given by a reader is refused: names the field, the value and what is accepted.

    >>> raise InputError("largest_diameter_cm", "3 kg", "a length such as 3.1 or '31 mm'")
    Traceback (most recent call last):
    netlearn.errors.InputError: largest_diameter_cm: '3 kg' is not accepted; accepted: a length such as 3.1 or '31 mm'
    """

    def __init__(self, field: str, value: object, accepted: str) -> None:
        super().__init__(f"{field}: {value!r} is not accepted; accepted: {accepted}")
        self.field = field
        self.value = value
        self.accepted = accepted
