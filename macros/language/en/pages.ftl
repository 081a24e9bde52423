# What pages and sheets say beside their content.

# Between the parts of a list, and before the last of them.
join = {", "}
join-or = {" or "}
join-comma-or = {", or "}
join-and = {" and "}

# The parts of an entry
also-called = Also called: { $names }.
in-plain-words = In plain words
what-may-be-going-on = What may be going on
do-this-now = Do this now
a-start-in-five-minutes = A start in five minutes
the-goal = The goal:
when-it-fits = When it fits
what-is-different = What is different here
settled-first = What is settled first
no-meeting-when = When there is no meeting, and who leads
whom-to-bring-in = Whom to ask or bring in
law-to-check = Law and rules to check where you are
what-to-record = What to write down
what-it-means-for-the-family = What it means for the family
when-another-goal-fits = When another goal fits better
what-follows = What follows
when-it-may-suit = When it may suit
when-another-way-is-better = When another way is better
what-it-rests-on = What it rests on
what-falls-to-you = What falls to you, stage by stage
what-helps-in-this-role = What helps in this role
what-it-is-good-for = What it is good for
when-to-get-more-help = When to get more help
what-it-is-for = What it is for
when = When
step-by-step = Step by step
next-steps = Next steps
words = Words to try
words-to-try = Try
words-to-avoid = Better left unsaid
quotation-mark-before = “
quotation-mark-after = ”
take-care = Take care
use-with = Use with
used-in = Used in
where-to-go-next = Where to go next
where-it-belongs = Where it belongs
what-its-makers-claim = What its makers claim

for-professionals-and-sources = For professionals, and sources
about-this-page = About this page
read-on = Read on
take-with-you = Take with you
more-to-take = More to take with you ({ $count })
# At the end of an entry on paper that is handed out.
more-with-sources = More, with sources: { $address }
sheets-for-this = Worksheets and letters for this
pack-facts = Pack · { $parts } parts
sheet-facts-coded = { $code } · { about-minutes-short } · { pages }

# Groups of situations
door-danger = A life may be in danger
door-use = They drink or use
door-talk = Talking with them
door-care = Treatment, court, and coming home
door-family = You and the family
door-money = Money

# Facts about a model
does-the-person-know = Does the person know before?
openness-invited = Yes, they are invited
openness-no-meeting = They are not asked to a meeting
openness-surprise = No, it is a surprise
openness-in-stages = Yes, it goes in stages
openness-not-fixed = Not fixed: it is decided each time
people = People
time = Time
cost = Cost

# Headings of columns, where entries are side by side
field-openness = Is the person told?
field-differs = What is different
field-first = First
field-who = Who is asked
field-record = What to record
field-people = People
field-meeting = Is a meeting needed?
field-leader = Is a trained leader needed?
field-after-no = After a no
fits-fits = Fits
fits-possible = Possible
fits-avoid = Better not
goals-and-ways = Goals and ways
ways-and-risks = Ways and risks
techniques-and-ways = Techniques and ways
people-and-stages = People and stages
the-goal-column = Goal
the-way-column = Way
the-technique-column = Technique
the-role-column = Who
found-compared = Compared with { $what }.
found-out-of = Out of { $count } people or families in all.
compare-choose = Choose two or three ways
compare-all = Show all
ways-to-hold-it = Ways to hold it
can-serve-these-goals = Can serve these goals
how-it-fits = How well it fits, and why
what-it-means-for-it = What it means for this way
part-of-these-ways = Part of these ways
what-they-do = What they do
sheets-of-its-own = Sheets
field-time = Time
field-cost = Cost
field-suits = Suits
field-suits-not = Suits not
field-evidence = What was found
field-goal = Goal
field-fits = Fits
field-fits-not = Fits not
field-purpose = Purpose
field-title = Title
field-summary = Summary
field-also-called = Also called
field-say = Words to try
field-avoid = Words to avoid
field-law = The law to check
field-cautions = Take care
field-claimed = Claimed by its makers
field-qualities = What helps
field-good-for = Good for
field-more-help = When to get more help
field-filled-by = Filled in by
field-strip = Safety first
field-before-use = Before use
field-not-when = Not when
side-by-side = { $what } side by side
grade-for = (Grade { $grade } for { $outcome }.)
short-openness-invited = invited
short-openness-no-meeting = no meeting
short-openness-surprise = surprise
short-openness-in-stages = in stages
short-openness-not-fixed = not fixed

# Drawings: what stands under them, and what they say to those who do not see them
drawing-unchecked = Nobody who teaches first aid has checked this drawing yet.
openness-title = How open is it?
openness-scale = A line leads from “{ $first }” over “{ $middle }” to “{ $last }”.
openness-of = { $model }: { $openness }.
dots-title = Each dot stands for 10 of 100.
dots-row = { $count } of 100 { $group }
stage-line-title = The way in { $count } stages
stage-line-says = The way has { $count } stages: { $stages }.
stage-line-beside = “{ $stage }” comes in the place of “{ $beside }”.
stage-line-back = From “{ $stage }” the way can lead back to “{ $to }”.
stage-line-here = You are at stage { $number } of { $count }: { $stage }.

# Evidence and sources
what-is-known = What is known
grade-is = { $grade } · { $label }
finding-for = For: { $outcome }
tested-with-a-professional = tested with a professional
tested-as-a-book = tested as a book
practice-advice = Practice advice
sources = Sources
undated = undated
# How authors are listed in sources.yml, where not all are named, and how they are cited.
and-others = and others
first-and-others = { $author } { and-others }
cited = { $authors }, { $year }
rest-is-practice = What has no source beside it is practice advice.
all-is-practice = This page is practice advice: no study stands behind it.
finding-column-for = For
finding-column-grade = Grade
finding-column-finding = Finding
finding-column-source = Source
finding-column-people = Out of
finding-column-compared = Compared with
finding-column-tested = How tested
outcomes-of = What was found: { $title }
people-in-all = { NUMBER($count) } in all groups
not-told = Not stated
not-compared = None named
grade-and-label = { $grade }: { $label }

# The list of sources
studies-of-kind = { $kind } ({ $count })

# The page of a source
what-it-can-show = What it can show
what-it-cannot-show = What it cannot show
it-can-show = It can show:
it-cannot-show = It cannot show:
the-record = The record
kind-of-publication = Kind of publication
study-randomized-trial = randomized trial
study-meta-analysis = meta-analysis
study-systematic-review = systematic review
study-observational-study = observational study
study-uncontrolled-study = uncontrolled study
study-survey = survey
study-guideline = guideline
study-official-page = official page
study-law = law
study-article = article
study-provider-page = provider page
study-book = book
doi = DOI
pubmed = PubMed
pubmed-central = PubMed Central
address = Address
confirmed = Confirmed
confirmed-how = { $where }: { $how }
confirmed-c = in a published record
confirmed-s = second hand only

# The state of an entry
code = Code
release = Release
compared = Compared with its sources
reviewed = Reviewed
reviewed-by = { $date } by { $role }: { $verdict }
not-reviewed = by nobody outside the project yet
verdict-right = right
verdict-right-with-changes = right with changes
verdict-wrong = wrong
changed-on = Changed { $date }
data = Data
more-of = More { $what }
before = Before
next = Next

# Safety
first-alone = First, alone:
danger-now = Danger now:
more-numbers = More numbers
life-in-danger = Cannot be woken, not breathing, a seizure, violence, or about to die?
elsewhere = Other countries
numbers-to-call = Numbers to call
all-lines = All helplines
source-is = Source { $number }
safety-box = Safety: { $title }
whom-to-call = Whom to call about this
safety-first = Safety first
press = press { $key }
number-press = { $number }, press { $key }
call-or-text = call or text
way-call = Call { $number }
way-text = Text { $number }
way-text-word = Text { $word } to { $number }
way-chat = Chat online
way-chat-at = chat at { $address }

# First aid
in-short = In short
first-aid-signs = How to know it
first-aid-steps = Until help comes
first-aid-stop = When to stop
first-aid-never = What not to do
first-aid-not = Not to be confused with
first-aid-afterwards = Afterwards
first-aid-more = Step by step: { $title }
no-substitute = It is no substitute for a first-aid course. What has no source beside it is practice advice.

# Helplines
helpline-call-note = After the call is answered: { $what }.
helpline-hours = Hours: { $what }.
helpline-languages = Languages: { $what }.
helpline-text-languages = By text: { $what }.
helpline-tty = Text telephone: { $what }.
helpline-page-date = Date of the page: { $date }.
helpline-page-undated = The page bears no date.
sentence = { $words }.
topic-is = { $topic }:

# Words we choose
words-we-choose = Words we choose
you-may-hear = You may hear
we-write = We write
why = Why

# Releases
since-release = Since release { $name }
release-of = Release { $name } is of { $date }.
nothing-changed = Nothing has changed.
first-release = This is the first release. Nothing has changed yet.
new = new.
changed-first-aid = First aid
changed-pages = Page
count-of = { $count } of { $all }

# For authors
form-entry = Entries
form-list = Lists of the library
form-single = Single records of the library
form-page = Hand-written pages
fields-of = { $kind }: its fields
fields-of-about = Every field of a record of one kind with its help: { $kind }.
field-needed = { $takes }, needed
its-fields = Its fields
it-can-be = It can be:

# The reference layer
read-manual = The manual was read.
read-articles = Published articles were read, no manual.
read-abstracts = Abstracts were read, no manual.
read-web-pages = Web pages of those who offer it were read, no manual.
read-nothing-of-its-own = Nothing was found that is about this way alone, and no manual was seen.
may-never = Never
may-only-with = Only with
may-possible = Possible
practice-of = { $what }: in practice
practice-of-about = { $what } for professionals: how it is practiced, indications, risks, procedure, fidelity, records and ethics.
practice-family-page = For families, and with all sources:
practice-as-practiced = As practiced elsewhere
practice-our-change = What this handbook changes
practice-indications = Indications
practice-risks = Contraindications
practice-dose = Dose
practice-procedure = Procedure
practice-fidelity = Fidelity: what an observer can tick
practice-errors = Common errors and their repair
practice-record = What to record
practice-ethics = Consent and ethics
practice-competence = Competence
practice-quoting = Quoting the outcomes fairly
may-it-be-used = May it be used?
name-of-a-risk = Risk
what-goes-wrong = What goes wrong
its-repair = Its repair
count-of-kind = { $kind } ({ $count })

# What changed in the evidence
evidence-of-release = Release { $name }
evidence-regraded = New grades
evidence-changed = Changed findings and sources
evidence-new-finding = New findings
evidence-new-source = New sources
grade-changed = Grade { $before } became { $after }.
evidence-grade-is = Grade { $grade }.
evidence-feed = What changed in the evidence: { $site }

# For programs: whom the pages are for
linked-audience = Families of people who use alcohol or other drugs
