"""From the handbook to what Typst sees: plain data that JSON can hold, and the places to fill in.

In: the handbook. Out: ``Sheet`` and ``Volume``. Nothing is set here.
"""
