# What is around every page of the site, and on the page of an address that does not exist. All that can be filled in is named here:
# the release's name, and the emergency numbers.

# The way out, and help
leave-and-help = Leave, and help
leave-this-page = Leave this page
# What the window is called while the reader leaves
leaving = Loading
# While Shift is pressed three times. The script puts the number of presses in place of "#".
leave-count = Leave: Shift # of 3
skip-to-content = Skip to content
go-to-emergency = Emergency
go-to-helplines = Helplines
go-to-situations = All situations
go-to-all-pages = All pages, A to Z
go-to-top = Back to the top

# Head and navigation
menu = Menu
handbook = Handbook
on-this-page = On this page
edit-this-page = Edit this page

# Above a page about violence or suicide
history-keeps = The address of this page stays in your browser’s history.
history-how = What you can do about it

# Search
search = Search
search-in = This handbook
search-close = Close
search-how = Say it your own way. Spelling does not matter.
search-busy = Searching …
search-none = Nothing found. Try one plain word, or go on from here:
# The list of what was found, as a screen reader calls it.
search-found = What was found
search-one = 1 page found
# The script puts the number in place of "#".
search-other = # pages found
search-most = The # best pages
search-failed = The search did not load. Please check the connection and type again, or go on from here:

# Words explained
all-words = All words

# The foot
what-this-is = A handbook for families. Not medical or legal advice.
about-this-handbook = About this handbook
go-to-about = About
go-to-privacy = Privacy
go-to-changes = What changed
license-of-texts = Text:
license-name = CC BY 4.0
license-of-the-rest = Code: MIT. Fonts: SIL OFL 1.1.
release-is = Release { $release }.

# The page of all codes. The script puts the code in place of "#".
codes-asked = Your codes
codes-unknown = No page has the code #.
codes-near = Did you mean:
codes-together = Make one document of these

# What is for professionals
print-part = Print this part alone

# The page of an address that does not exist
missing-title = Page not found
missing-about = This page is not here. Emergency numbers and the way back.
missing-leave = Leave
missing-heading = This page is not here
missing-comfort = The address may have changed, or a letter went missing. You did nothing wrong.
missing-ways-on = Ways on
missing-start = Start page
missing-codes = Find a page by its code
