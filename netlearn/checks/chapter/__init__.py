"""What holds for every chapter: one module for each kind of rule, each a function from a notebook to faults."""
