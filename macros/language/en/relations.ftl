# Headings of lists of related records. Each relation has two: as its page names the other, and as the other is named.

relation-belongs-to = Belongs to
relation-goes-well-with = Goes well with
relation-helps-these-people = Helps these people
relation-helps-when = Helps when
relation-in-this-pack = In this pack
relation-leads-to-these-letters = Leads to these letters
relation-looking-after-yourself = Looking after yourself
relation-packs = Packs
relation-people-in-it = People in it
relation-read-next = Read next
relation-see-also = See also
relation-sheets-to-do-first = Sheets to do first
relation-takes-part-in-these-models = Takes part in these models
relation-techniques-for-it = Techniques for it
relation-techniques-in-it = Techniques in it
relation-use-with = Use with
relation-used-by-these-people = Used by these people
relation-used-for-these-goals = Used for these goals
relation-used-in = Used in
relation-used-in-these-cases = Used in these cases
relation-used-in-these-models = Used in these models
relation-used-with = Used with
relation-ways-to-hold-it = Ways to hold it
relation-worksheets = Worksheets
