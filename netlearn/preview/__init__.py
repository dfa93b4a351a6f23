"""``netlearn preview``: one item with its variants, or one chapter built alone, while it is being written."""
