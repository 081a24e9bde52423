# Worksheets, letters and packs, on the screen and on paper.

who = Who
on-paper = On paper
about-minutes = { $minutes ->
    [one] About { $minutes } minute.
   *[other] About { $minutes } minutes.
}
about-minutes-short = { $minutes ->
    [one] About { $minutes } minute
   *[other] About { $minutes } minutes
}
pages = { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}
sheet-facts = { about-minutes-short }, { pages }.

# Files
file-docx = Word
file-docx-spoken = { $code } as Word
file-txt = Text
file-txt-spoken = { $code } as Text
file-json = JSON
file-pdf-spoken = { $code } as PDF, { $paper }
pdf-of = PDF, { $paper }
pdf-takes = The PDF takes Latin letters. For others, fill in this page and print it.
handbook-as-pdf = The handbook as PDF, { $paper }
link-with-size = { $link }: { $pages }, { $size }
kilobytes = { $size } kB
megabytes = { $size } MB
no-handbook-pdf = This copy of the handbook has no PDF files. Each page can be printed from the browser.
no-pack-pdf = On this copy of the handbook the pack cannot be had as one document. Open and print what it holds, one after the other.
what-it-holds = What it holds, in order
paper-us = Letter
paper-a4 = A4
paper-large = Large print

# The form
stays-on-this-page = What you type stays on this page. It is not kept and not sent. It is gone when you close the page or load it anew. A saved file lies in the Downloads folder, where others who use this device can find it.
save = Save …
how-to-use-it = How to use it
without-scripts = You can fill in this page and print it. To save your answers, use the PDF, or turn scripts on.
this-sheet = This sheet
print = Print
print-the-letter = Print the letter
print-everything = Print everything
save-as-text = Save as text
save-for-later = Save to continue later
open-a-saved-file = Open a saved file
clear = Clear
# The name of a saved file, which others can see: it must tell nothing, and be letters, digits and hyphens.
saved-file = notes-{ $code }
saved-as = Saved as { $file } in the Downloads folder of this device. Others who use it can find it there.
no-saved-copy = This file is not a saved copy of { $code }. Nothing was changed.
answers-are-back = Your answers are back.
answers-are-back-but = Your answers are back, but the sheet has changed. See below what has no place any more.
answers-without-a-place = From your file, without a place on this sheet:
not-saved = Not saved
clear-everything = Clear everything on this sheet?
go-and-lose-it = What you typed is not saved. If you go on, it may be gone.
open-and-lose-it = What you typed is not saved. If you open the file, it is gone.
keep-what-is-here = Stay here
go-without-saving = Go on without saving
open-the-file = Open the file
save-as-csv = Save as CSV
sheet-is-blank = The sheet is blank.
row = row { $number }
scale-end = { $number } =
site-name = Alongside
license-credit = Alongside, a handbook for families
# At the foot of whatever is handed out.
credit-line = { license-credit }, { license-name }

# Paper
document-title = Alongside { $code }
take-care-run-in = Take care.
before-you-start = Before you start.
qr-code = QR code that opens this sheet: { $address }
page-of-pages = Page { $page } of { $pages }
contents = Contents
index = Index
by-code = By code
by-term = By term

# What an observer can tick
fidelity-acts = What was done
fidelity-done = Done
fidelity-in-part = In part
fidelity-not-done = Not done

# Forms for practice
no-lawyer = No lawyer has seen this form. Have it checked against the law of your state or country before you use it:
add-up = Add up saved records
add-up-how = Choose saved files of { $code }, the newest one of each case. They are read on this page alone: nothing is kept, and nothing is sent. What was asked in words is counted, never shown. Answers to what this release does not ask are not counted.
add-up-few = Counts of a few people can show who they are. Keep them inside your practice.
add-up-choose = Choose files
add-up-asked = Asked
add-up-counted = Counted
add-up-of = { $count } of { $of }
add-up-answered = { $count } of { $of } answered
add-up-left = { $count } of { $of } files were left out. They are no saved copies of { $code }.
add-up-save = Save the sum as CSV

# Cards to cut out
cards-to-cut-out = Cards to cut out:
cards-for-a-wallet = Four cards for a wallet
cards-for-a-wallet-how = Print it at full size (100 %). Cut along the solid lines. Fold along the dashed line, with the words inside. What you type into one card stands in all four.
cards-outside = The outside of the four cards
cards-outside-how = Print this page on the back of page 1. Without it, the outside stays blank.
cards-to-hang-up = Two cards to hang up
cards-to-hang-up-how = Cut along the solid lines. Hang one where every adult at home finds it. Inside a cupboard door, visitors do not see it.

# Letters
do-not-use-it-when = Do not use it when
think-first = Think first
before-it-is-read = Before it is read or sent
i-have-checked = I have checked
the-letter-follows = The letter is on the next page. Click into a bracket to write. Take this page out before you print.
with-colon = { $words }:
read-an-example-first = Read an example first
write-it-here = Write it here
answers-go-in = What you write under “Think first” goes in at its place by itself.
a-beginning = A beginning. Put your own words in place of the brackets, and change what you like.
your-letter = Your letter
# In a saved text, between the letter and what was noted and ticked beside it.
own-notes = My own notes. They are not part of the letter.
an-example = An example
# In a pack, in which the example itself does not stand.
example-first = Read an example first, of people who do not exist: { $address }
made-up = Made up. The people in it do not exist.
