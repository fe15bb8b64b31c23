"""French verbs of objectives."""

from __future__ import annotations

from filrouge.domain.language.lexicon import listed
from filrouge.domain.smart.words import SmartWords, table

WORDS = SmartWords(
    table("""
        firm result: réduire | réduisons | réduira* | réduit | réduction* | rédui*
            » Réduire les vols de vélos de 10 %
        firm result: diminuer | diminu* | baisser | baisse
            » Diminuer le nombre d'accidents avec lésions
        firm result: augmenter | augment* | accroître | accroiss* | hausse
            » Augmenter le taux d'élucidation
        firm result: atteindre | atteint | atteign* | obtenir | obten*
            » Atteindre 85 % d'appels pris en dix secondes
        firm result: maintenir | maintien
            » Maintenir le délai moyen d'intervention sous 12 minutes
        firm result: supprimer | suppression* | résorber | résorption*
            » Résorber l'arriéré des apostilles
        firm result: garantir | garantit | garantie*
            » Garantir une réponse écrite à chaque lettre
        firm result: doubler | tripler | doublement
            » Doubler le nombre de contrôles d'alcoolémie
        firm result seen: créer | création* | mettre en place | mise en place | instaurer | instauration*
            » Créer un point d'accueil pour les victimes
        firm result seen: ouvrir | ouverture* | inaugurer
            » Ouvrir un poste de proximité dans le quartier nord
        firm result seen: publier | publication* | diffuser | diffusion*
            » Publier chaque année les chiffres de la zone
        firm result seen: adopter | adoption | rédiger | rédaction* | établir | élaborer | élaboration*
            » Rédiger un plan d'intégrité
        firm resource seen: installer | installer* | installation* | déployer | déploiement* | mettre en service
            | mise en service
            » Installer quatre caméras fixes
        firm result seen: conclure | signer | conclusion d'un*
            » Conclure un protocole avec le parquet
        firm effort: organiser | organisons | organisera* | mener | menons
            » Organiser douze contrôles de vitesse par mois
        firm effort: contrôler | contrôl* | surveiller | surveillance* | patrouiller | patrouill*
            » Contrôler les abords des écoles
        firm effort: former | formés | formées | formera | formeront | formerons | formation*
            » Former tous les agents de quartier à l'accueil
        firm effort: informer | sensibiliser | sensibilis*
            » Sensibiliser les aînés aux faux policiers
        firm effort: rencontrer | visiter | visite* | recontacter
            » Recontacter chaque victime d'un vol dans l'habitation
        firm effort: analyser | analyse* | évaluer | évaluation* | mesurer
            » Évaluer le fonctionnement de l'accueil
        firm resource: recruter | recrutement* | engager | engagement de personnel
            » Recruter quatre inspecteurs
        firm resource: acquérir | acquisition* | acheter | achat* | équiper | équipement des
            » Acquérir six vélos électriques
        firm resource: affecter | affectation* | attribuer | allouer | consacrer | mettre à disposition
            | mise à disposition | libérer | réserver
            » Affecter deux équivalents temps plein au service
        firm resource: investir* | investissons | investissement* | financer | financement*
            » Investir 40 000 euros dans la radiocommunication
        firm result: améliorer | amélior*
            » Améliorer l'éclairage des abords de la gare
        firm result: renforcer | renforc* | consolider | intensifier | intensifi*
            » Renforcer la présence dans les parcs
        vague effort: optimis* | optimalis* | professionnaliser | professionnalis*
            » Optimiser le fonctionnement
        firm result: moderniser | modernis*
            » Moderniser l'accueil du commissariat
        firm effort: développer | développ* | dynamiser | valoris*
            » Développer un jeu de piste pour les écoles
        vague effort: promouv* | promeuv* | promotion* | favoris* | encourag* | souten* | souteni* | soutien*
            | stimul*
            » Promouvoir la gouvernance
        vague effort: contribu* | participer | participation* | veill*
            » Contribuer à une société plus sûre
        vague effort: poursuiv* | poursuit* | continuer
            » Poursuivre les efforts
        firm effort: assurer | assur* | gérer | gestion
            » Assurer une permanence le dimanche
        firm effort: lutter | lutte | combattre | prévenir | prévention
            » Lutter contre les dépôts clandestins
        firm resource seen: désigner | désigner* | désignation* | nommer
            » Désigner un référent par commissariat
        firm result seen: fixer | définir
            » Définir les heures de garde
        firm effort: proposer | offrir | accompagn*
            » Proposer un entretien à chaque collègue de retour
        vague effort: facilit*
            » Faciliter la collaboration
        firm result: simplifier | simplification*
            » Simplifier le dépôt de plainte
        firm result: adapter | harmoniser | harmonis* | intégrer | intégration* | rationaliser | rationalis*
            » Harmoniser les formulaires des trois accueils
        firm result: ramener | ramèn* | abaisser | abaiss* | limiter | limitation* | plafonner | contenir
            | raccourcir | écourter | diviser par
            » Ramener le délai de réponse à dix jours
        firm result: faire passer | relever | rehausser | dépasser | multiplier par
            » Faire passer de 60 à 75 % la part des appels pris en dix secondes
        firm result: élucider | élucidera* | résoudre | résoudra* | identifier | retrouver
            » Élucider un cambriolage sur cinq
        firm result: stabiliser | stabilisation du | éliminer | éradiquer | mettre fin | faire cesser
            » Stabiliser le nombre de plaintes
        firm result: démanteler | démantèlement* | saisir | confisquer | interpeller | déférer
            » Démanteler trois filières de stupéfiants
        firm result seen: achever | achèvement* | terminer | finaliser | finalisation* | clôturer | clôture du
            » Achever la rénovation du commissariat
        firm result seen: construire | rénover | aménager | déménager | transférer
            » Aménager une salle d'audition
        firm result seen: lancer | lancement* | démarrer | activer | implémenter | généraliser | introduire
            » Lancer un point de contact pour les commerçants
        firm result seen: actualiser | actualisation* | mettre à jour | mise à jour | réviser | revoir
            » Mettre à jour le registre des armes
        firm result seen: inventorier | recenser | cartographier | répertorier | dresser
            » Recenser toutes les caméras privées
        firm result seen: présenter | transmettre | remettre | soumettre | rendre compte
            » Présenter un rapport au conseil de police
        firm effort: mettre en œuvre | mise en œuvre | exécuter | appliquer | réaliser | concrétiser
            » Mettre en œuvre le plan d'évacuation
        firm effort: vérifier | inspecter | auditer | verbaliser | perquisitionner | enquêter | constater
            » Verbaliser le stationnement devant les écoles
        firm effort: consulter | interroger | sonder | auditionner | concerter
            » Interroger tous les habitants du quartier
        firm effort: traiter | traitera* | répondre
            » Traiter chaque plainte dans les trente jours
        firm effort: entraîner | exercer | coacher | animer | tenir
            » Entraîner chaque équipe à l'évacuation
        firm effort: collecter | récolter | enregistrer | encoder | étudier | examiner | tester | comparer | planifier
            » Tester deux nouveaux itinéraires de patrouille à vélo
        firm effort: accueillir | recevoir | assister | orienter
            » Accueillir chaque victime dans un local séparé
        firm resource: embaucher | louer | remplacer | renouveler | renouvellement* | doter | dégager | budgétiser
            | subventionner | détacher | redéployer
            » Remplacer quatre véhicules
        firm result: sécuriser | sécurisation* | rendre plus | rendre la | rendre le | rendre les | rendre nos
            | protéger | protection
            » Sécuriser le quartier
        aims effort: viser | vise | visons | visent | visera* | tendre | chercher à | cherchons à | souhaiter
            » Viser une réponse dans les huit jours
        vague effort: appuyer | aider | épauler | secourir
            » Appuyer les services
        vague effort: miser sur | œuvrer | efforc* | tenter | essayer
            » Miser sur la qualité
        firm result: approfondir | perfectionner | affiner | élargir | étoffer | accentuer | accélérer | fluidifier
            | clarifier
            » Accélérer l'envoi des procès-verbaux
        firm effort: coordonner | coordination* | collaborer | coopérer | impliquer | associer | mobiliser
            | responsabiliser
            » Impliquer les comités de quartier
        firm result: éviter | empêcher | dissuader | décourager
            » Empêcher le stationnement sur les pistes cyclables
        firm result: préserver | respecter | conserver | entretenir | pérenniser | permettre | privilégier | suivre
            » Préserver l'anonymat des témoins
        vague effort: nous investir | nous investirons | s'investi* | employer à | emploierons | emploierai | emploient
            | misera | miserons | mettre l'accent | mettrons l'accent | mettra l'accent | mettons l'accent
            | met l'accent | à cœur de
            » S'investir pour la qualité
        vague effort: attentif* | attentive* | attention | accorder de | accorder une | accorderons | accordons
            | attach* | sensible* à | importance
            » Accorder de l'importance à la communication
    """, goes_on=("er", "ir")),
    listed("""
        qualité* | communication* | partenariat* | gouvernance | processus | compétence* | efficacité | efficience
        fonctionnement | collaboration* | coopération* | image | approche*
        gestion | service | services | sécurité | insécurité | société | culture | effort* | manière* | domaine*
        niveau | cadre | interne* | général* | optimal* | meilleur* | bon | bonne | plus | mieux | adéquat*
        performant*
        sûr | sûre | organisation
    """),
    frozenset("""
        à au aux avant apres d'ici dans par pour avec sans sur sous entre
        vers chez pendant durant lors afin jusqu'a et ou qui que dont en depuis selon
    """.split()),
    listed("""
        chaque | tous les | toutes les | tout véhicule | toute victime | toute plainte | tout plaignant
        toute demande | chacun des | chacune des
    """),
    listed("un | une | le premier | la première | nouveau | nouvelle"),
    listed("des | les | nos | plusieurs | quelques | davantage"),
)  # fmt: skip
