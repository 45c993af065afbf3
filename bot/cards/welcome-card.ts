// The Welcome card: what this app will do, how often, and who sees the answers. Sent once.
import { type AdaptiveCard, adaptiveCard, button } from './adaptive-card.ts';
import { heading, sentence } from './card-parts.ts';

type WelcomeView = {
  /** What they owe now, or when they are next asked. */
  readonly now: string;
  readonly owes: boolean;
};

export const welcomeCard = ({ now, owes }: WelcomeView): AdaptiveCard =>
  adaptiveCard(
    'Golden Thread will ask you for your figures here.',
    [
      heading('Your figures, once a quarter, here'),
      sentence(
        'When a return is due you get one card. Answer it here in about two minutes, and you are left alone until the next.',
      ),
      sentence('Your manager, SMT and the performance team see your answers.'),
      sentence(now),
    ],
    [
      button({
        title: owes ? 'Show what I owe' : 'What do I owe?',
        verb: 'owed',
        data: { v: 1 },
        primary: owes,
      }),
    ],
  );
