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
        vague result: garantir | garantit | garantie*
            » Garantir la qualité
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
        firm result seen: installer | installation* | déployer | déploiement* | mettre en service | mise en service
            » Installer quatre caméras fixes
        firm result seen: conclure | signer | conclusion d'un*
            » Conclure un protocole avec le parquet
        firm effort: organiser | organisons | organisera* | mener | menons
            » Organiser douze contrôles de vitesse par mois
        firm effort: contrôler | contrôl* | surveiller | surveillance* | patrouiller | patrouill*
            » Contrôler les abords des écoles
        firm effort: former | formation*
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
            | mise à disposition | libérer
            » Affecter deux équivalents temps plein au service
        firm resource: investir | investissement* | financer | financement*
            » Investir 40 000 euros dans la radiocommunication
        vague effort: améliorer | amélior*
            » Améliorer la qualité du service
        vague effort: renforcer | renforc* | consolider | intensifier | intensifi*
            » Renforcer la collaboration
        vague effort: optimiser | optimis* | moderniser | modernis* | professionnaliser | professionnalis*
            » Optimiser le fonctionnement
        vague effort: développer | développ* | dynamiser | valoriser | valoris* | stimuler
            » Développer une culture du service
        vague effort: promouvoir | promotion* | favoriser | encourager | soutenir | soutien*
            » Promouvoir l'intégrité
        vague effort: contribuer | contribution* | participer | participation* | veiller | veillerons | viser | tendre
            » Contribuer à une société plus sûre
        vague effort: poursuivre | poursuit* | continuer | assurer | assur* | gérer | gestion
            » Poursuivre les efforts
        vague effort: lutter | lutte | combattre | prévenir | prévention
            » Lutter contre l'insécurité
        firm result seen: désigner | désignation* | nommer | fixer | définir
            » Désigner un référent par commissariat
        vague effort: proposer | offrir | faciliter | accompagner | simplifier | simplification*
            » Faciliter la collaboration
        vague effort: adapter | harmoniser | harmonis* | intégrer | intégration* | rationaliser | rationalis*
            » Harmoniser l'approche
    """),
    listed("""
        qualité* | efficacité | efficience | fonctionnement | collaboration* | coopération* | image | approche*
        gestion | service | services | sécurité | insécurité | société | culture | effort* | manière* | domaine*
        niveau | cadre | général* | optimal* | meilleur* | bon | bonne | plus | mieux | adéquat* | performant*
        sûr | sûre | organisation
    """),
)  # fmt: skip
