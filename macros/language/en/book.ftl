# The whole handbook as a book.

book-for-whom = A handbook for families of someone who uses alcohol or other drugs
# Beside a reference
book-page = (p. { $page })
book-coded-page = ({ $code }, p. { $page })
line-in-short = { $name } ({ $places }): { $way }

# The page behind the cover
book-advice-title = No advice for one person
book-advice = This book is not medical advice and not legal advice. It cannot know your family. In an emergency call first, and read afterwards.
book-checked-title = Who has checked it
book-unchecked = Nobody outside the project has reviewed these pages yet.
book-checked = { $read ->
    [one] Of { $all } entries, one has been reviewed by someone outside the project.
   *[other] Of { $all } entries, { $read } have been reviewed by someone outside the project.
}
book-basis-title = What it rests on
book-mistake-title = You found a mistake
book-mistake = Please tell whoever publishes this copy.
book-mistake-to = Please tell whoever publishes this copy: { $contact }.
book-license-title = Sharing it
book-license-short = Creative Commons Attribution 4.0
book-license = The text may be copied, shared and changed if its origin is named: Creative Commons Attribution 4.0 (creativecommons.org/licenses/by/4.0). The typeface is Atkinson Hyperlegible, made by the Braille Institute for readers with low vision.
book-address-title = Where it stands
book-address = { $address }
book-pages-title = Codes and pages
book-pages = A code such as S01 names an entry. Beside it is the page. All codes stand in the index at the end.
