"""From files to checked records: strict YAML with line numbers, pages, and problems in plain words."""
