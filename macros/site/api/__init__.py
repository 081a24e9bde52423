"""The documents for programs, and the JSON Schema that describes them.

In: the handbook and its pages as blocks. Out: plain data, ready to be written as JSON.
What a document holds and what its schema says come from the same models: those of ``schema/`` and those of ``models.py``.
"""
