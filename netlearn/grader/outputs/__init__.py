"""What is written of a graded class: tables, learners' pages, statistics, and what other systems take in."""
