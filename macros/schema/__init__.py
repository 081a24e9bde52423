"""What an entry may hold: one pydantic model a kind. Checks, help, forms and JSON Schema all come from here."""
