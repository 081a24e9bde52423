# The kinds of records: several of them, as a heading, and what a search hit is called.

kind-situations = Situations
kind-types = Types
kind-models = Models
kind-roles = Roles
kind-techniques = Techniques
kind-coping = Looking after yourself
kind-cases = Cases
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
kind-drawings = Drawings
kind-gates = Safety checks
kind-scope = Scope
kind-risks = Risks
kind-pages = Pages

# One of them, as a search hit is called
kind-situations-one = Situation
kind-types-one = Type of intervention
kind-models-one = Model of intervention
kind-roles-one = Role
kind-techniques-one = Technique
kind-coping-one = Way of coping
kind-cases-one = Case
kind-worksheets-one = Worksheet
kind-letters-one = Letter
kind-packs-one = Pack
kind-first-aid-one = First aid
kind-sources-one = {""}
kind-dangerous-advice = Dangerous advice
kind-word-groups = Word groups
kind-urgent-words = Urgent words
kind-typed-words = What people type
