"""English words that rules look for, British usage."""

from __future__ import annotations

from filrouge.domain.coherence.words import RuleWords
from filrouge.domain.language.lexicon import listed

WORDS = RuleWords(
    total=listed("total* | subtotal* | sub-total* | sum | grand total | overall total"),
    of_which=listed("of which | including | incl"),
    rate=listed("""
        rate | average | mean | ratio | percentage | per cent | percent | index | change | variance | price | share
    """),
    money=listed("euro | euros | eur | keur | meur"),
    people=listed("""
        fte | ftes | full-time equivalents | full-time equivalent | staff | employees | officers | posts | people
        civil servants
    """),
    percent=listed("per cent | percent"),
    of=listed("of | of the | in | in the"),
    about=listed("""
        about | around | approximately | some | nearly | almost | more than | less than | over | at least | roughly
    """),
    total_budget=listed("""
        total budget | overall budget | whole budget | entire budget | budget as a whole | total appropriations
        total of the budget | general budget
    """),
    budget=listed("""
        budget* | appropriation* | credit* | grant* | subsid* | expenditure* | spending | revenue* | fund | funds
        envelope*
    """),
    such_as=listed("""
        such as | namely | in particular | among others | including | for example | for instance | notably
    """),
    analysis=listed("""
        analysis | analyses | swot* | environmental scan | diagnosis | stocktaking | survey | study
        baseline measurement | scanning
    """),
    made=listed("""
        carried out | conducted | made in | drawn up | dates from | dating from | dates back to | updated | produced
        completed | performed | prepared
    """),
    decided=listed("decided | set | fixed | determined | approved | adopted"),
    copy=listed("copy | copies | sent | forwarded | transmitted | communicated | delivered | notified"),
    inspector=listed("inspector general | inspector-general | general inspectorate | inspectorate general | aig"),
    law=listed("""
        act of | law of | royal decree | ministerial decree | exodus | pjpol | article 72 | art. 72 | police act
        police function act | integrated police act | new municipal act
    """),
    zone=listed("police zone | police zones | chief of police | local police | chief of corps"),
    national_plan=listed("""
        national security plan | national security plans | nsp | pns | national and zonal security plan
    """),
    zonal_plan=listed("""
        zonal security plan | zonal security plans | zsp | pzs | local security plan
        national and zonal security plan | zonal plan
    """),
    integrity=listed("integrity"),
    other_integrity=listed("""
        physical integrity | bodily integrity | sexual integrity | personal integrity | data integrity
        integrity of data | integrity of the data | territorial integrity | integrity of the person
        system integrity
    """),
    integrity_policy=listed("""
        integrity policy | integrity plan | integrity management | integrity charter | policy on integrity
    """),
    means_units=listed("""
        fte | ftes | full-time equivalents | members of staff | staff | employees | officers | inspectors | posts
        euro | euros | eur | keur | million | vehicles
    """),
    means_headings=listed("""
        means | resources | budget | budgets | funding | finances | financial framework | staffing | headcount
        establishment
    """),
    guidance=listed("""
        describe | indicate | state | specify | explain | formulate | name | provide | mention | determine | define
        identify | use this section | please | list | give | insert | complete | set out | summarise | outline
        in this section | under this heading | the holder may
    """),
    example=listed("for example | e.g | example | examples | non-exhaustive list | by way of example"),
    fill_in=listed("""
        to be completed | to be filled in | to be determined | to be defined | to be confirmed | to be inserted
        insert | fill in | to be written | to be specified | your text | to be added | to be announced
    """),
    annex=listed("annex | annexes | appendix | appendices"),
    section=listed("section | chapter | part | point | title"),
    table=listed("table | figure"),
    refers=listed("""
        see | cf | refer* | referred | set out | listed | found | given | attached | enclosed | described | shown
        presented | mentioned | detailed | above | below | as indicated | contained
    """),
    acts=listed("""
        act | law | laws | decree | decrees | regulation | directive | circular | ordinance | agreement | convention
        code | treaty | protocol | constitution | manual | framework note | report
    """),
    addendum=listed("addendum | addenda | supplement"),
    added=listed("""
        inserted | added | completed | attached | included | annexed | supplied | specified | developed
        communicated
    """),
    later=listed("""
        later | at a later stage | subsequently | in due course | shortly | in an addendum | at a later date
        in the near future
    """),
    will=listed("will | shall | is to be | are to be | still has to | still have to | is still to | are still to"),
    contents=listed("table of contents | contents | outline"),
    list_of_annexes=listed("list of annexes | list of appendices | annexes | appendices"),
    titles=listed("""
        mrs | mr | ms | miss | doctor | dr | professor | prof | colonel | commissioner | chief commissioner
    """),
    alias=listed("""
        hereafter | hereinafter | henceforth | abbreviated | abbreviated as | also called | also known as | known as
        or | called | in short
    """),
    priority=listed("priority | priorities"),
    objective=listed("objective | objectives | goal | goals"),
    broken_down=listed("""
        broken down | translated | divided | split | cascaded | turned into | elaborated | specified
    """),
    unit=listed("""
        directorate | directorate-general | department | division | unit | service | services | office | cell
        secretariat | bureau | centre | cabinet
    """),
    frequency=listed("""
        monthly | quarterly | yearly | annual* | weekly | half-yearly | daily | every | each | per | permanent*
        continuous* | ongoing | regular* | immediate* | spring | summer | autumn | winter | quarter | semester
    """),
    reports=listed("reports to | report to | reported to | reviewed | evaluat* | assess*"),
    relative=listed("after | before | upon | on | following | as from | once | within | at the time of | from"),
    adoption=listed("""
        signature | adoption | approval | validation | entry into force | signed | approved | adopted | signing
    """),
    operational_plan=listed("operational plan | operational plans"),
    runs=listed("ends | runs | expires | covers | lasts"),
    begins=listed("enters into force | takes effect | begins | starts"),
    plan=listed("plan | security plan | programme | mission letter | strategic plan | action plan"),
    plan_codes=("PNS", "PZS", "NSP", "ZSP"),
)  # fmt: skip
