"""A release as files to hand out: the site, the handbook for a disk, their parts and licenses, and what changed.

In: a project and its built site. Out: a folder of files, with the same bytes for the same content wherever it is made.
"""
