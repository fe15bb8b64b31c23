"""French words by which a sentence binds."""

from __future__ import annotations

from filrouge.domain.reading.prose.cues import ProseWords, table

WORDS = ProseWords(
    cues=table("""
        binds 0.95: nous nous engageons | je m'engage | s'engage à | s'engagent à | nous engageons à
            | prend l'engagement | prenons l'engagement | prends l'engagement | s'engage également à
            » La zone s'engage à rappeler chaque plaignant
        binds 0.9: nous voulons | nous souhaitons | nous entendons | nous comptons | nous allons | je veux
            | je souhaite
            | j'entends | je compte | nous avons l'intention | nous avons l'ambition | nous avons pour ambition
            | nous prévoyons de | nous nous proposons | nous proposons de | nous désirons | voulons-nous
            | souhaitons-nous
            | nous visons | nous ambitionnons | nous projetons de | nous misons sur | nous mettons l'accent
            | nous mettrons l'accent | nous faisons de | nous ferons de | nous tenons à | nous nous efforçons
            | je tiens à | j'ai l'intention | j'ai l'ambition | j'ai pour ambition | nous nous fixons
            | nous poursuivons l'objectif | nous optons pour | nous choisissons de | nous tâchons
            » Nous voulons rouvrir l'accueil du soir
        binds 0.85: la zone entend | la zone veut | la zone souhaite | le collège entend | le collège veut
            | le collège souhaite | la commune entend | la commune veut | la commune souhaite | la ville entend
            | la ville veut | la ville souhaite | le corps entend | le corps veut | le service entend
            | la direction entend | la direction souhaite | la police entend | la police veut | la police souhaite
            | la zone de police entend | la zone de police veut | la zone de police souhaite | entend bien
            | l'administration entend | l'administration souhaite | la majorité entend | la majorité veut
            » Le collège entend doubler le nombre de gardiens de la paix
        aims 0.85: notre objectif est | notre but est | notre ambition est | notre intention est | notre volonté est
            | notre intention consiste | notre objectif consiste | notre ambition consiste | mon objectif est
            | mon ambition est | notre priorité est | notre cible est | nous avons pour objectif | nous avons pour but
            | notre objectif principal est | nous nous donnons pour | nous nous donnons comme | l'ambition est
            » Notre objectif est de répondre dans les dix jours
        aims 0.75: l'objectif est de | l'objectif est d' | l'objectif consiste | le but est de | le but est d'
            | a pour objectif | ont pour objectif | a pour but | ont pour but | l'intention est de | l'idée est de
            | l'objectif reste | l'objectif poursuivi est | l'objectif visé est | il s'agit de | il s'agira de
            | il s'agit d' | il s'agira d' | la volonté est de | objectif : | avec pour objectif
            » L'objectif est de ramener le délai à huit jours
        must 0.75: nous devons | devons-nous | nous devrons | je dois | il nous faut | il nous faudra | nous avons à
            | il nous reviendra | il nous appartient | il nous appartiendra | il me reviendra | il nous incombe
            » Nous devons simplifier l'accueil
        must 0.7: doit | doivent | devra | devront | il faut | il faudra | il convient | il conviendra | il y a lieu
            | il y aura lieu | est à | sont à | reste à | restent à | est nécessaire de | est nécessaire d'
            | est indispensable | sera nécessaire | est appelé à | est appelée à | sont appelés à
            » Le flux d'information doit être amélioré
        will 0.7: sera | seront | aura lieu | auront lieu | fera l'objet | feront l'objet | verra le jour
            | est prévu | est prévue | sont prévus | sont prévues | est programmé* | est planifié* | sont planifié*
            » Un second bureau sera ouvert à la gare
        must 0.6: peuvent également être | peut également être | peut et doit | mérite d'être | méritent d'être
            » Des synergies peuvent également être recherchées
        matters 0.6: il est important | il est essentiel | il est primordial | il est indispensable | il est capital
            | il est crucial | il importe | il importera | est essentiel* | il nous tient à cœur | est primordial*
            » Il est important que chacun soit entendu
        believes 0.6: nous croyons | nous sommes convaincus | nos valeurs | nous attachons | nous accordons
            | nous apportons une attention | dans le respect | nous défendons | nous cultivons | nous respectons
            | nous plaçons | nous considérons que | nous faisons preuve | je crois | je suis convaincu*
            » Nous croyons à une police proche des gens
        believes 0.65: nous ne tolérons | n'est tolérée | n'est toléré | nous refusons toute
            | nous reconnaissons nos | est reçue avec le même | est reçu avec le même | nul n'est laissé
            | guident chacun | guide chacun | se veut un | se veut une | nous plaçons le citoyen
            » Nous ne tolérons aucune discrimination
        binds 0.85: décide de | décide que | décident de | décident que | a décidé que | il est décidé
            | conviennent de | convient avec | est chargé de | est chargée de | sont chargés de
            | sont chargées de | se charge de | se chargent de | prend en charge | prennent en charge
            | s'est fixé | se fixe pour | se sont fixé | nous retenons | nous lançons | nous lancerons
            » Le conseil décide que la zone engagera un analyste
        believes 0.55: chaque membre du personnel | chaque collaborateur | chacun de nous | chacune et chacun
            | chacun | tout membre du personnel | tout collaborateur | nul ne | personne n'est
            | tous les membres du personnel | toute personne qui travaille
            » Chaque membre du personnel déclare les cadeaux reçus
        defines 0.6: on entend par | se définit | se décrit | est défini comme | est définie comme
            | sont définis comme | désigne | désignent | signifie
            | par définition | il faut entendre | au sens de | au sens du | au sens large
            » Par flagrant délit, on entend par convention un délit constaté sur le fait
        refuses 0.9: nous demandons | nous appelons le | est invité à | sont invités à | est prié | est priée
            | sont priés
            | n'est pas retenu* | ne sont pas retenu* | n'a pas été retenu* | n'ont pas été retenu*
            | ne sera pas retenu* | ne seront pas retenu* | ne constitue pas une priorité | ne constituent pas
            | n'est pas une priorité | ne fait pas partie | ne font pas partie | ne s'engage pas
            | ne prend aucun engagement
            | nous ne retenons pas | n'entre pas dans | n'entrent pas dans | ne relève pas | ne relèvent pas
            | nous ne pouvons pas | nous ne pourrons pas | ne pourra pas | ne pourront pas | nous n'avons pas
            | il n'est pas prévu | n'est pas prévu* | ne sont pas prévu* | ne figure pas | ne figurent pas
            | renonce* à | est abandonné* | sont abandonné* | n'est plus | ne seront plus | ne sera plus suivi*
            | nous ne nous engageons pas | nous ne prévoyons pas | sans engagement | il ne nous appartient pas
            » Le vol à l'étalage n'a pas été retenu comme priorité
        supposes 0.55: pourrait | pourraient | pourrions | devrait | devraient | serait | seraient | si les moyens
            | si le budget | sous réserve | à condition | le cas échéant | éventuellement | dans l'hypothèse
            | pour autant que | à moins que | si la capacité | si nous obtenons | serions | aimerions | voudrait
            | il serait | à l'étude
            » Une brigade canine pourrait être créée si les moyens le permettent
        charges 0.75: la loi impose | la loi prévoit | la loi charge | la loi oblige | l'article* | le code impose
            | est tenu de | sont tenus de | est tenue de | sont tenues de | a l'obligation | ont l'obligation
            | a pour obligation | conformément à la loi | en vertu de | aux termes de | l'arrêté royal
            | la circulaire impose | la circulaire prévoit | la législation | le législateur | la directive impose
            | légalement | est obligatoire
            » La loi impose au collège de transmettre le dossier
        others 0.5: le citoyen doit | les citoyens doivent | chaque citoyen | le propriétaire | les propriétaires
            | les riverains | l'employeur | tout employeur | le conducteur | les conducteurs | l'usager | les usagers
            | le demandeur | le plaignant | le visiteur | les visiteurs | l'organisateur | les organisateurs
            | les commerçants sont | vous devez | vous êtes | vous pouvez | votre | le procureur du roi
            | le ministre | le gouvernement | le fédéral | l'autorité fédérale | la région doit | la province doit
            | le parquet doit | les habitants doivent | les parents doivent
            » Le propriétaire doit tailler sa haie
        cites 0.6: selon le syndicat | selon les riverains | a déclaré | a déclaré* | déclare que | affirme que
            | l'opposition demande | demande que | réclame* | réclament | disait | selon l'opposition | estime que
            | estiment que | a demandé | ont demandé | plaide pour | plaident pour | souligne que | s'interroge
            » Selon le syndicat, il faut deux agents de plus
        presents 0.6: vu la loi | vu le | vu les | vu l' | considérant | attendu que | étant donné
            | ce document | la présente lettre | cette lettre de mission | le présent plan | le présent document
            | ce plan présente | ce chapitre | cette partie | ce rapport | la présente note | le présent rapport
            | voir annexe | voir chapitre | table des matières | ci-dessous | ci-après
            » Ce chapitre présente l'analyse de la zone
    """),
    future=r"(?<![^\W_])(?!(?:camera|opera|etc|sera|seront|aura|auront|pourra|pourront)(?![^\W_]))"
    r"[a-z]{2,}(?:era|erai|erons|eront|ira|irai|irons|iront|ndra|ndrai|ndrons|ndront|ttra|ttrai|ttrons|ttront|vra"
    r"|vrons"
    r"|vront|fera|ferai|ferons|feront|stra|stront)(?![^\W_])",
    first=r"(?:mieux |se |s'|continuer a |veiller a )?(?!(?:hier|premier|dernier|janvier|fevrier|quartier|dossier"
    r"|atelier|courrier|chantier|metier|papier|particulier|plaisir|avenir|souvenir|pouvoir|devoir|espoir|soir"
    r"|noir|loisir"
    r"|entier|leger|danger|etranger|officier|policier|conseiller|hiver|fer|mer|cher|desir|savoir|couloir|mobilier)\b)"
    r"[a-z'-]+(?:er|ir|oir|uire|ndre|ttre|vrire|crire|faire|suivre|soudre|attre|incre|xtraire|oindre|eindre|aindre)(?![^\W_])"
    r"|(?:mise (?:en|a|sur)|creation|elaboration|renforcement|amelioration|developpement|organisation de"
    r"|organisation d'"
    r"|poursuite|reduction|diminution|augmentation|optimalisation|optimisation|realisation|redaction|acquisition"
    r"|achat|installation|formation d|formation des|intensification|maintien|simplification|ouverture|designation"
    r"|recrutement|engagement d|sensibilisation|modernisation|extension|instauration|introduction|actualisation"
    r"|revision|harmonisation|professionnalisation|consolidation|adaptation|evaluation|generalisation|conclusion d"
    r"|adoption|publication|promotion|prevention|lutte contre|suivi d|accompagnement|soutien|participation|controle d"
    r"|controles|remplacement|rationalisation|digitalisation|numerisation|redynamisation|valorisation|integration"
    r"|implementation|lancement|reorganisation|construction|renovation|demarrage|deploiement)(?![^\W_])",
    last=r"(?!)",
    denial=r"(?<![^\W_])(?:ne|n')\s*(?:(?:nous|vous|se|s'|y|en|le|la|les|lui|leur"
    r"|l')\s*)*[a-z]+(?:\s+[a-z]+){0,2}?\s+"
    r"(?:pas|plus|jamais|aucun|aucune|nullement|guere)(?![^\W_])(?!\s+(?:seulement|uniquement|attendre|tard))"
    r"|il n'est pas question|aucun[e]? [a-z]+ ne",
    condition=r"^\W*(?:si|s'il|s'ils|conseil|astuce|attention|au cas ou|en cas d|a condition|sous reserve"
    r"|pourvu qu|lorsque le budget|des que le budget"
    r"|pour autant qu|dans l'hypothese)(?![^\W_])",
    says=r"(?<![^\W_])(?:declar|affirm|dit|disait|estim|soulign|explique|reclam|demand|rappel|ironis|regrett"
    r"|s'exclam|pas convaincu"
    r"|ecrivait|ecrit|selon|invite|precis|confi)[a-z]*",
    called={
        "commitment": r"(?:nous nous engageons|s'engage[a-z]* a|nos engagements|notre engagement|je m'engage"
        r"|engagements?\s*:?$"
        r"|nos promesses|nous promettons)",
        "value": r"(?:nos valeurs|valeurs?\s*:?$|valeurs partagees|nos principes|regles de conduite|notre attitude)",
        "objective": r"(?:^(?:les |nos |ses )?(?:objectifs?|buts?|ambitions?|priorites?)(?![^\W_]).{0,40}$"
        r"|objectifs suivants"
        r"|objectifs?\s*:$|priorites\s*:$)",
        "action": r"(?:^(?:les |nos |ses )?(?:actions?|mesures?|initiatives?|demarches?|chantiers?)(?![^\W_]).{0,40}$"
        r"|(?:actions?|mesures?) (?:suivantes?|prevues?|concretes?)|actions?\s*:$|mesures?\s*:$)",
    },
    told=r"(?<![^\W_])(?:avons|a ete|ont ete|resultats?|realisations?|realise[es]*|bilan|constats?|nous avions"
    r"|en 20[0-9]{2}, nous"
    r" avons|forces|faiblesses|menaces|opportunites|points? d'attention|attention particuliere a garder)(?![^\W_])",
    henceforth=r"(?<![^\W_])(?:desormais|dorenavant|a l'avenir|a partir de maintenant|des a present)(?![^\W_])",
    past=r"(?<![^\W_])(?:[a-z]{3,}(?:aient|ait|erent|irent)|furent|fut|eut|eurent)(?![^\W_])",
)  # fmt: skip
