"""English words, as plans and reports of Belgian and European administrations write them."""

from __future__ import annotations

from filrouge.domain.language.lexicon import (
    DateWords,
    DeadlineWords,
    FactWords,
    FigureWords,
    Lexicon,
    listed,
    spaced,
)

STOP_WORDS = frozenset(
    spaced("""
        a about above after again against all also although an and any are as at be because been before being
        below between both but by can cannot could did do does done down during each either for from further had
        has have having he her here hers him his how however i if in into is it its itself may me might more
        most must my neither no nor not of off on once only or other our ours out over own per same shall she
        should since so some such than that the their theirs them then there these they this those through thus
        to too under until up upon us very was we were what when where whether which while who whom whose why
        will with within without would you your yours
    """)
)

NUMBERS = {
    **{w: n for n, w in enumerate(spaced("one two three four five six seven eight nine ten eleven twelve"), 1)},
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20, "thirty": 30,
    "forty": 40, "fifty": 50, "hundred": 100,
}  # fmt: skip

DATES = DateWords(
    months=tuple(
        listed(month)
        for month in (
            "January | Jan", "February | Feb", "March | Mar", "April | Apr", "May", "June | Jun", "July | Jul",
            "August | Aug", "September | Sept | Sep", "October | Oct", "November | Nov", "December | Dec",
        )
    ),
    quarters=listed("quarter"),
    halves=listed("half | semester | half-year"),
    seasons=(listed("spring"), listed("summer"), listed("autumn | fall")),
    firsts={
        "start": listed("early | the start of | the beginning of | start of | beginning of | beginning"),
        "middle": listed("mid | middle of | the middle of"),
        "end": listed("end of | the end of | end | the end | late"),
    },
    ordinals=(
        listed("first | 1st | 1"), listed("second | 2nd | 2"), listed("third | 3rd | 3"), listed("fourth | 4th | 4"),
    ),
    last=listed("last | final"),
    links=listed("of | of the year | in | in the year | the year"),
)  # fmt: skip

DEADLINES = DeadlineWords(
    leads=listed("""
        by | by the | by no later than | no later than | not later than | at the latest by | by the latest | before
        before the | ahead of | prior to | at the latest on | at the latest in | due by | due | due on
        at the latest | latest by | on or before | with a deadline of | deadline of | to be completed by
        by the year
    """),
    before=listed("before | before the | ahead of | prior to"),
    starts=listed("""
        from | from the | as from | as of | as of the | starting in | starting on | starting from | beginning in
        since | with effect from | start | start date | start in | starts in | starts on | no earlier than
    """),
    weak=listed("""
        in | during | in the course of | over the course of | throughout | in the | on | at | within
        until | until the | up to
    """),
    after=listed("at the latest | latest"),
    spans=listed("""
        within | within the next | within a period of | within a maximum of | within no more than | in the next
        in under | no later than
    """),
    units=listed("""
        hours | hour | days | day | working days | calendar days | weeks | week | months | month | years | year
    """),
    ends=listed("""
        the end of the legislature | end of the legislature | the end of the parliamentary term
        the end of the year | end of the year | year-end | year end | the end of this year | next year
        the end of next year | the end of the quarter | the next legislature
    """),
    own_ends=listed("""
        the end of the plan | end of the plan | the end of this plan | the end of the plan period
        the end of the planning period | the end of the period | the end of the cycle
        the end of the planning cycle | the end of the plan's period | the end of the mandate
        end of the mandate | the end of the term of office | end of term | the end of the term
        the end of my mandate | the end of his mandate | the end of her mandate
    """),
    middles=listed("""
        mid-mandate | at mid-mandate | halfway through the mandate | midway through the mandate
        the middle of the mandate | in the middle of the mandate | halfway through the term of office
        halfway through the plan | midway through the plan | halfway through the term | halfway through my mandate
    """),
    feasts=listed("""
        easter | whitsun | christmas | all saints | the new year | new year | the summer holidays | the summer break
        the easter holidays | the christmas holidays | the school year | the start of the school year
    """),
    moments=listed("within the year | within the month | within a year | within a month"),
    periodic=listed("""
        annually | every year | each year | yearly | once a year | monthly | every month | each month | weekly
        every week | quarterly | every quarter | each quarter | twice a year | three times a year
        four times a year | every six months | every three months | every two years | half-yearly | biannually
        on a yearly basis | on an annual basis | on a monthly basis | daily | once a month | at least once a year
        twice yearly | per quarter
    """),
    notices=listed("""
        deadline | deadlines | due date | target date | timing | timeline | by when | when | completion date
    """),
    past=listed("""
        was | were | has been | have been | had | has | have | did | since | launched | rose | fell | increased
        decreased
    """),
    past_form=r"(?!)",
    future_form=r"(?!)",
    stated=listed("""
        is | are | amounts | amount to | counts | represents | represent | consists | stands at | equals
    """),
    accented=(),
    cited=listed("""
        law of | act of | decree of | royal decree of | ministerial decree of | circular | directive | situation on
        situation at | as at | as of | version | edition | official gazette of | figures for | budget | plan
        framework note | vision | agenda | agreement of | programming | cycle | statistics | data | report
        annual report
    """),
)

FACTS = FactWords(
    adopted=listed("""
        approved | adopted | validated | endorsed | ratified | signed off | signed | approval | adoption
        validation | approves | adopts | confirmed | determined | established by
    """),
    bodies=listed("""
        police council | municipal council | city council | provincial council | zonal safety council
        zonal security council | national security council | council of ministers | police college
        college of mayor and aldermen | college of the mayor and aldermen | municipal college | management committee
        executive committee | steering committee | minister of the interior and justice | minister of the interior
        minister of justice | minister | coordination committee | ministers of the interior and justice
        federal government | government | house of representatives | parliament | board of directors
        management board | commissioner general | mayor | governor | general assembly | king
        board of prosecutors general | secretary of state
    """),
    sessions=listed("""
        meeting | session | sitting | public | ordinary | extraordinary | unanimously | vote | votes | unanimity | date
    """),
    spell=listed("""
        period | for the period | for the years | years | covering | covers | runs from | valid for | valid from
        cycle | from | for | between | over the period | spans | mandate | term of office
    """),
    plans={
        "letter": listed("mission letter | letter of mission | mission letters"),
        "zonal": listed("zonal security plan | zonal safety plan | local security plan"),
        "national": listed("national security plan"),
        "strategic": listed("strategic plan | management plan | administration contract | corporate plan"),
        "operational": listed("operational plan | action plan | annual plan | operating plan"),
        "integrity": listed("integrity policy | integrity plan"),
        "policy": listed("multi-year plan | policy plan | framework note | coalition agreement | security plan"),
    },
    tails=listed("""
        on | concerning | relating to | establishing | laying down | regulating | organising | regarding
    """),
    drafts=listed("will be | shall be | submitted | must be | should be | draft | to be | subject to"),
    itself=listed("""
        this | the present | the plan | the letter | the document | it was | it has been | of the plan
        of the letter | this plan
    """),
    other_plans=listed("""
        previous | former | earlier | preceding | next | future | new | replaces | replaced | succeeds | extend*
        programming | government* | fund* | european | last
    """),
    terms=listed("""
        mandate | mandates | mission letter | term | duration | term of office | appointed | appointment | renewable
    """),
    years=listed("years | year"),
    starts=listed("""
        from | as from | as of | starting on | starts on | started on | begins on | began on | beginning on
        with effect from | takes effect on | took office on | takes office on | oath on | sworn in on | appointed on
        appointed from | start date | start of the mandate | date of appointment | commencing on | effective from
        effective
    """),
    acts=listed("""
        law | act | special act | programme act | coordinated laws | royal decree | ministerial decree | decree
        ordinance | circular | ministerial circular | directive | regulation | royal decrees | cooperation agreement
        government order
    """),
    of=listed("of | dated"),
    article_words=listed("article | articles | art | section"),
    codes=listed("""
        PJPol | EXODUS | LPI | new municipal act | constitution | criminal code | code of criminal procedure | gdpr
        code of ethics | civil code | police function act | integrated police act | judicial code
    """),
    entities=listed("""
        police zone | local police | federal public service | fps | directorate general | general inspectorate
        rescue zone
    """),
)

FIGURES = FigureWords(
    bounds=listed("""
        at least | at most | no more than | not more than | no fewer than | no less than | a minimum of | a maximum of
        minimum | maximum | up to | max. | min. | max | not less than | not fewer than | minimum of | maximum of
    """),
    ages=listed("""
        child of | children of | baby of | babies of | minors of | girl of | boy of | girls of | boys of | man of
        woman of | men of | women of | people of | age of | aged | young people of | puppy of | older than
        younger than
    """),
    aged=listed("old | of age | and over | or over | and older | or older | or younger"),
    the=listed("the | these | those | our | their | its"),
    counted=listed("""
        patrol* | officer* | inspector* | vehicle* | check* | operation* | training* | meeting* | project* | person*
        people | employee* | member* | day* | hour* | month* | week* | camera* | campaign* | district* | exercise*
        session* | audit* | report* | team* | post* | position* | recruit* | complaint* | file* | offence* | action*
        indicator* | investigation* | visit* | intervention* | accident* | victim* | school* | municipalit*
        building* | dwelling* | year* | time* | unit* | partner* | bicycle* | staff
    """),
    units=listed("""
        FTE | FTEs | full-time equivalents | full-time equivalent | EUR | euro | euros | KEUR | k€ | m€ | € | %
        per cent | percent | km | m² | m2 | kWh | hours | hour | days | day | minutes | minute | months | month
        years | weeks | points | tonnes | CO2 | litres | percentage points | working days
    """),
    scales={"thousand": 3, "million": 6, "billion": 9},
    measures=listed("""
        number of | the number of | percentage of | percentage | share of | proportion of | rate of | detection rate
        clear-up rate | average duration | average time | average number | response time | lead time
        satisfaction rate | satisfaction level | score | index | ratio | volume of | average cost | absence rate
        total number of | the rate of | turnover | rate | coverage of
    """),
    ranges=listed("to | and | - | up to"),
    numbered=listed("""
        article | articles | art | page | pages | p | pp | no | number | chapter | section | point | annex
        appendix | table | figure | note | tel | phone | telephone | fax | on the number | col | gpi | plp | zpz
        cp | paragraph | part | axis | objective | priority | theme | phase | step | version | sheet | so | oo
        postcode | street | § | action | level | pillar | cluster | question | file | footnote | goal | item
    """),
    measured=listed("""
        recorded | registered | counted | measured | carried out | drawn up | handled | solved | reported | stood at
        amounted
    """),
    unmeasured=listed("a | large | great | certain | small | this | any"),
    labels=listed("""
        indicator | indicators | kpi | kpis | performance indicator | performance indicators | baseline
        result indicator
    """),
    stops=listed("""
        which | that | who | whose | to | will | shall | is | are | was | were | has | have | must | should | by
        compared | so | when | before | until
    """),
    joins=listed("""
        is | was | amounts to | amounted to | to | at | : | = | stands at | stood at | reaches | reached | equals
        rose to | fell to
    """),
)

LEXICON = Lexicon(
    language="en",
    stop_words=STOP_WORDS,
    numbers=NUMBERS,
    swot={
        "strength": listed("strengths | strength | strong points"),
        "weakness": listed("weaknesses | weakness | weak points | points for improvement"),
        "opportunity": listed("opportunities | opportunity"),
        "threat": listed("threats | threat"),
    },
    possessives=listed("our | the | its | main | key | internal | external | your | their"),
    are=listed("are | are the following | are as follows | is | identified | following"),
    lead_in_verbs=listed("""
        are | includes | include | comprises | comprise | consists of | consist of | aims to | aim to | seeks to
        seek to | covers | cover | concerns | concern | rests on | rest on | provides for | provide for
        undertakes to | undertake to | intends to | wants to | will ensure
    """),
    lead_in_endings=listed("""
        following | the following | as follows | namely | in particular | among others | among other things
        such as | for example | below | hereafter | including | with a view to | in order to | that is | to this end
        the following ones
    """),
    abbreviations=listed("""
        art | arts | p | pp | e.g | i.e | etc | no | nos | mr | mrs | ms | dr | prof | st | vs | cf | approx | max
        min | fig | tab | ch | sec | vol | ed | est | incl | dept | insp | tel | al | ref | resp
    """),
    headings={
        "chapter": listed("chapter"),
        "part": listed("part"),
        "title": listed("title"),
        "section": listed("section | point | paragraph"),
        "annex": listed("annex | annexes | appendix | appendices"),
        "table": listed("table"),
        "figure": listed("figure | diagram | chart | map"),
        "theme": listed("theme | axis | phenomenon | domain | priority | cluster | pillar"),
    },
    everyone=listed("""
        all | everyone | all services | all directorates | all staff | all departments | all units | the whole staff
    """),
    vague_deadlines=listed("""
        in due course | in the long term | in the longer term | in the medium term | in the short term
        in the medium and long term | over time | gradually | progressively | step by step | in stages
        in the future | in the near future | in the coming years | over the coming years | in the years to come
        over the next few years | in the coming months | as soon as possible | as quickly as possible
        at the earliest opportunity | soon | shortly | eventually | sooner or later | at a later stage
        at a later date | when possible | where possible | if possible | continuously | in time
        in the foreseeable future | ultimately
    """),
    later=listed("""
        will be added later | will be inserted later | will be completed later | will be provided later
        to be added | to be completed | to be inserted | to be determined | to be defined | to be confirmed
        to be specified | tbd | tbc | will be added at a later stage | will be inserted at a later stage
        will be supplied later | under preparation | will be specified later | will be annexed later | being drafted
        will be communicated later
    """),
    means=listed("""
        means | resources | budget | budgets | appropriations | staffing | headcount | capacity | allocation
        funding | equipment | infrastructure | fte | ftes | financial resources | human resources
        material resources | available resources | vehicle fleet | resources made available | means made available
        staff establishment
    """),
    integrity=listed("""
        integrity | integrity policy | ethics | code of ethics | code of conduct | conflict of interest
        conflicts of interest | whistleblower | whistleblowers | deontology | deontological code
    """),
    obligations=listed("""
        must | shall | will | should | has to | have to | undertakes | undertake | commits | commit | intend
        aims to | aim to | need to | needs to | is required to
    """),
    dates=DATES,
    deadlines=DEADLINES,
    facts=FACTS,
    figures=FIGURES,
)  # fmt: skip
