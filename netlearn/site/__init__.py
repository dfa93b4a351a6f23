"""The book's machinery: the Sphinx extension (``extension.py``), executing notebooks, building assets."""
