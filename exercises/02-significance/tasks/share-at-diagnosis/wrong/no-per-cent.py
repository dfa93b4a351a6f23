"""Wrong: fractions of 1 instead of per cent."""


def shares(synchronous, metachronous, never):
    affected = synchronous + metachronous
    return [synchronous / whole if whole else None for whole in (affected + never, affected)]
