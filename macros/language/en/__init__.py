"""English, as it is written in the United States."""

import re

from macros.language.en.reading import LIMITS, grade
from macros.language.en.syllables import syllables
from macros.language.language import Language

ENGLISH = Language(
    name="en",
    abbreviation=re.compile(r"\b(Dr|Mr|Mrs|Ms|St|vs|e\.g|i\.e|etc|U\.S)\.(?=\s)"),
    syllables=syllables,
    grade=grade,
    limits=LIMITS,
)
