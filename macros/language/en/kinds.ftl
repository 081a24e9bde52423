# The kinds of records: several of them, as a heading, and what a search hit is called.

kind-situations = Situations
kind-types = Types
kind-models = Models
kind-roles = Roles
kind-techniques = Techniques
kind-coping = Looking after yourself
kind-worksheets = Worksheets
kind-letters = Letters
kind-packs = Packs
kind-first-aid = First aid
kind-sources = Sources
kind-glossary = Words explained
kind-helplines = Helplines
kind-places = Places
kind-topics = Topics
kind-words = Words we choose
kind-grades = Grades of evidence
kind-stages = Stages
kind-gates = Safety boxes
kind-scope = Scope
