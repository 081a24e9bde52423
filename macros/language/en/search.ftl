# How words are searched.

# Words that are in most questions and tell pages apart in none.
stop-words = a about after all am an and any are as at be been but by can could did do does doing dont for from get go had has have he her hers him his how i if im in into is isnt it its just keep keeps ive me my of on or our out over she should so some than that the their them then there these they this to too until up us very was we were what when where which who why will with would you your
# Endings of words, as a regular expression: "drinking" also asks for "drink…", "violent" for "viol…" (violence).
word-endings = (ing|ed|es|s|ers?|ly|ent|ence|ants?|ances?|ness|ment|ion)$
