// The Report card: how one line of work, money, a risk or a service stands.
import { type AdaptiveCard, adaptiveCard } from './adaptive-card.ts';
import { heading } from './card-parts.ts';

export type ReportView = { readonly return: string; readonly name: string };

export const reportCard = (view: ReportView): AdaptiveCard =>
  adaptiveCard(view.name, [heading(view.name)], []);
