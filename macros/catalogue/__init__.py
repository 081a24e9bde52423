"""The handbook as a whole: every record with its place, its relations and their inverse, its address and its code.

In: a project's folder. Out: an immutable ``Handbook`` and the ``Settings`` of a copy. It says nothing about how a page looks.
"""
