"""Abbreviations that every reader of an administrative text knows, and capitals that abbreviate nothing. Folded."""

from __future__ import annotations

_COMMON = """
ue eu dg onu uno vn un otan nato navo ocde oecd oeso usa uk ttc htva tva btw mwst vat pib bbp bip gdp ict tic it
ti rh hr hrm grh pc pdf gsm sms mms gps url www http https html xml usb tv wifi qr faq cd dvd ia ai ki eur usd
gbp chf keur teur meur mio mia ceo cfo ok nb ps cv vip wc id np nom av apr bc cc cci sa nv asbl vzw sprl bv
bvba ag gmbh scrl srl swot smart xyz abc sncb nmbs stib mivb ong ngo nro pdca rgpd gdpr avg dsgvo covid sars
adn dna dns co cop kwh km kg ha mw kw mb gb tb go mo am pm ca cf nr no vs art al par fig tab ann ex ed vol pag
pp bd st ste dr mr mme mm ir ing ad adj gr div sec ps rem red nvt ntb pm ivm ivm tav mbt obv zgn dhr mevr bzw
usw etc zb
kpi kpis sla raci
etp vte fte vza dh vgl ggf spf fod foed spp pod cpas ocmw oeshz lundi mardi jan feb mar jul aug sep oct nov dec
"""
_COUNTRIES = """
ad ae af al am ao ar at au az ba bd be bg bh bo br by ca cd cg ch ci cl cm cn co cu cy cz de dk dz ec ee eg er
es et fi fr ga gb ge gh gr hr hu id ie il in iq ir is it jm jo jp ke kh kr kw kz lb li lk lt lu lv ly ma mc md
me mg mk ml mt mx my na ng ni nl no np nz om pa pe ph pk pl pt py qa ro rs ru rw sa sd se sg si sk sn so sy td
tg th tn tr tw tz ua ug us uy uz ve vn ye za zm zw
"""

KNOWN = frozenset(_COMMON.split()) | frozenset(_COUNTRIES.split())
