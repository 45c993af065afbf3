// The phrases a commentary is heard by: how officers say that it goes well or ill, and what turns such
// a phrase round. How they are put together is decided in commentary-tone.ts.
import type { Polarity } from '../registers/measures.ts';

/** Says that it goes well, whichever way is good. */
export const well: readonly RegExp[] = [
  /\bon[- ](?:track|target|course|schedule|plan)\b/gi,
  /\b(?:ahead of|in line with|within|better than) (?:the |our |its |this |annual |quarterly |year end |year-end )*(?:target|schedule|plan|profile)s?\b/gi,
  /\b(?:going|proceeding|progressing|running|according) to plan\b/gi,
  /\bas planned\b/gi,
  /\bno (?!data\b)(?:\w+ ){0,2}(?:concerns?|issues?|problems?|worries)\b/gi,
  /\bno cause for (?:concern|alarm)\b/gi,
  /\bnothing (?:\w+ ){0,2}(?:to report|of concern|to worry about)\b/gi,
  /\b(?:good|great|excellent|strong|very good|steady|positive|pleasing) (?:progress|performance|results?|position|quarter)\b/gi,
  /\b(?:progress|performance|position|picture|result|figure|outturn|trend)s? (?:\w+ ){0,3}?(?:is|are|was|were|remains?|continues? to be|has been|have been) (?:\w+ ){0,2}?(?:good|great|excellent|strong|positive|pleasing|satisfactory|healthy|fine|green|encouraging)\b/gi,
  /\b(?:progressing|perform|performs|performing|going|doing|working|running) (?:very |really |extremely )?well\b/gi,
  /\b(?:meets|met|achieves|achieved|hit|hits|reached) (?:the |our |its |this |all |annual |quarterly |year end |\d[\d.,]*%? )*targets?\b/gi,
  /\b(?:is|are|still|now|currently|we|they|continues? to) (?:\w+ )?(?:meet|meeting|achieve|achieving|hitting|reaching) (?:the |our |its |this |all |annual |quarterly |year end |\d[\d.,]*%? )*targets?\b/gi,
  /\btargets? (?:of [\d.,]+%? )?(?:\w+ ){0,3}(?:met|achieved|hit|reached|delivered)\b/gi,
  /\b(?:is|are|remains?|rated) (?:\w+ )?green\b/gi,
  /\b(?:pleased|delighted|happy|satisfied) with (?:the |this |our )?(?:\w+ )?(?:progress|performance|results?|figures?|position)\b/gi,
  /\ball (?:is|going|goes)? ?(?:going )?(?:well|fine|good)\b/gi,
];

/** Which side of its target is good depends on what good is. */
export const wellFor: { readonly [P in Polarity]: readonly RegExp[] } = {
  maximise: [
    /\b(?:above|over) (?:the |our |its |this )?(?:\w+ )?target\b/gi,
    /\b(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|beat(?:s|en|ing)?) (?:the |our |its |this |\d[\d.,]*%? )*(?:\w+ )?target\b/gi,
    /\btarget (?:\w+ ){0,3}(?:exceeded|surpassed|beaten)\b/gi,
  ],
  minimise: [
    /\b(?:below|under) (?:the |our |its |this )?(?:\w+ )?target\b/gi,
    /\bbeat(?:s|en|ing)? (?:the |our |its |this |\d[\d.,]*%? )*(?:\w+ )?target\b/gi,
    /\btarget (?:\w+ ){0,3}beaten\b/gi,
  ],
  'stay in range': [/\b(?:within|inside) (?:the |our |its |this |target |agreed )*range\b/gi],
  none: [],
};

/** Owns that it is off target, or behind. */
export const ill: readonly RegExp[] = [
  /\boff[- ](?:track|target|course|plan)\b/gi,
  /\bbehind\b(?! (?:us|the scenes|closed doors))/gi,
  /\b(?:short|shy) of (?:the |our |its |this |being )*(?:\w+ )?(?:target|on target)\b/gi,
  /\bshortfall\b/gi,
  /\bmiss(?:es|ed|ing)? (?:the |our |its |this |\d[\d.,]*%? )*(?:\w+ )?targets?\b/gi,
  /\btargets? (?:\w+ ){0,3}missed\b/gi,
  /\bworse than (?:the |our |its |this )*(?:target|planned|profile|expected)\b/gi,
  /\b(?:under-?perform\w*|poor performance|performance (?:is|was|has been|remains) (?:\w+ )?(?:poor|weak|low))\b/gi,
  /\bmissed by\b/gi,
  /\b(?:is|are|remains?|rated|reported as) red\b/gi,
];

export const illFor: { readonly [P in Polarity]: readonly RegExp[] } = {
  maximise: [
    /\b(?:below|under|lower than) (?:the |our |its |this |\d[\d.,]*%? )*(?:\w+ )?target\b/gi,
  ],
  minimise: [
    /\b(?:above|over|higher than|exceed(?:s|ed|ing)?) (?:the |our |its |this |\d[\d.,]*%? )*(?:\w+ )?target\b/gi,
    /\btarget (?:\w+ ){0,3}exceeded\b/gi,
  ],
  'stay in range': [
    /\b(?:outside|above|below|out of) (?:the |our |its |this |target |agreed )*(?:range|target)\b/gi,
  ],
  none: [],
};

/** Turns a phrase round when it comes shortly before it, or inside it. */
export const denials =
  /\b(?:not|never|no longer|cannot|hardly|barely|scarcely|nowhere near|neither|nor|without|unable to|unlikely|fail(?:s|ed|ing)? to|failure to|far from|short of|lack of|lost|prevent(?:s|ed|ing)?|ceased|stopped|struggl(?:e|es|ed|ing) to|difficult to|hard to|too early to|insufficient|little|limited|instead of|rather than)\b|n't\b/i;

/** Holds a word that denies, and denies nothing. */
export const notDenials =
  /\bnot (?:only|just|least)\b|\bno doubt\b|\bwithout (?:a )?doubt\b|\bnot because\b|\bwhether or not\b/gi;

/** Says what is wanted or foreseen, not what is. */
export const intentions =
  /\b(?:will|would|should|could|might|may|shall|'ll|aim(?:s|ed|ing)?|hop(?:e|es|ed|ing)|intend(?:s|ed|ing)?|expect(?:s|ed|ing)?|plan(?:s|ned|ning)? to|forecast(?:s|ed)?|project(?:s|ed)? to|anticipat(?:e|es|ed|ing)|if|until|unless|once|when|so that|in order to|ensure|ensures|ensuring|bring(?:s|ing)?|get(?:s|ting)?|return(?:s|ing)? to|to (?:be|get|bring|return|put|move|go|come|make|keep|stay|meet|achieve|hit|reach))\b/i;

/** Reads as an intention and says what is. */
export const notIntentions =
  /\b(?:continu(?:e|es|ed|ing)|remain(?:s|ed)?|seem(?:s|ed)?|appear(?:s|ed)?|pleased|happy|proud|glad|delighted|able) to (?:be|report|say|confirm|keep|stay|meet|achieve|hit)\b|\bas (?:expected|anticipated|forecast)\b|\bworking to plan\b/gi;

/** Somebody else's, not the council's own. */
export const ofOthers =
  /\b(?:nationally|regionally|elsewhere|other (?:councils|authorities|teams|areas|measures|services)|neighbours|neighbouring|england|comparators?)\b/i;

/** What is done about a figure, not the figure: comes right before a phrase. */
export const ofWhatIsDone =
  /\b(?:plans?|actions?|recovery|recruitment|procurement|repairs|training)(?: \w+)? (?:is|are|was|were|remains?|has been|have been)(?: (?:all|both|now|still|currently))?$/i;

/** Comes right after a phrase that holds for a part alone. */
export const inPart = /^\W*(?:in|for|by) (?:only |just )?(?:\w+|\d+) (?:out )?of\b/i;

export const past = /\b(?:was|were|had|had been|used to be)\b/i;
/** Another time than the one that is reported. */
export const ofThen =
  /\b(?:last (?:quarter|month|year)|previous(?:ly)?|earlier|before|until|at the (?:start|beginning)|in (?:\w+ )?(?:19|20)\d\d|in Q[1-4]|(?:at|by) (?:the )?(?:end of )?Q[1-4]|in the (?:first|second|third) quarter|prior)\b/i;
