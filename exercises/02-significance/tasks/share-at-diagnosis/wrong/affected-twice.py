"""Wrong: those without liver metastases are left out of "all patients"."""


def shares(synchronous, metachronous, never):
    affected = synchronous + metachronous
    share = 100 * synchronous / affected if affected else None
    return [share, share]
