"""English, as it is written in the United States."""

from macros.language.en.denial import is_denied
from macros.language.en.patterns import ABBREVIATION, DIAGNOSIS, FIGURE, TELLING, THREAT
from macros.language.en.reading import LIMITS, grade
from macros.language.en.syllables import syllables
from macros.language.language import Language

LANGUAGE = Language(
    name="en",
    abbreviation=ABBREVIATION,
    syllables=syllables,
    grade=grade,
    limits=LIMITS,
    is_denied=is_denied,
    figure=FIGURE,
    threat=THREAT,
    diagnosis=DIAGNOSIS,
    telling=TELLING,
)
