"""The model answer."""

import netlearn as nl


def fit(**case):
    return nl.decide("rfa", **case).verdict
