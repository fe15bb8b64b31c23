"""What rules come from, named as a Belgian administration names it. Documents are named, not quoted."""

EXODUS_72 = "Loi du 26 avril 2002 (EXODUS), art. 72"
PJPOL_39 = "PJPol, art. VII.III.39"
LETTER = "AIG, modèle générique de lettre de mission"
INTEGRITY = "AIG, modèle de politique d'intégrité"
FEDERAL = "Arrêté royal du 21 décembre 2021 (plans stratégiques et opérationnels)"
NATIONAL = "Plan national de sécurité 2016-2019"
OWN = "Filrouge"
