export const taskTitles = [
  'Relire le cahier des charges',
  'Mettre en production',
  'Vérifier les accès',
  'Poser la signalétique',
  'Chiffrer le lot 3',
  'Préparer la réunion de chantier',
  'Recetter le site',
  'Corriger les plans',
  'Commander le mobilier',
  'Relancer le fournisseur',
  'Tester l’éclairage',
  'Valider les couleurs',
  'Rédiger la notice',
  'Former les agents',
  'Lever les réserves',
] as const;

export const reportTexts = [
  'Réunion avec le maître d’ouvrage, plan de masse validé.',
  'Saisie des contenus et relecture.',
  'Visite du chantier, deux réserves levées.',
  'Corrections demandées par le client.',
  'Essais de mise en production.',
  'Reprise des plans après l’avis du bureau de contrôle.',
  'Rédaction du compte rendu et envoi.',
] as const;

export const absenceReasons = ['Congés', 'Formation', 'Arrêt maladie', 'Déplacement', 'Récupération'] as const;

export const ticketSubjects = [
  'Le formulaire ne répond plus',
  'Changer le numéro de téléphone',
  'Ajouter une page',
  'Document introuvable',
  'Demande de devis',
  'Erreur à l’impression',
  'Mot de passe oublié',
  'Horaires à mettre à jour',
] as const;

export const documentTitles = [
  { fr: 'Cahier des charges', en: 'Specifications' },
  { fr: 'Compte rendu de chantier', en: 'Site report' },
  { fr: 'Plan de masse', en: 'Site plan' },
  { fr: 'Notice de sécurité', en: 'Safety notice' },
] as const;

export const tagNames = [
  'Urgent',
  'À valider',
  'Client',
  'Interne',
  'Photo',
  'Budget',
  'Plans',
  'Sécurité',
  'Mobilier',
  'Réseau',
  'Recette',
  'Presse',
] as const;

export const milestoneNames = ['Esquisse', 'Chantier', 'Livraison'] as const;
