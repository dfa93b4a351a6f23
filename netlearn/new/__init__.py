"""``netlearn new``: the skeleton of a chapter, item, task, fact or table, in the one place where such a thing stands.

What has to be written is marked TODO, and ``netlearn check`` names each line until it is.
"""
