"""English verbs of objectives."""

from __future__ import annotations

from filrouge.domain.language.lexicon import listed
from filrouge.domain.smart.words import SmartWords, table

WORDS = SmartWords(
    table("""
        firm result: reduc* | cut | cutting | lower | lowering
            » Reduce bicycle theft by 10 %
        firm result: decreas* | bring down | fall | falls
            » Decrease the number of accidents with injuries
        firm result: increas* | rais* | grow
            » Increase the clearance rate
        firm result: reach* | achiev* | attain*
            » Reach 85 % of calls within ten seconds
        firm result: maintain* | keep
            » Maintain the mean response time under 12 minutes
        firm result: eliminat* | clear the backlog | abolish*
            » Eliminate the backlog of requests
        firm result: guarante* | ensur*
            » Guarantee a written answer to every letter
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
        firm resource seen: install* | deploy* | put into service
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
        firm resource: assign* | allocat* | make available | making available | set aside | reserve | reserves
            | reserving
            » Assign two full-time equivalents to the unit
        firm resource: invest* | financ* | fund | funds | funding
            » Invest 40,000 euros in radio communication
        firm result: improv* | better
            » Improve the lighting around the station
        firm result: strengthen* | reinforc* | intensif*
            » Strengthen the presence in the parks
        vague effort: optimis* | optimiz* | professionalis*
            » Optimise the way of working
        firm result: modernis* | moderniz*
            » Modernise the front desk
        firm effort: develop* | enhanc*
            » Develop a treasure hunt for the schools
        vague effort: promot* | stimulat* | encourag* | support* | foster*
            » Promote governance
        vague effort: contribut* | participat* | strive*
            » Contribute to a safer society
        vague effort: continu* | pursu*
            » Continue the efforts
        firm effort: manag*
            » Manage the stock of seized bicycles
        firm effort: fight* | combat* | prevent* | tackl*
            » Fight illegal dumping
        firm resource seen: appoint* | designat*
            » Appoint a contact in each station
        firm result seen: defin* | lay down
            » Define the hours of duty
        firm effort: offer | offers | offering | accompan*
            » Offer every colleague who returns an interview
        vague effort: facilitat*
            » Facilitate cooperation
        firm result: simplif*
            » Simplify the lodging of complaints
        firm result: adapt | adapts | adapting | harmonis* | harmoniz* | integrat* | align*
            » Harmonise the forms of the three desks
        firm result: shorten* | limit | limits | limiting | curb | curbs | curbing | bring back | restrict*
            » Shorten the time to answer to ten days
        firm result: extend* | expand* | exceed*
            » Extend the opening hours of the desk
        firm result: solve | solves | solving | clear up | clearing up | identify | identifies | identifying
            » Solve one burglary in five
        firm result: stabilis* | stabiliz* | eradicat* | put an end
            » Stabilise the number of complaints
        firm result: dismantl* | seize | seizes | seizing | arrest | arrests | arresting
            » Dismantle three drug rings
        firm result seen: complete | completes | completing | completion of | finalis* | finaliz* | finish*
            » Complete the renovation of the station
        firm result seen: build | builds | building of | renovat* | refurbish* | relocat*
            » Build an interview room
        firm result seen: launch* | roll out | rolling out | start | starts | starting | activat*
            » Launch a contact point for shopkeepers
        firm result seen: update | updates | updating | revise | revises | revising
            » Update the register of firearms
        firm result seen: map | maps | mapping | take stock of | catalogue | catalogues
            » Map all private cameras
        firm result seen: submit* | deliver*
            » Submit a report to the police council
        firm effort: implement* | execute | executes | executing | apply | applies | applying | realis* | realiz*
            » Implement the evacuation plan
        firm effort: verify | verifies | verifying | audit | audits | auditing | prosecut*
            » Verify every firearms licence
        firm effort: survey | surveys | surveying | consult* | interview | interviews | interviewing
            » Survey all residents of the district
        firm effort: handle | handles | handling | answer | answers | answering | respond to
            » Handle every complaint within thirty days
        firm effort: rehearse | rehearses | rehearsing | exercise | exercises | exercising | coach | coaching
            » Rehearse the evacuation plan
        firm effort: test | tests | testing | collect* | examin* | investigat* | compare | compares | comparing
            | plan to | record every
            » Test two new cycle routes
        firm effort: welcom* | receive every | refer | refers | referring
            » Welcome every victim in a separate room
        firm resource: replac* | rent | rents | renting | renew* | budget for | subsidis* | subsidiz*
            » Replace four vehicles
        firm result: secure | secures | securing | protect* | make the | make our | make safer | making the
            » Secure the district
        aims effort: aim to | aims to | aim at | aims at | seek to | seeks to | seeking to | work towards
            » Aim at a reply within eight days
        vague effort: help | helps | helping | assist | assists | assisting
            » Help the units
        vague effort: focus on | try to | trying to
            » Focus on quality
        firm result: deepen* | refine | refines | refining | broaden* | widen* | accelerat* | clarif* | upgrad*
            » Accelerate the dispatch of reports
        firm effort: involve | involves | involving | coordinat* | cooperate | collaborate | engage | mobilis*
            | mobiliz*
            » Involve the neighbourhood committees
        firm result: avoid* | deter | deters | deterring | discourag*
            » Deter parking on cycle paths
        firm result: preserv* | respect | respects | respecting | safeguard* | sustain | enabl* | allow*
            » Preserve the anonymity of witnesses
        vague effort: attention | attentive | effort*
            » Pay attention to quality
    """),
    listed("""
        quality | communication | partnership* | governance | processes | skills | units | efficiency
        effectiveness | functioning | cooperation | collaboration | image | approach*
        way | working | service | services | safety | security | insecurity | society | culture | effort*
        manner | area* | level | framework | internal | mutual | general | optimal | better | good | more
        adequate | appropriate
        safe | safer | organisation
    """),
    frozenset("""
        at before after by during for from in into on over to
        under until with within without and or that which through between per
    """.split()),
    listed("each | every | all"),
    listed("a | an | one | new"),
    listed("the | our | several | some | more"),
)  # fmt: skip
