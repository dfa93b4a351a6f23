"""One module for each clinical question: thin, typed, pure."""
