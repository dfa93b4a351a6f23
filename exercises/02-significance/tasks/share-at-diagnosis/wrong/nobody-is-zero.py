"""Wrong: a share of nobody is given as 0."""


def shares(synchronous, metachronous, never):
    affected = synchronous + metachronous
    return [100 * synchronous / whole if whole else 0 for whole in (affected + never, affected)]
