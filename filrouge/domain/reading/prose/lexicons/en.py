"""English words by which a sentence binds."""

from __future__ import annotations

from filrouge.domain.reading.prose.cues import ProseWords, table

WORDS = ProseWords(
    cues=table("""
        binds 0.95: we undertake | we commit | we are committed | i undertake | i commit | undertakes to | commits to
            | commit ourselves | commit myself | we pledge | pledges to
            » The zone undertakes to call every complainant back
        binds 0.9: we will | i will | we shall | i shall | we want | i want | we intend | i intend | we wish | i wish
            | we aim | i aim | we plan to | we are going to | we seek | we strive | we focus on | we choose
            | we propose to
            » We want to reopen the evening desk
        binds 0.85: the zone intends | the zone wants | the force intends | the board wants | the town intends
            | the municipality wants | the council intends | the council wants | the zone will | the force will
            | the council will | the service will | the administration will
            » The council intends to double the number of wardens
        aims 0.85: our aim is | our goal is | our objective is | our ambition is | our intention is | my aim is
            | my goal is | our priority is
            » Our aim is to answer within ten days
        aims 0.75: the aim is | the goal is | the objective is | the intention is | aims to | is intended to | aim :
            | with the aim of
            » The aim is to reduce the delay to eight days
        must 0.75: we must | we have to | i must | we need to | it is for us to | it is up to us
            » We must simplify the reception
        must 0.7: must | has to | have to | needs to | need to | is to be | are to be | is necessary | ought to
            » The flow of information must improve
        will 0.7: will | shall | is planned | are planned | is scheduled | are scheduled | takes place | is due to
            » A second office will open at the station
        matters 0.6: it is important | it is essential | is essential | is crucial | is of great importance
            | matters to us
            » It is important that everybody is heard
        believes 0.6: we believe | our values | we are convinced | we stand for | we respect | we value
            | with respect for
            | we treat | at the heart of
            » We believe in a police close to people
        believes 0.65: we do not tolerate | we refuse | we leave nobody | is not negotiable | we admit our
            » We do not tolerate discrimination
        binds 0.85: decides to | decides that | decide to | it is decided | agree to | is tasked with
            | are tasked with | takes charge of | sets itself
            » The council decides that the zone hires an analyst
        believes 0.55: every member of staff | each member of staff | everybody who | everyone who | nobody
            | all members of staff | whoever works
            » Every member of staff declares gifts
        defines 0.6: is defined as | means that | refers to | by definition | is understood | within the meaning of
            » Proximity is defined as presence in a district
        refuses 0.9: not retained | not a priority | no priority | is not planned | are not planned | is not part of
            | does not commit | we cannot | will not | shall not | no commitment | falls outside | no longer
            | is dropped
            | not selected
            » Shoplifting was not retained as a priority
        supposes 0.55: could | would | might | may | if the means | if the budget | subject to | provided that
            | possibly | unless | should the | where appropriate
            » A dog unit could be formed if the means allow it
        charges 0.75: the law requires | the law provides | by law | article* | is required by | are required by
            | is obliged | are obliged | under the act | statutory | the legislator | the circular
            » The law requires the board to pass on the file
        others 0.5: citizens must | every citizen | the owner | owners must | the employer | every employer
            | the driver
            | drivers must | users must | the applicant | visitors | you must | you can | your | the minister
            | the government | the prosecutor must | parents must | residents must
            » The owner must trim the hedge
        cites 0.6: according to the union | according to residents | said that | stated that | the opposition
            | demands | claims that | calls for | asked | thinks that | argues that
            » According to the union two officers are missing
        presents 0.6: this document | this letter | this plan | this chapter | this part | this report | this note
            | see annex | see chapter | table of contents | below
            » This chapter describes the zone
    """),
    future=r"(?!)",
    first=r"(?:to )?(?:further )?(?:reduce|increase|improve|strengthen|develop|organise|organize|create|open"
    r"|set up|draw up|adopt"
    r"|publish|install|train|recruit|maintain|ensure|guarantee|promote|support|prevent|combat|fight|modernise"
    r"|simplify"
    r"|extend|introduce|review|update|evaluate|monitor|invest|raise|lower|cut|build|launch|establish|implement|deploy"
    r"|continue|coordinate|inform|involve|conclude|sign|buy|replace|renew|limit|bring|make|keep|give|provide|conduct)"
    r"(?![^\W_])",
    last=r"(?!)",
    denial=r"(?<![^\W_])(?:not|no|never|cannot|won't)(?![^\W_])(?!\s+(?:only|just|later|more than|less than|merely))",
    condition=r"^\W*(?:if|provided|subject to|in case|should the|as long as|where funds)(?![^\W_])",
    says=r"(?<![^\W_])(?:said|says|stated|states|declared|claims|asked|asks|wrote|writes|according|stressed"
    r"|regrets|invites)[a-z]*",
    called={
        "commitment": r"(?:we undertake|undertakes? to|we commit|commits? to|our commitments?|commitments?\s*:?$"
        r"|we promise)",
        "value": r"(?:our values|values\s*:?$|our principles|rules of conduct|our attitude)",
        "objective": r"(?:^(?:the |our |its )?(?:objectives?|goals?|aims?|ambitions?"
        r"|priorities)(?![^\W_]).{0,40}$|objectives?\s*:$)",
        "action": r"(?:^(?:the |our |its )?(?:actions?|measures?|initiatives?|steps)(?![^\W_]).{0,40}$"
        r"|actions?\s*:$|measures?\s*:$)",
    },
    told=r"(?<![^\W_])(?:we have|was|were|results|achievements|achieved|findings|strengths|weaknesses|threats"
    r"|opportunities"
    r"|points of attention)(?![^\W_])",
    henceforth=r"(?<![^\W_])(?:henceforth|from now on|in future)(?![^\W_])",
    past=r"(?<![^\W_])(?:was|were|had|did|rose|fell|took|gave|held|led|made|found|became|[a-z]{3,}ed)(?![^\W_])",
)  # fmt: skip
