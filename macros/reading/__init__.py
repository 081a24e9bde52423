"""Files in and out: strict YAML, pages and marks of texts as plain data, each value with its line, and what is wrong with it.

In: bytes on the disk. Out: ``Source`` and ``Problem``. It knows no kind of record and no field.
"""
