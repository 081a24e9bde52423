"""What a record may hold: one pydantic model a kind, and the one list of kinds.

In: plain data. Out: checked, frozen records; help and JSON Schema come from the same models. No record is known here.
"""
