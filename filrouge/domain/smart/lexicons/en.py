"""English verbs of objectives."""

from __future__ import annotations

from filrouge.domain.language.lexicon import listed
from filrouge.domain.smart.words import SmartWords, table

WORDS = SmartWords(
    table("""
        firm result: reduc* | cut | cutting | lower | lowering
            » Reduce bicycle theft by 10 %
        firm result: decreas* | bring down
            » Decrease the number of accidents with injuries
        firm result: increas* | rais* | grow
            » Increase the clearance rate
        firm result: reach* | achiev* | attain*
            » Reach 85 % of calls within ten seconds
        firm result: maintain* | keep
            » Maintain the mean response time under 12 minutes
        firm result: eliminat* | clear the backlog | abolish*
            » Eliminate the backlog of requests
        vague result: guarante* | ensur*
            » Guarantee quality
        firm result: doubl* | tripl* | halv*
            » Double the number of alcohol checks
        firm result seen: creat* | establish* | introduc* | set up
            » Create a reception for victims
        firm result seen: open | opens | opening
            » Open a station in the northern district
        firm result seen: publish*
            » Publish the figures of the zone each year
        firm result seen: adopt* | draw up | drawing up | draft | drafting | write
            » Draw up an integrity plan
        firm result seen: install* | deploy* | put into service
            » Install four fixed cameras
        firm result seen: conclude* | sign | signing
            » Sign a protocol with the prosecutor
        firm effort: organise | organises | organising | organize | organizing | hold | carry out | carrying out
            » Organise twelve speed checks a month
        firm effort: check | checks | checking | inspect* | patrol* | monitor*
            » Patrol the surroundings of the schools
        firm effort: train | trains | training
            » Train all community officers in reception
        firm effort: inform | informs | informing | raise awareness | raising awareness
            » Inform the elderly about false officers
        firm effort: visit* | contact | contacts | contacting
            » Visit every victim of a burglary
        firm effort: analys* | evaluat* | measure | measuring | assess*
            » Evaluate the work of the reception
        firm resource: recruit* | hire | hires | hiring
            » Recruit four inspectors
        firm resource: buy | buys | buying | purchas* | acquir* | equip*
            » Buy six electric bicycles
        firm resource: assign* | allocat* | make available | making available | set aside
            » Assign two full-time equivalents to the unit
        firm resource: invest* | financ* | fund | funds | funding
            » Invest 40,000 euros in radio communication
        vague effort: improv* | better
            » Improve the quality of service
        vague effort: strengthen* | reinforc* | intensif*
            » Strengthen cooperation
        vague effort: optimis* | optimiz* | modernis* | moderniz* | professionalis*
            » Optimise the way of working
        vague effort: develop* | stimulat* | enhanc*
            » Develop a culture of service
        vague effort: promot* | encourag* | support* | foster*
            » Promote integrity
        vague effort: contribut* | participat* | strive | aim to
            » Contribute to a safer society
        vague effort: continu* | pursu* | manag*
            » Continue the efforts
        vague effort: fight* | combat* | prevent* | tackl*
            » Fight insecurity
        firm result seen: appoint* | designat* | defin* | lay down
            » Appoint a contact in each station
        vague effort: offer | offers | offering | facilitat* | accompan* | simplif*
            » Facilitate cooperation
        vague effort: adapt | adapts | adapting | harmonis* | harmoniz* | integrat* | align*
            » Harmonise the approach
    """),
    listed("""
        quality | efficiency | effectiveness | functioning | cooperation | collaboration | image | approach*
        way | working | service | services | safety | security | insecurity | society | culture | effort*
        manner | area* | level | framework | general | optimal | better | good | more | adequate | appropriate
        safe | safer | organisation
    """),
)  # fmt: skip
