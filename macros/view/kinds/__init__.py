"""One module for each kind that has pages, found by the name of the kind: what it has of its own on its page.

In: a record of the kind. Out: the blocks of its page, from ``page(view, item)``. Looks and files are not known here.
"""
