"""The example tasks hold learners' code, wrong on purpose, and the toy is a kind to be added: data, not tests."""

collect_ignore_glob = ["examples/*", "toy/*"]
