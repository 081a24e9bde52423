# The sheet that a reviewer fills in.

review-title = Alongside: review sheet
review-title-of = Alongside: review sheet, release { $release }
review-how = Thank you for reading. Each entry and each finding bears a stamp of eight characters. Write your verdict beside it: right, right with changes (say which), or wrong (say why). Judge what a family could do wrong with it, not only the facts.
review-verdict-comes-back = An author copies the verdict into the entry's file, with your role (not your name), the date and the stamp. When the words change, the stamp does, and the handbook reports that the verdict no longer holds.
review-whole = The entry as a whole. Stamp: { $stamp }. { $verdicts }
review-your-verdict = Your verdict on the entry:
review-practice-advice = practice advice
review-column-finding = Finding
review-column-for = For
review-column-grade = Grade
review-column-sources = Sources
review-column-stamp = Stamp
review-column-verdict = Your verdict
