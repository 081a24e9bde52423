# How a page is cited.

cite-this-page = Cite this page
cite-this-publication = Cite this publication
cite-release = release { $name }
cite-joined = { "; " }
cite-day = { $year }, { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $day }
cite-bib = BibTeX
cite-ris = RIS
