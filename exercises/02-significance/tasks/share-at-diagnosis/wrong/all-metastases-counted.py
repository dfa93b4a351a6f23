"""Wrong: the share with liver metastases at any time, not at diagnosis."""


def shares(synchronous, metachronous, never):
    affected = synchronous + metachronous
    return [100 * affected / whole if whole else None for whole in (affected + never, affected)]
