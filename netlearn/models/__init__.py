"""Physics and pharmacology, with no clinic inside: geometry, heat and cold, drugs in the blood."""
