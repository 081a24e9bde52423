"""Facts about paper: its sizes, its typeface, and whether documents can be made on this computer.

In: the files of the typeface. Out: measures and characters. Nothing is printed here, so that checks and pages may ask.
"""
