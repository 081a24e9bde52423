"""What stands as an example beside each field of a new file: a file of plain YAML for each kind that authors may add."""
