"""The model answer."""


def shares(synchronous, metachronous, never):
    affected = synchronous + metachronous
    return [100 * synchronous / whole if whole else None for whole in (affected + never, affected)]
