"""From the handbook to what a reader sees: texts, links, prepared values, templates."""
