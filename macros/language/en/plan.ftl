# The page of the plan, and the pack that is made on it.

plan-number = { $number }.
plan-pack = As one document:
plan-two-ways = Two ways, both open to you
plan-next = Next
plan-back = Back
plan-choose = Choose the answer that comes closest.

# The list
plan-list = Your list
plan-open = Open
plan-always-first = Always first.
plan-add = Add another sheet or letter
plan-unknown = This copy has no sheet with the code #.
plan-ready = Or take a ready pack
plan-empty = Nothing is chosen. Tick at least one sheet or letter.
plan-again = Back to the questions
plan-print-list = Print this list
plan-to-read = To read
plan-in-order = What is in it

# One document of the chosen sheets
plan-make-heading = Make one document of them
plan-make-about = The sheets and letters that are ticked, one after the other, to print or to save as a PDF. It is made in this page alone. Nothing is kept or sent.
plan-name = A first name, or the name of your practice, for the cover
plan-telephone = A telephone number for the cover
plan-may-be-empty = Both may stay empty.
plan-paper = Paper
plan-make = Make my pack
plan-making = One moment …
plan-choose-country = Choose a country first, so that the right numbers are printed.
plan-made = Your pack is ready below. You can fill it in before you print it.
plan-failed = The sheets could not be fetched. Check the connection and try again, or open them one by one:
plan-on-a-disk = This copy lies on a disk. There a page cannot fetch others, so no document can be made of them. Open the sheets one by one, or take a ready pack:
plan-all-packs = All ready packs
plan-this-pack = Your pack
plan-print = Print or save as PDF
plan-back-to-list = Back to the list
plan-clear = Clear
plan-no-number = the number for this in your country

# A link to pass on
plan-link-heading = Pass it on
plan-link-about = The link holds the codes alone: no name, no answer. Who opens it finds the same sheets and letters.
plan-link = The link
plan-copy = Copy the link
plan-copied = Copied.
plan-not-copied = Please copy the link by hand.
