# What the site says around its pages.

locale = en-US

moved-title = Moved - Alongside
moved-about = This address leads to another page of the handbook.
moved-heading = This page is here
moved-go-on = Go on to the page
a-source-of-the-handbook = A source of the handbook: { $title }
