"""The example tasks hold learners' code, wrong on purpose: it is data, not tests."""

collect_ignore_glob = ["examples/*"]
